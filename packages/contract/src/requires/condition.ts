/** `>=2.4.0`, `= 0`, `>=1.2 <2`: all parts of it must hold. */
export interface Condition {
  readonly text: string;
  /** Undefined where the value is not of digits and dots. */
  readonly holds: (value: string) => boolean | undefined;
}

export const CONDITION_FORM = 'comparisons like ">=2.4.0", "= 0" or ">=1.2 <2"';

const PART = /^(>=|<=|>|<|=|!=)?\s*v?(\d+(?:\.\d+)*)$/;

/** Undefined for a text that can be none. */
export function readCondition(text: string): Condition | undefined {
  const parts = text
    .trim()
    .replace(/([<>=!]=?)\s+/g, '$1')
    .split(/[\s,]+/);
  const read = parts.map((part) => PART.exec(part));
  if (text.trim() === '' || read.some((part) => part === null)) return undefined;
  const holds = (value: string): boolean | undefined => {
    const given = /^v?(\d+(?:\.\d+)*)$/.exec(value.trim())?.[1];
    if (given === undefined) return undefined;
    return read.every((part) => decides(part?.[1] ?? '=', compare(given, part?.[2] ?? '')));
  };
  return { text: text.trim(), holds };
}

function decides(operator: string, order: number): boolean {
  switch (operator) {
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '!=':
      return order !== 0;
    default:
      return order === 0;
  }
}

/** Part by part as numbers of any length; a part that is not there is 0. */
function compare(a: string, b: string): number {
  const [one, other] = [a.split('.'), b.split('.')];
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const [left, right] = [BigInt(one[at] ?? 0), BigInt(other[at] ?? 0)];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
