/** A day begins in the far east so long before it does in UTC, by which days are counted here. */
const EAST_MS = 14 * 3_600_000;

/** How long ago a day was; 0 while it begins in the east, undefined where it has begun nowhere. */
export function sinceDay(dayMs: number, nowMs: number): number | undefined {
  const ageMs = nowMs - dayMs;
  return ageMs < -EAST_MS ? undefined : Math.max(0, ageMs);
}
