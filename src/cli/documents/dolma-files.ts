import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../command.js';
import { MODES } from '../../options.js';
import { mixerConfiguration } from './dolma.js';
import type { Order } from './flags.js';
import { findShards, type Shard, type Shards } from './shards.js';

const DOCUMENTS = '/documents/';
const OUTSIDE = 'got a file outside of a folder "documents", expected one inside, as Dolma lays files out, or --out';

/** Attribute files stand where Dolma looks for them: as the documents, below `attributes/NAME` instead of `documents`. */
export async function placeAttributes(order: Order): Promise<Shards> {
  const { settings, attributesName } = order;
  const roots = new Set<string>();
  const found = await findShards({
    inputs: order.inputs, kind: order.kind, output: settings.output, needsErrors: false, out: undefined, errors: undefined, rejected: undefined,
  });
  const shards = found.shards.flatMap(({ inputs }) => inputs).map((input) => {
    const path = resolve(input.file).replaceAll('\\', '/');
    const at = path.lastIndexOf(DOCUMENTS);
    if (at < 0) throw new UsageError(`${input.file}: ${OUTSIDE}`);
    roots.add(join(path.slice(0, at), 'attributes', attributesName));
    const output = join(path.slice(0, at), 'attributes', attributesName, path.slice(at + DOCUMENTS.length));
    return { inputs: [input], output, compression: input.format.compression, rejected: undefined, errors: errorsFor(order, output) };
  });
  if (roots.size > 1) {
    throw new UsageError(`got documents in ${roots.size} places, expected those of one folder "documents"; run the command once for each`);
  }
  return { shards, folder: [...roots][0] };
}

/** Writes the configuration with which Dolma applies the edits of all shards. */
export async function writeMixerConfiguration(
  { mixerConfig, attributesName, settings }: Order, shards: readonly Shard[], replacements: ReadonlySet<string>,
): Promise<void> {
  const configuration = mixerConfiguration({
    documents: shards.flatMap(({ inputs }) => inputs.map(({ file }) => resolve(file))),
    name: attributesName,
    replacements: [...replacements],
    minScore: Math.min(1, settings.minProbability ?? MODES[settings.mode]),
    output: join(dirname(resolve(mixerConfig!)), 'mixed'),
  });
  await writeFile(mixerConfig!, `${JSON.stringify(configuration, null, 2)}\n`);
}

function errorsFor({ settings, errors }: Order, output: string): string | undefined {
  if (errors !== undefined) {
    throw new UsageError('got --errors with --output dolma, expected --out with it; else bad lines go beside the attributes, as NAME.errors');
  }
  return settings.onError === 'skip' ? `${output}.errors` : undefined;
}
