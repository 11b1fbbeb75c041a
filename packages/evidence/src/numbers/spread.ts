/** How durations are spread; null where there is none to measure. All in milliseconds. */
export interface Spread {
  readonly count: number;
  readonly median: number;
  /** Nine of ten are not longer. */
  readonly p90: number;
}

export function spreadOf(durations: readonly number[]): Spread | null {
  if (durations.length === 0) return null;
  const sorted = [...durations].sort((a, b) => a - b);
  return { count: sorted.length, median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
}

/** Between the two nearest, in proportion (type 7 of Hyndman and Fan, as in NumPy, R and PostgreSQL's percentile_cont). */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}
