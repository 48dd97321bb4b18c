import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** Media type and text of an HTTP response as an archive holds it. */
export interface HttpText {
  /** As `text/plain`, in lower case and without parameters; empty where it is not named. */
  readonly type: string;
  readonly text: string;
}

const DECODERS = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync } as const;
/** Most bytes that a body may unpack to; more is no text. */
const MOST = 1 << 28;

/** Reads a response: headers, chunks, packing and character set. What cannot be unpacked is taken as it is. */
export function readHttp(message: Buffer): HttpText {
  const end = message.indexOf('\r\n\r\n');
  const head = message.toString('latin1', 0, end < 0 ? message.length : end);
  const headers = new Map(head.split('\r\n').slice(1).map(headerOf));
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (!type.startsWith('text/plain')) return { type, text: '' };
  let body = end < 0 ? Buffer.alloc(0) : message.subarray(end + 4);
  if (/\bchunked\b/i.test(headers.get('transfer-encoding') ?? '')) body = joinChunks(body);
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length).replace(/"/g, '');
  return { type, text: decode(unpack(body, headers.get('content-encoding')), charset) };
}

function headerOf(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
}

/** Archives of some crawlers keep these headers but hold the body joined already. */
function joinChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size = /^[0-9a-f]{1,8}/i.exec(body.toString('latin1', at, Math.min(end < 0 ? at : end, at + 20)))?.[0];
    if (end < 0 || size === undefined) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = parseInt(size, 16);
    if (length === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

function unpack(body: Buffer, encoding: string | undefined): Buffer {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (!Object.hasOwn(DECODERS, name)) return body;
  try {
    return DECODERS[name as keyof typeof DECODERS](body, { maxOutputLength: MOST });
  } catch {
    return body;
  }
}

function decode(body: Buffer, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset, { ignoreBOM: true }).decode(body);
  } catch {
    return body.toString('utf8');
  }
}
