import type { BatchResult } from './batch.js';
import { rawOf } from './batch.js';
import { countOne, noCounts } from './counts.js';
import { toJson } from './json-line.js';
import type { LongPart } from './lines.js';
import type { Settings } from './settings.js';

const NOTHING = new Uint8Array(0);

/** What becomes of a part of a line that is too long to be held in memory: it is a bad line, whose parts are kept or written aside one by one. */
export function takeLongPart({ bytes, file, firstLine: line, part }: LongPart, { onError, output, maxDocument }: Settings): BatchResult {
  const first = part === 1;
  const counts = noCounts();
  counts.bytes = bytes.length;
  const message = `got a line of more than ${bytes.length} bytes, too long for a text of at most ${maxDocument} characters; see --max-document`;
  if (first) {
    counts.lines = 1;
    countOne(counts.errors, 'too long');
  }
  const raw = rawOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const row = output === 'dolma' && onError !== 'fail';
  return {
    output: row ? (first ? Buffer.from('{"id":null,"attributes":{}}\n') : NOTHING) : onError === 'keep' ? bytes : NOTHING,
    rejected: NOTHING,
    errors: Buffer.from(`${toJson({ file, line, part, reason: 'too long', message, ...raw })}\n`),
    bad: first ? [{ line, reason: 'too long', message }] : [],
    counts,
    replacements: [],
  };
}
