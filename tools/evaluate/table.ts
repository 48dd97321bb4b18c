/** Lays rows out under a heading: the first column to the left, the others to the right, two spaces between. */
export function formatTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...table.map((row) => [...(row[column] ?? '')].length)));
  const line = (row: readonly string[]): string => row.map((cell, column) => pad(cell, widths[column]!, column > 0)).join('  ').trimEnd();
  return table.map(line).join('\n');
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
