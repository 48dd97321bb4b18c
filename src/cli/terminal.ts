/** Where a command writes: results to one side, everything else to the other. */
export interface Terminal {
  /** Writes a part of the result to stdout, and waits where the reader is slower than we are. */
  write(text: string): Promise<void>;
  /** Writes a message to stderr, on lines of its own. */
  note(message: string): void;
  /** Whether the result may be coloured. */
  readonly colour: boolean;
}

/** The terminal of this process. Ends the process quietly when the reader of stdout goes away, as `head` does. */
export function openTerminal(): Terminal {
  process.stdout.on('error', leave);
  process.stderr.on('error', () => process.exit(1));
  return {
    write: (text) => new Promise((done) => (process.stdout.write(text) ? done() : process.stdout.once('drain', done))),
    note: (message) => void process.stderr.write(`unspun: ${printable(message)}\n`),
    colour: mayColour(process.stdout, process.env),
  };
}

/** Colour is for terminals, and for people who did not switch it off (see no-color.org: an empty NO_COLOR counts as unset). */
export function mayColour(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && !environment['NO_COLOR'];
}

/** A text as a terminal may show it: control characters, which could move the cursor or change colours, as pictures of themselves. */
export function printable(text: string): string {
  const picture = (control: string): string => String.fromCharCode(0x2400 + control.charCodeAt(0));
  return text.replace(/[\u0000-\u0008\u000b-\u001f]/g, picture).replace(/[\u007f-\u009f]/g, '\u2421');
}

function leave(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`unspun: the result could not be written (${error.message}); check the disk or the receiving program\n`);
  return process.exit(1);
}
