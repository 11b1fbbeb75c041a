/** Half an interval late is late, not missing: schedules are hours behind at times. */
const LATE = 1.5;

export interface Gaps {
  /** How many runs there should have been. */
  readonly expected: number;
  readonly missing: number;
  readonly gaps: readonly { readonly fromMs: number; readonly toMs: number }[];
}

/**
 * Which runs are missing among the latest `runs`: between one backup and the next, and since the newest. Counted from the
 * first backup on, where that is younger than all of them.
 */
export function gapsOf(
  takenMs: readonly number[],
  nowMs: number,
  { everyMs, runs }: { readonly everyMs: number; readonly runs: number },
): Gaps {
  const times = [...takenMs].filter((at) => at <= nowMs).sort((a, b) => a - b);
  const first = times[0] ?? nowMs;
  const since = Math.max(first, nowMs - runs * everyMs);
  const within = times.filter((at) => at > since);
  const points = [since, ...within, nowMs];
  const gaps: { fromMs: number; toMs: number }[] = [];
  let missing = 0;
  for (const [at, toMs] of points.entries()) {
    const fromMs = points[at - 1];
    if (fromMs === undefined || toMs - fromMs <= LATE * everyMs) continue;
    gaps.push({ fromMs, toMs });
    missing += Math.max(1, Math.round((toMs - fromMs) / everyMs) - 1);
  }
  const expected = Math.max(1, Math.min(runs, Math.round((nowMs - since) / everyMs) + (since === first ? 1 : 0)));
  return { expected, missing: Math.min(missing, expected), gaps };
}
