/** Where a command writes: results to one side, everything else to the other. */
export interface Terminal {
  /** Writes a part of the result to stdout, and waits where the reader is slower than we are. */
  write(text: string): Promise<void>;
  /** As `write`, for bytes; returns when they are handed over. */
  writeAll(bytes: Uint8Array): Promise<void>;
  /** From now on the result counts only as a whole: a reader of stdout that goes away is a failure. */
  expectAll(): void;
  /** Writes a message to stderr, on lines of its own. */
  note(message: string): void;
  /** Whether the result may be coloured. */
  readonly colour: boolean;
}

/** Exit code of a program that was writing when its reader went away, as shells give it: 128 and the number of SIGPIPE. */
const CLOSED_PIPE = 141;

/** The terminal of this process. Ends the process quietly when the reader of stdout goes away, as `head` does. */
export function openTerminal(): Terminal {
  let closedPipe = 0;
  process.stdout.on('error', (error) => leave(error, closedPipe));
  process.stderr.on('error', () => process.exit(1));
  return {
    write: (text) => new Promise((done) => (process.stdout.write(text) ? done() : process.stdout.once('drain', done))),
    // What cannot be written ends the process (see leave), so nobody waits for it.
    writeAll: (bytes) => new Promise((done) => void process.stdout.write(bytes, (error) => (error ? undefined : done()))),
    expectAll: () => void (closedPipe = CLOSED_PIPE),
    note: (message) => void process.stderr.write(`unspun: ${printable(message)}\n`),
    colour: mayColour(process.stdout, process.env),
  };
}

/**
 * Colour is for terminals that can show it, and for people who did not switch it off (see no-color.org: an empty NO_COLOR counts as unset). FORCE_COLOR goes
 * before both, as in Node itself: anything but `0` and `false` switches colour on, where the result goes to a pager or a log that shows it.
 */
export function mayColour(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  const forced = environment['FORCE_COLOR'];
  if (forced) return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
}

/**
 * A text as a terminal may show it: control characters, which could move the cursor or change colours, as pictures of themselves, and those that turn the
 * direction of writing, which could make a line read as another, by their numbers.
 */
export function printable(text: string): string {
  const picture = (control: string): string => String.fromCharCode(0x2400 + control.charCodeAt(0));
  const number = (control: string): string => `<U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;
  return text.replace(/[\u0000-\u0008\u000b-\u001f]/g, picture).replace(/[\u007f-\u009f]/g, '\u2421').replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, number);
}

function leave(error: NodeJS.ErrnoException, closedPipe: number): never {
  if (error.code === 'EPIPE') process.exit(closedPipe);
  process.stderr.write(`unspun: the result could not be written (${error.message}); check the disk or the receiving program\n`);
  return process.exit(1);
}
