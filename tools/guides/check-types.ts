import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Block } from './blocks.js';
import type { Workshop } from './workshop.js';

/** A program of a guide. */
export interface GuideProgram {
  /** Path of the guide. */
  readonly guide: string;
  readonly block: Block;
}

/** Type-checks programs, each as a module of its own, in strict mode; returns what is wrong as `guide:line: message`. */
export function checkTypes(programs: readonly GuideProgram[], workshop: Pick<Workshop, 'open'>): string[] {
  const folder = workshop.open();
  const files = new Map(programs.map((item, i) => [join(folder, `program-${i}.${item.block.language}`), item]));
  for (const [file, { block }] of files) writeFileSync(file, `${block.text}\nexport {};\n`);
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([...files.keys()], OPTIONS));
  return diagnostics.map((diagnostic) => placeOf(diagnostic, files) + ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  allowJs: true,
  checkJs: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts'],
  types: ['node'],
};

function placeOf({ file, start }: ts.Diagnostic, files: ReadonlyMap<string, GuideProgram>): string {
  if (!file || start === undefined) return '';
  const { line } = file.getLineAndCharacterOfPosition(start);
  const known = files.get(file.fileName);
  return known ? `${known.guide}:${known.block.line + line}: ` : `${file.fileName}:${line + 1}: `;
}
