/** How documents are laid out in a file. */
export type Kind = 'jsonl' | 'parquet' | 'warc';
export type Compression = 'none' | 'gz' | 'zst';

/** What a file name says about its content. */
export interface Format {
  readonly kind: Kind;
  readonly compression: Compression;
  /** The part of the name that says so: `.jsonl.gz`. */
  readonly extension: string;
}

/** Extensions that name a document file by themselves. `.json` alone does not: it may be one JSON text, which is read as plain text. */
const NAMES = /\.(?:(jsonl|ndjson)(?:\.(gz|zst))?|json\.(gz|zst)|(parquet)|(?:warc\.wet|warc|wet)(?:\.(gz))?)$/i;
const PLAIN_JSON = /\.json$/i;

/** For tinyglobby: the document files below a folder. */
export const DOCUMENT_FILES: readonly string[] = [
  '**/*.{jsonl,ndjson}', '**/*.{jsonl,ndjson,json}.{gz,zst}', '**/*.parquet', '**/*.{warc,wet}', '**/*.{warc,wet}.gz',
];

/** Kind and compression of a file by its name; undefined where the name says neither. */
export function formatOf(file: string): Format | undefined {
  const match = NAMES.exec(file);
  if (!match) return undefined;
  const [extension, lines, linesIn, jsonIn, parquet, archiveIn] = match;
  const compression = (linesIn ?? jsonIn ?? archiveIn ?? 'none').toLowerCase() as Compression;
  const kind: Kind = parquet ? 'parquet' : lines || jsonIn ? 'jsonl' : 'warc';
  return { kind, compression, extension };
}

/** As `formatOf`, where documents are known to be meant: then `.json` is JSONL too, and any other name takes the kind given. */
export function documentFormatOf(file: string, kind: Kind | undefined): Format | undefined {
  const named = formatOf(file);
  if (named) return kind ? { ...named, kind } : named;
  if (PLAIN_JSON.test(file)) return { kind: kind ?? 'jsonl', compression: 'none', extension: file.slice(-'.json'.length) };
  if (!kind) return undefined;
  const packed = /\.(gz|zst)$/i.exec(file);
  return { kind, compression: (packed?.[1]?.toLowerCase() ?? 'none') as Compression, extension: packed?.[0] ?? '' };
}
