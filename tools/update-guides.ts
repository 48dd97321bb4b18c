import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './dictionary-files.js';
import type { Block } from './guides/blocks.js';
import { isAsShown, refreshed } from './guides/compare.js';
import { readGuides, type Guide } from './guides/list.js';
import { makeWorkshop } from './guides/workshop.js';

/** `npm run update:guides [-- PATTERN]`: runs the blocks of the guides and writes what they print where the guides show something else. */
const workshop = makeWorkshop();
try {
  for (const guide of readGuides(process.argv[2])) {
    const text = await updated(guide);
    if (text !== guide.text) writeFileSync(join(ROOT, guide.file), text);
    console.log(`${guide.file}: ${text === guide.text ? 'as shown' : 'changed; read it'}`);
  }
} finally {
  workshop.remove();
}

async function updated({ text, steps, outputs }: Guide): Promise<string> {
  const folder = workshop.open();
  // An output is found by its line, and a new one may have another length: the last comes first.
  const changes: { block: Block; printed: string }[] = [];
  for (const block of steps) {
    const printed = await workshop.run(block, folder);
    const output = outputs.get(block);
    if (output && !isAsShown(output.text, printed)) changes.unshift({ block: output, printed });
  }
  return changes.reduce((result, { block, printed }) => replaced(result, block, printed), text);
}

function replaced(text: string, { line, text: old }: Block, printed: string): string {
  const lines = text.split('\n');
  lines.splice(line - 1, old === '' ? 0 : old.split('\n').length, ...refreshed(old, printed).split('\n'));
  return lines.join('\n');
}
