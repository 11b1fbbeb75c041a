/**
 * A sequential test of "this path answers at least `floor` of its requests": the wealth of a bettor who wins when the
 * service is worse. While the claim is true the wealth exceeds 1/p at any time with a chance of at most p (Ville's
 * inequality), so it may be looked at after every probe. It bets only on probes that follow a success: how long a
 * trouble lasts is no evidence of how often troubles come, and `failure-limit` judges that.
 */
export interface Wealth {
  readonly value: number;
  readonly lastFailed: boolean;
}

export const startingWealth: Wealth = { value: 1, lastFailed: false };

/** The failure rate that the bettor bets on: tuned to find services that fail one request in ten. */
const SICK = 0.1;

export function bet(wealth: Wealth, failed: boolean, floor: number): Wealth {
  if (wealth.lastFailed) return { value: wealth.value, lastFailed: failed };
  const tolerated = 1 - floor;
  const sick = Math.max(SICK, 2 * tolerated);
  const factor = failed ? sick / tolerated : (1 - sick) / (1 - tolerated);
  return { value: wealth.value * factor, lastFailed: failed };
}
