/**
 * Fisher's exact test, one-sided: the chance that the candidate has `candidateErrors` or more of all errors seen, if
 * errors fall on both arms alike.
 */
export function fisherP(
  candidateErrors: number,
  candidateTotal: number,
  baselineErrors: number,
  baselineTotal: number,
): number {
  const errors = candidateErrors + baselineErrors;
  const logs = logFactorials(candidateTotal + baselineTotal);
  const choose = (n: number, k: number) => (logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0);
  const all = choose(candidateTotal + baselineTotal, errors);
  let p = 0;
  for (let k = candidateErrors; k <= Math.min(errors, candidateTotal); k++) {
    if (errors - k > baselineTotal) continue;
    p += Math.exp(choose(candidateTotal, k) + choose(baselineTotal, errors - k) - all);
  }
  return Math.min(1, p);
}

/** P(X ≤ k) of a binomial X with `n` trials, as a function of the chance of each. */
export function binomialAtMost(k: number, n: number): (p: number) => number {
  const logs = logFactorials(n);
  const ways = Array.from(
    { length: Math.max(0, Math.min(k, n) + 1) },
    (_, i) => (logs[n] ?? 0) - (logs[i] ?? 0) - (logs[n - i] ?? 0),
  );
  return (p) => {
    if (k >= n || p <= 0) return k < 0 ? 0 : 1;
    if (p >= 1) return 0;
    return Math.min(
      1,
      ways.reduce((sum, way, i) => sum + Math.exp(way + i * Math.log(p) + (n - i) * Math.log1p(-p)), 0),
    );
  };
}

/** The smallest rate under which `k` or more of `n` still has a chance of `error`: Clopper-Pearson, one-sided. */
export function lowestRate(k: number, n: number, error: number): number {
  if (k === 0) return 0;
  const below = binomialAtMost(k - 1, n);
  return bisect((rate) => 1 - below(rate) > error);
}

/** The largest rate under which `k` or fewer of `n` still has a chance of `error`: Clopper-Pearson, one-sided. */
export function highestRate(k: number, n: number, error: number): number {
  if (k === n) return 1;
  const atMost = binomialAtMost(k, n);
  return bisect((rate) => atMost(rate) <= error);
}

/** The point between 0 and 1 from which on `above` holds. */
function bisect(above: (x: number) => boolean): number {
  let low = 0;
  let high = 1;
  while (high - low > 1e-10) {
    const middle = (low + high) / 2;
    if (above(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let n = 2; n <= most; n++) logs[n] = (logs[n - 1] ?? 0) + Math.log(n);
  return logs;
}
