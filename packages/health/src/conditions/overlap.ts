import type { Condition } from './condition.ts';
import { meets } from './evaluate.ts';

/**
 * Whether one number meets both of two conditions. What a condition says changes only at the numbers in it, so these, what
 * lies between them, and what lies beyond are all that there is to try.
 */
export function overlap(one: Condition, other: Condition): boolean {
  const { place } = one.left;
  if (place !== other.left.place) return false;
  return tried([...numbersOf(one), ...numbersOf(other)]).some(
    (value) => meets(one, { [place]: value }) && meets(other, { [place]: value }),
  );
}

/** The numbers that a condition compares with. */
export function numbersOf({ right }: Condition): readonly number[] {
  return right.flatMap((literal) =>
    literal.kind === 'value' && typeof literal.value === 'number' ? [literal.value] : [],
  );
}

function tried(numbers: readonly number[]): readonly number[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const between = sorted.slice(1).map((number, index) => (number + (sorted[index] ?? number)) / 2);
  return [...sorted, ...between, (sorted[0] ?? 0) - 1, (sorted.at(-1) ?? 0) + 1];
}
