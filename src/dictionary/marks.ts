/** A place marked in an example: `{{observed=>right|other right}}`. */
export interface ExampleMark {
  readonly observed: string;
  readonly rights: readonly string[];
}

/** The marks of an example sentence in the gold markup, or what is wrong with them. */
export function marksOf(example: string): { marks: ExampleMark[]; problem?: string } {
  const marks: ExampleMark[] = [];
  for (let open = example.indexOf('{{'); open >= 0; open = example.indexOf('{{', open + 2)) {
    const close = example.indexOf('}}', open);
    if (close < 0) return { marks, problem: 'a mark is opened with "{{" and never closed; close it with "}}"' };
    const mark = readMark(example.slice(open + 2, close));
    if (!mark) return { marks, problem: `got "${example.slice(open, close + 2)}", expected a mark such as "{{observed=>intended}}"` };
    marks.push(mark);
    open = close;
  }
  return { marks };
}

function readMark(inside: string): ExampleMark | undefined {
  const arrow = /=\??>/.exec(inside);
  if (!arrow || arrow.index === 0) return undefined;
  const rights = inside.slice(arrow.index + arrow[0].length).replace(/#[a-z]+$/, '');
  return { observed: inside.slice(0, arrow.index), rights: rights.split('|') };
}
