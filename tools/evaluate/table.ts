/** Lays rows out under a heading: the first column to the left, the others to the right, two spaces between. */
export function formatTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heading.map((title, column) => Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map((cell) => [...cell].length)));
  const line = (row: readonly string[]): string => row.map((cell, column) => pad(cell, widths[column]!, column > 0)).join('  ').trimEnd();
  return [line(heading), ...rows.map(line)].join('\n');
}

/** A share from 0 to 1 with three digits; "–" where there is none. */
export function share(value: number): string {
  return decimal(value, 3);
}

/** A number with so many digits behind the point; "–" where there is none. */
export function decimal(value: number, digits: number): string {
  return Number.isFinite(value) ? value.toFixed(digits) : '–';
}

/** A count with its thousands parted. */
export function whole(value: number): string {
  return Math.round(value).toString().replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function pad(cell: string, width: number, right: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - [...cell].length));
  return right ? blanks + cell : cell + blanks;
}
