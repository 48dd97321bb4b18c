import type { Mode, Restoration } from '../../../src/lite.js';
import { choicesOf, chosenText, keyOf, type Choice } from './choices.js';
import { byId, make } from './elements.js';
import { makeEngineClient } from './engine-client.js';
import type { Answer, Build } from './protocol.js';
import { makeReasonCard } from './reason.js';
import { followKeys, showResult } from './result.js';
import { SAMPLE } from './sample.js';
import { showVerdict } from './verdict.js';

/** Milliseconds of rest after the last key before the text is restored. */
const PAUSE = 250;
const MOST = 5_000_000;

const input = byId('text', HTMLTextAreaElement);
const article = byId('article', HTMLSelectElement);
const file = byId('file', HTMLInputElement);
const mode = byId('mode', HTMLSelectElement);
const build = byId('build', HTMLSelectElement);
const assume = byId('assume', HTMLInputElement);
const entries = byId('entries', HTMLTextAreaElement);
const entriesProblem = byId('entries-problem', HTMLElement);
const status = byId('status', HTMLElement);
const verdictBox = byId('verdict', HTMLElement);
const result = byId('result', HTMLElement);
const reason = makeReasonCard(byId('reason', HTMLElement));

let text = '';
/** The text handed over last, and what came of the one shown. */
let asked = '';
let shown: { readonly text: string; readonly restoration: Restoration; readonly choices: readonly Choice[] } | undefined;
/** Keys of the edits that the reader turned round; they outlast a change of options, not one of the text. */
const flipped = new Set<string>();

const engine = makeEngineClient(receive);
listen();
if (new URLSearchParams(location.search).get('build') === 'lite') build.value = 'lite';
void fillArticles();
setText(SAMPLE);

function listen(): void {
  input.addEventListener('input', () => {
    article.value = '';
    changeText(input.value, PAUSE);
  });
  entries.addEventListener('input', () => restoreAfter(PAUSE));
  for (const control of [mode, build, assume]) control.addEventListener('change', () => restoreAfter(0));
  article.addEventListener('change', () => void loadArticle());
  file.addEventListener('change', () => void openFile(file.files?.[0]));
  byId('open', HTMLButtonElement).addEventListener('click', () => file.click());
  byId('download', HTMLButtonElement).addEventListener('click', download);
  byId('copy', HTMLButtonElement).addEventListener('click', () => void copy());
  byId('changes', HTMLInputElement).addEventListener('change', ({ target }) => result.classList.toggle('changes', (target as HTMLInputElement).checked));
  followKeys(result);
  listenForDrops();
}

function listenForDrops(): void {
  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    const dropped = event.dataTransfer?.files[0];
    if (!dropped) return;
    event.preventDefault();
    void openFile(dropped);
  });
}

let timer: ReturnType<typeof setTimeout> | undefined;

function restoreAfter(pause: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    result.setAttribute('aria-busy', 'true');
    asked = text;
    engine.run(build.value as Build, { text, mode: mode.value as Mode, assume: assume.checked, entries: entries.value });
  }, pause);
}

function receive(answer: Answer): void {
  if (answer.kind === 'loading') return say('Loading the context model…');
  result.setAttribute('aria-busy', 'false');
  entriesProblem.textContent = answer.kind === 'failed' && answer.part === 'entries' ? answer.message : '';
  entries.setAttribute('aria-invalid', String(entriesProblem.textContent !== ''));
  if (answer.kind === 'failed') return say(answer.part === 'entries' ? 'Your entries have a mistake; the result is the one before.' : answer.message);
  say('');
  const { restoration } = answer;
  const choices = choicesOf(restoration, answer.own, flipped);
  shown = { text: asked, restoration, choices };
  reason.hide();
  showResult(result, asked, choices, { onShow: reason.show, onToggle });
  showVerdict(verdictBox, restoration, choices);
}

function onToggle(choice: Choice): void {
  const key = keyOf(choice.edit);
  if (!flipped.delete(key)) flipped.add(key);
  if (shown) showVerdict(verdictBox, shown.restoration, shown.choices);
}

function say(message: string): void {
  status.textContent = message;
}

function setText(next: string): void {
  input.value = next;
  changeText(next, 0);
}

/** Takes a text. What the reader sees in the box may differ in its line ends, which must come back as they were. */
function changeText(next: string, pause: number): void {
  text = next;
  flipped.clear();
  restoreAfter(pause);
}

async function fillArticles(): Promise<void> {
  const list = (await (await fetch('articles/index.json')).json()) as { readonly file: string; readonly title: string }[];
  article.append(...list.map(({ file: name, title }) => Object.assign(make('option', '', title), { value: name })));
}

async function loadArticle(): Promise<void> {
  const name = article.value;
  if (!name) return;
  const response = await fetch(`articles/${name}`);
  if (!response.ok) return say(`Got ${response.status} for ${name}; build the playground again.`);
  setText(await response.text());
}

async function openFile(chosen: File | undefined): Promise<void> {
  if (!chosen) return;
  if (chosen.size > MOST) {
    return say(`${chosen.name} has ${chosen.size.toLocaleString('en')} bytes, at most ${MOST.toLocaleString('en')} fit here; use the command line.`);
  }
  article.value = '';
  file.value = '';
  setText(await chosen.text());
}

function restored(): string {
  return shown ? chosenText(shown.text, shown.choices) : text;
}

function download(): void {
  const address = URL.createObjectURL(new Blob([restored()], { type: 'text/plain;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: address, download: 'restored.txt' }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function copy(): Promise<void> {
  try {
    await navigator.clipboard.writeText(restored());
    say('Copied.');
  } catch {
    say('The browser did not allow copying; download the text instead.');
  }
}
