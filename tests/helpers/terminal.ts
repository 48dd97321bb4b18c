import type { Command } from '../../src/cli/command.js';
import type { Terminal } from '../../src/cli/terminal.js';
import type { Run } from './cli.js';

/** Runs a command in this process, without the built command line. Wrong usage is thrown. */
export async function runCommand(command: Command, args: readonly string[], colour = false): Promise<Run> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    write: async (text) => void (out += text),
    writeAll: async (bytes) => void (out += Buffer.from(bytes).toString('utf8')),
    expectAll: () => {},
    note: (message) => void (err += `${message}\n`),
    colour,
  };
  return { code: await command.run(args, terminal), out, err };
}
