/** Area under the ROC curve: how often a positive outranks a negative, ties half. NaN where either side is empty. */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  const all = [...positives.map((value) => ({ value, positive: true })), ...negatives.map((value) => ({ value, positive: false }))];
  all.sort((a, b) => a.value - b.value);
  let below = 0;
  let won = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]!.value === all[from]!.value) to++;
    const tied = all.slice(from, to);
    const tiedNegatives = tied.filter(({ positive }) => !positive).length;
    won += (tied.length - tiedNegatives) * (below + tiedNegatives / 2);
    below += tiedNegatives;
    from = to;
  }
  return won / (positives.length * negatives.length);
}

/** Share of the negatives at or above the highest threshold that still holds the share `recall` of the positives. */
export function falsePositiveRate(positives: readonly number[], negatives: readonly number[], recall: number): number {
  const threshold = [...positives].sort((a, b) => b - a)[Math.ceil(positives.length * recall) - 1];
  return threshold === undefined ? NaN : negatives.filter((value) => value >= threshold).length / negatives.length;
}
