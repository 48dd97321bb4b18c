/** What the help of every command that reads documents says of them. */
export const DOCUMENT_HELP = `
Documents: files that end in .jsonl, .ndjson or .json (with .gz or .zst), .parquet, .wet or .warc
(with .gz; of WARC only plain text responses, not HTML), folders of them (with --out) and quoted
patterns as "crawl/**/*.jsonl.gz" are read document by document, as is standard input with any of
these options:
  --text-key KEY        the key or column of the text (default "text")
  --id-key KEY          that of the id (default "id")
  --input-format KIND   jsonl, parquet or warc, where the name of a file does not tell
  --out PATH            write to a file, packed as its name says, or to a folder, where each input
                        gets an output of the same name; finished files are not done again
                        (default: standard output)
  --fresh               do finished files again
  --offsets UNIT        spans count utf16 units (default), codepoints (as Python does) or utf8 bytes
  --on-error ACTION     at a line that is no document: fail (default) stops; skip leaves it out and
                        writes it aside; keep passes it through as it is
  --errors FILE         bad lines go there, with file, line and reason; a folder where --out is one
                        (default with skip: beside the output, as NAME.errors)
  --max-document N      longest text in characters (default 5000000); a longer one is an error
  --jobs N              worker threads (default 1), or "auto" for one a processor
  --summary KIND        the last line on stderr as text (default) or json
  --summary-file FILE   write the summary there as JSON, too
  --quiet               no progress, bad lines or summary on stderr

Exit code: 0 done (with skip and keep: bad lines or not), 1 a bad line, an input that cannot be
read, a full disk or a lost worker, 2 wrong usage, 141 the reader of standard output went away;
ended by SIGHUP, SIGINT (Ctrl-C) or SIGTERM it ends by that signal, which shells show as 129, 130
and 143. A file stands under its final name only when it is complete.
`;
