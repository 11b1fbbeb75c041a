/**
 * Counts whose rate is not known for certain: a negative binomial with a mean m and a variance m + s·m², which is a Poisson
 * whose mean is spread as a gamma distribution with a variance of s times its square.
 */

/** P(X ≥ count) of a negative binomial with a mean and the s of its variance; of a Poisson where s is next to nothing. */
export function atLeast(count: number, mean: number, s: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  // Summed on the side of the count that has less, so that nothing is lost in 1 minus nearly 1.
  if (count > mean) return Math.min(1, tail(count, mean, s, 1));
  return Math.max(0, 1 - tail(count - 1, mean, s, -1));
}

/** The sum of the chances from one count on, upwards or downwards. */
function tail(from: number, mean: number, s: number, step: 1 | -1): number {
  const size = sizeOf(mean, s);
  let term = Math.exp(logChance(from, mean, size));
  let total = 0;
  for (let k = from; k >= 0 && (term > total * 1e-12 || total === 0); k += step) {
    total += term;
    // The chance of the next count, by that of this one.
    const share = size === Number.POSITIVE_INFINITY ? mean : mean / (mean + size);
    const weight = (at: number) => (size === Number.POSITIVE_INFINITY ? 1 : at + size);
    term = step === 1 ? (term * share * weight(k)) / (k + 1) : (term * k) / (share * weight(k - 1));
    if (term === 0) break;
  }
  return total;
}

/** log P(X = count). */
export function logChanceOf(count: number, mean: number, s: number): number {
  return logChance(count, mean, sizeOf(mean, s));
}

function sizeOf(mean: number, s: number): number {
  return s * mean < 1e-6 ? Number.POSITIVE_INFINITY : 1 / s;
}

function logChance(k: number, mean: number, size: number): number {
  if (size === Number.POSITIVE_INFINITY) return k * Math.log(mean) - mean - logGamma(k + 1);
  return (
    logGamma(k + size) -
    logGamma(size) -
    logGamma(k + 1) -
    size * Math.log1p(mean / size) +
    k * Math.log(mean / (mean + size))
  );
}

/** Stirling's series, from seven on; below it by the recurrence (Abramowitz and Stegun 6.1.41). */
function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < 7; at++) shift += Math.log(at);
  const inverse = 1 / (at * at);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / at;
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - shift;
}
