import { ANNOTATION_KEY } from '../annotation.js';
import { ELEMENT, FILE, GROUP, chunksOf, schemaOf, topNameOf } from './footer.js';
import { TYPE, integer, setInteger, textOf, type Struct } from './thrift.js';

/** The metadata of the file as it was written: `names` are the columns it had before. */
export function finishedMetadata(metadata: Struct, written: Struct[], names: readonly string[]): Struct {
  const finished: Struct = new Map(metadata);
  finished.set(FILE.groups, { type: TYPE.list, content: { of: TYPE.struct, items: written } });
  setInteger(finished, FILE.rows, written.reduce((sum, group) => sum + integer(group, GROUP.rows)!, 0));
  const annotated = written.some((group) => chunksOf(group).some((chunk) => !names.includes(topNameOf(chunk))));
  if (annotated) addAnnotation(finished);
  return finished;
}

const BYTE_ARRAY = 6n;
const UTF8 = 0n;
const OPTIONAL = 1n;

/** Adds the column of annotations to the schema. What other programs wrote beside the schema in a form of their own would not know it. */
function addAnnotation(metadata: Struct): void {
  const [root, ...rest] = schemaOf(metadata) as [Struct, ...Struct[]];
  const element: Struct = new Map([
    [ELEMENT.type, { type: TYPE.i32, content: BYTE_ARRAY }],
    [ELEMENT.repetition, { type: TYPE.i32, content: OPTIONAL }],
    [ELEMENT.name, { type: TYPE.binary, content: Buffer.from(ANNOTATION_KEY) }],
    [ELEMENT.converted, { type: TYPE.i32, content: UTF8 }],
    [ELEMENT.logical, { type: TYPE.struct, content: new Map([[1, { type: TYPE.struct, content: new Map() as Struct }]]) as Struct }],
  ]);
  const wider: Struct = new Map(root);
  setInteger(wider, ELEMENT.children, integer(root, ELEMENT.children)! + 1);
  metadata.set(FILE.schema, { type: TYPE.list, content: { of: TYPE.struct, items: [wider, ...rest, element] } });
  metadata.delete(FILE.columnOrders);
  dropKeyValue(metadata, 'ARROW:schema');
}

function dropKeyValue(metadata: Struct, key: string): void {
  const content = metadata.get(FILE.keyValues)?.content;
  if (content === undefined || typeof content !== 'object' || !('items' in content)) return;
  const items = content.items.filter((item) => textOf(item as Struct, 1) !== key);
  if (items.length === 0) metadata.delete(FILE.keyValues);
  else metadata.set(FILE.keyValues, { type: TYPE.list, content: { of: TYPE.struct, items } });
}
