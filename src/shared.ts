/** What both entry points export beside their calls. */
export { builtin, loadDictionary, type Dictionary, type DictionarySource, type NamedText } from './dictionary/dictionary.js';
export { DictionaryError, type Problem } from './dictionary/read.js';
export type { DictionaryFile, Entry, LongForm, PartOfSpeech } from './dictionary/entry.js';
export { indexedDocument, renderIndex, type IndexOptions, type IndexedDocument } from './report/index-page.js';
export { renderReport, type ReportOptions } from './report/report.js';
export { applyEdits, revertEdits, type Replacement } from './rewrite/apply.js';
export type { BadRecord, BadRecordReason, RecordOptions, RecordStream } from './stream.js';
export type * from './types.js';
