import { InputError } from '../read-input.js';
import { readHttp } from './http-message.js';

const LF = 10;
/** A header longer than this is none. */
const MOST_HEADER = 1 << 20;
/** Characters that are handed on at once. */
const ENOUGH = 1 << 18;
/** Records of these types hold a document; the others describe the crawl. */
const DOCUMENT_TYPES = new Set(['conversion', 'resource', 'response']);

/** What a WARC record says of itself, by lower-case name. */
export type WarcHeaders = ReadonlyMap<string, string>;

export interface WarcOptions {
  readonly file: string;
  readonly textKey: string;
  readonly idKey: string;
  /** Most bytes of a record that are held. */
  readonly maxRecord: number;
}

/**
 * The documents of a WET or WARC file as lines of JSON with id, url, date and text. The text of WET records (`conversion`) and of plain
 * text is taken as it is, as UTF-8; that of any other response is null, for taking text out of HTML is not done here.
 *
 * @throws {InputError} where the file is no WARC file or ends too early.
 */
export async function* warcLines(chunks: AsyncIterable<Uint8Array>, options: WarcOptions): AsyncGenerator<Uint8Array> {
  const reader = byteReader(chunks);
  let lines = '';
  for (let record = 1; ; record++) {
    const headers = await readHeader(reader, options.file, record);
    if (!headers) break;
    const length = Number(headers.get('content-length') ?? NaN);
    if (!Number.isSafeInteger(length) || length < 0) throw damaged(options.file, record, 'without its length');
    const wanted = DOCUMENT_TYPES.has(headers.get('warc-type') ?? '');
    const content = wanted && length <= options.maxRecord ? await reader.take(length) : await reader.skip(length);
    if (!content) throw damaged(options.file, record, 'that is cut off');
    if (wanted) lines += `${JSON.stringify(documentOf(headers, content, length, options))}\n`;
    if (lines.length < ENOUGH) continue;
    yield Buffer.from(lines);
    lines = '';
  }
  yield Buffer.from(lines);
}

function documentOf(headers: WarcHeaders, content: Buffer, length: number, { textKey, idKey }: WarcOptions): object {
  const header = (name: string): string | null => headers.get(name) ?? null;
  const about = { [idKey]: header('warc-record-id'), url: header('warc-target-uri'), date: header('warc-date') };
  if (content.length < length) return { ...about, [textKey]: null, unread: `${length} bytes, too long` };
  const response = headers.get('content-type')?.startsWith('application/http');
  const { type, text } = response ? readHttp(content) : { type: headers.get('content-type') ?? '', text: content.toString('utf8') };
  const plain = headers.get('warc-type') === 'conversion' || type.startsWith('text/plain');
  return plain ? { ...about, [textKey]: text } : { ...about, [textKey]: null, unread: `${type || 'no content type'}, not plain text` };
}

async function readHeader(reader: ByteReader, file: string, record: number): Promise<WarcHeaders | undefined> {
  let line = await reader.line();
  while (line !== undefined && line.trim() === '') line = await reader.line();
  if (line === undefined) return undefined;
  if (!line.startsWith('WARC/')) throw damaged(file, record, 'that does not begin with "WARC/"');
  const headers = new Map<string, string>();
  for (line = await reader.line(); line !== undefined && line.trim() !== ''; line = await reader.line()) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

function damaged(file: string, record: number, what: string): InputError {
  return new InputError(`${file}: got a record ${what} (the ${record}. of the file), expected a WARC or WET file; fetch it again`);
}

/** Reads a stream of bytes by lines and by counts. */
interface ByteReader {
  /** Up to the next line feed, without it; undefined at the end. */
  line(): Promise<string | undefined>;
  /** So many bytes; undefined where there are fewer. */
  take(length: number): Promise<Buffer | undefined>;
  /** Passes over so many bytes: nothing, or undefined where there are fewer. */
  skip(length: number): Promise<Buffer | undefined>;
}

function byteReader(chunks: AsyncIterable<Uint8Array>): ByteReader {
  const source = chunks[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const { done, value } = await source.next();
    if (done) return false;
    // Copied: the source may use the memory of a chunk again.
    held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value]);
    return true;
  };
  const cut = (length: number, rest: number): Buffer => {
    const part = held.subarray(0, length);
    held = held.subarray(rest);
    return part;
  };
  return {
    line: async () => {
      for (let from = 0; ; ) {
        const end = held.indexOf(LF, from);
        if (end >= 0) return cut(end, end + 1).toString('utf8');
        from = held.length;
        if (from > MOST_HEADER || !(await more())) return from === 0 ? undefined : cut(from, from).toString('utf8');
      }
    },
    take: async (length) => {
      if (held.length >= length) return cut(length, length);
      const parts = [cut(held.length, held.length)];
      for (let missing = length - parts[0]!.length; missing > 0; missing = length - total(parts)) {
        if (!(await more())) return undefined;
        const most = Math.min(missing, held.length);
        parts.push(cut(most, most));
      }
      return Buffer.concat(parts);
    },
    skip: async (length) => {
      for (let missing = length; missing > 0; ) {
        if (held.length === 0 && !(await more())) return undefined;
        const most = Math.min(missing, held.length);
        cut(most, most);
        missing -= most;
      }
      return Buffer.alloc(0);
    },
  };
}

function total(parts: readonly Buffer[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
