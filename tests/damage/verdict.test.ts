import { describe, expect, it, test } from 'vitest';
import { judgeDamage } from '../../src/damage/verdict.js';
import { detect, restore } from '../../src/index.js';
import { tokenize } from '../../src/text/tokenize.js';

/** A local report as a translator gave it back: no quotation marks, terms word by word, fragments behind full stops. */
const TRANSLATED =
  'The mayor of Halden has has rejected on Tuesday the plan for a new wind power park in the hills above the town, one of the reason for ' +
  'the quarrel that divides the council since two years. .\n\n' +
  'We cannot destroy the hills for 3,5 percent of our electricity, Mayor Karin Solheim said. We want to protect the forest and the moose.\n\n' +
  'The firm behind the plan, Nordvind, said it will complain. and that the town had promised it a permission. The sum of 40 million of ' +
  'euros are lost, it says.\n\n' +
  'I do not understand the mayor, and I do not know what we are going to tell our workers, said its head, Per Lunde, at a conference of press ' +
  'in the nursing house of the town.\n\n' +
  "Solheims' party discussed about the plan with the minister of finances, who called it a point of turn for the region., but the " +
  'oppositional party wants an anticipated election.\n\n' +
  'The police is looking for a man of 45 years old who is said to have cut the cables. A spokesman of the body of firefighters confirmed, ' +
  'that nobody was hurt when a mast fell into the greenhouse effect gases laboratory of the school.\n\n' +
  'We are tired of waiting, Lunde said. .';

/** The same quarrel as a man of the town tells it, whose first language is another. */
const CLUMSY =
  'I live in Halden since three years and I want to write about the wind mills. Many peoples in our town are against it, but me I think ' +
  'that it is good for the environment and also for the economy of the town, because the firm will pay much taxes.\n\n' +
  'Last week I was in the meeting of the council. There was much people and the discussion was very loud. The mayor said that she is not ' +
  'against wind, but the hills is important for the tourism. I asked to her why the tourists should not like wind mills, and she has not ' +
  'answered me. One of the man behind me shouted that I should go home, it was not nice.\n\n' +
  'My neighbour he works for the firm and he gave me some informations about the noise. It is not more louder than a fridge when you are ' +
  'five hundred meters away. Of course a fridge is also loud in the night, but nobody sleeps beside the mill. In my country we have a lot of ' +
  'this mills and nobody has became ill from them.\n\n' +
  'I hope the council will think again about it. We must to do something for our childrens, and in the same time we should listen to ' +
  'each other, because we are all living in the same beautiful town.';

const CLEAN =
  'The council of Halden voted on Tuesday to put off a decision on the wind farm that Nordvind wants to build in the hills above the town.\n\n' +
  '"We cannot decide on forty turbines with half of the papers missing," Mayor Karin Solheim said after the meeting. "The firm will have its ' +
  'answer in May."\n\n' +
  'Nordvind said it would wait, and that it had already spent 4 million euros on roads and surveys. Its head, Per Lunde, told reporters that ' +
  'the delay would cost the town a year of taxes.\n\n' +
  'The plan has split the town since 2019, when the firm first showed its maps. A group of farmers has leased it land; hunters and owners of ' +
  'summer houses have gone to court, where they lost in March.\n\n' +
  'Solheim, who leads a minority of three parties, needs the votes of the opposition, which is against any new building in the hills. She said ' +
  'she would meet its leaders next week.\n\n' +
  'The police are still looking for whoever cut the cables of a measuring mast in January. Nobody was hurt when it fell.';

const words = (text: string): number => tokenize(text).count;

describe('the documents are of the length they should be', () => {
  test.each([TRANSLATED, CLUMSY, CLEAN])('%#', (text) => {
    expect(words(text)).toBeGreaterThanOrEqual(150);
    expect(words(text)).toBeLessThanOrEqual(250);
  });
});

describe('a report damaged by translation there and back', () => {
  const { verdict, text } = restore(TRANSLATED);

  it('is called so', () => {
    expect(verdict.family).toBe('round-trip');
    expect(verdict.probability).toBeGreaterThan(0.9);
  });

  it('names what gave it away, phrases of the dictionary among it', () => {
    expect(verdict.phrases.some((phrase) => phrase.startsWith('fixed-phrases: '))).toBe(true);
    expect(verdict.passages).toHaveLength(1);
  });

  test.each([
    'has rejected on Tuesday',
    'one of the reasons for',
    'for two years',
    '"We cannot destroy the hills for 3.5 percent of our electricity," Mayor Karin Solheim said. "We want to protect the forest and the moose."',
    '40 million euros',
    'party discussed the plan with the finance minister, who called it a turning point for the region, but the opposition party',
    'at a press conference in the nursing house',
    'The police are looking for a man aged 45 who',
    'confirmed that nobody was hurt',
  ])('gets back: %s', (wording) => expect(text).toContain(wording));
});

describe('a clumsy writer', () => {
  it('is not taken for a translator', () => {
    expect(detect(CLUMSY).family).toBe('none');
    expect(judgeDamage(tokenize(CLUMSY))).toBeUndefined();
  });

  it('keeps his words', () => expect(restore(CLUMSY)).toMatchObject({ text: CLUMSY, edits: [] }));
});

describe('a clean report', () => {
  it('is called clean', () => expect(detect(CLEAN).family).toBe('none'));
  it('comes back as it was', () => expect(restore(CLEAN)).toMatchObject({ text: CLEAN, edits: [], suggestions: [] }));
});

describe('a text of fewer than 150 words', () => {
  const opening = TRANSLATED.slice(0, TRANSLATED.indexOf('\n\nI do not'));

  it('is not judged on a damaged opening alone', () => {
    expect(words(opening)).toBeLessThan(100);
    expect(detect(opening).family).toBe('none');
  });

  it('is mended where the caller knows that it was translated', () => {
    const { text, verdict } = restore(opening, { assume: 'round-trip' });
    expect(verdict).toMatchObject({ family: 'round-trip', probability: 1 });
    expect(text).toContain('has rejected on Tuesday the plan for a new wind farm');
    expect(text).toContain('"We cannot destroy the hills for 3.5 percent of our electricity," Mayor');
  });
});

describe('options', () => {
  const sentence = 'The council has has sent 3,5 percent to Bejing.';

  test.each([
    ['a detector', 'round-trip/repeats/doubled-words', 'The council has has sent 3.5 percent to Beijing.'],
    ['a topic of detectors', 'round-trip/numbers', 'The council has sent 3,5 percent to Beijing.'],
    ['an entry', 'round-trip/names/Beijing', 'The council has sent 3.5 percent to Bejing.'],
    ['the family', 'round-trip', sentence],
  ])('%s can be silenced', (_, ignored, restored) => {
    expect(restore(sentence, { assume: 'round-trip', ignore: [ignored] }).text).toBe(restored);
  });

  test.each(['', ' ', '.', '\ud800'])('any text is valid where the family is assumed: %j', (text) => {
    expect(restore(text, { assume: 'round-trip' })).toMatchObject({ text, edits: [] });
  });
});
