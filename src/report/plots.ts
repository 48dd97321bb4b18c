import { attribute, content } from './escape.js';
import { count, grouped } from './words.js';

/** One bar of a chart. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Class of the bar, for its colour. */
  readonly kind?: string;
}

/** A horizontal bar of a share of the whole width, 0 to 1, to stand beside a number that says the same. */
export function renderBar(share: number): string {
  const width = (100 * Math.max(0, Math.min(1, share))).toFixed(1);
  return `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="10"/><rect class="value" width="${width}" height="10"/></svg>`;
}

const WIDTH = 320;
const HEIGHT = 150;
const FLOOR = 118;
const TOP = 18;

/** A column chart with its numbers; `noun` says what is counted. Read aloud as a sentence. */
export function renderColumns(title: string, bars: readonly Bar[], noun: string): string {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = WIDTH / Math.max(1, bars.length);
  const columns = bars.map(({ label, value, kind = '' }, i) => {
    const height = ((FLOOR - TOP) * value) / most;
    const x = i * step + step / 2;
    const number = value === 0 ? '' : `<text class="number" x="${x.toFixed(1)}" y="${(FLOOR - height - 5).toFixed(1)}">${grouped(value)}</text>`;
    const bar = `<rect class="value ${attribute(kind)}" x="${(i * step + step * 0.1).toFixed(1)}" y="${(FLOOR - height).toFixed(1)}" width="${(step * 0.8).toFixed(1)}" height="${height.toFixed(1)}" rx="1.5"/>`;
    return `${bar}${number}<text class="label" x="${x.toFixed(1)}" y="${FLOOR + 16}">${attribute(label)}</text>`;
  });
  const spoken = bars.filter(({ value }) => value > 0).map(({ label, value }) => `${label}: ${count(value, noun)}`).join('; ');
  return `<figure class="plot"><figcaption>${content(title)}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${attribute(`${title}. ${spoken || 'Nothing to count.'}`)}"><line class="floor" x1="0" x2="${WIDTH}" y1="${FLOOR}" y2="${FLOOR}"/>${columns.join('')}</svg></figure>`;
}

/** Counts of the values in bins with the given lower bounds; values below the first fall in it. */
export function binned(values: readonly number[], bounds: readonly number[], labels: readonly string[]): Bar[] {
  const counts = new Array<number>(bounds.length).fill(0);
  for (const value of values) {
    let bin = bounds.length - 1;
    while (bin > 0 && value < bounds[bin]!) bin--;
    counts[bin]!++;
  }
  return counts.map((value, i) => ({ label: labels[i]!, value }));
}
