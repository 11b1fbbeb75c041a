/** P(Z > z) for a standard normal Z, with a relative error below 2e-7 in both tails. */
export function upperTail(z: number): number {
  const tail = erfc(Math.abs(z) / Math.SQRT2) / 2;
  return z >= 0 ? tail : 1 - tail;
}

/** The z that a standard normal exceeds with probability `p`, 0 < p < 1. */
export function upperQuantile(p: number): number {
  let low = -40;
  let high = 40;
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (upperTail(middle) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Complementary error function for x ≥ 0: Chebyshev fit of Numerical Recipes, section 6.2. */
function erfc(x: number): number {
  const t = 1 / (1 + x / 2);
  const fit = [
    0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368,
    -1.26551223,
  ].reduce((sum, coefficient) => sum * t + coefficient, 0);
  return t * Math.exp(-x * x + fit);
}
