import type { Condition, Literal, Operator, Reference } from './conditions/condition.ts';

/** The same condition in Gatus's words, as one or more; or why it would mean something else there. */
export function gatusCondition({
  left,
  operator,
  right,
}: Condition): { readonly conditions: readonly string[] } | { readonly not: string } {
  if (left.place === 'HEADER') return { not: 'Gatus looks at no headers' };
  const place = placeOf(left);
  if (place === undefined) return { not: 'its paths have no such key' };
  // `items[0]` of a body that is one text or a list ends the whole process.
  if (!isIndex(left.path[0]) && isIndex(left.path[1])) return { not: 'Gatus crashes on an answer of another form' };
  const isEquality = operator === '==' || operator === '!=';
  const ofBody = left.place === 'BODY' && left.kind === 'place';
  if (ofBody && !isEquality && !cutsTheSame(operator, right)) return { not: cutsOff(operator) };
  const value = operandOf(ofBody && left.path.length === 0 ? alsoQuoted(right) : right, isEquality, ofBody);
  if (value === undefined) return { not: 'it reads that value otherwise' };
  const said = `${place} ${operator} ${value}`;
  if (left.place !== 'BODY' || left.path.length === 0) return { conditions: [said] };
  // What is absent meets no condition of the gate; to Gatus it is a text that differs. Of a body that is one text, a
  // number or a list it takes every key for that.
  const isHas = left.kind === 'has';
  const isObject = isIndex(left.path[0]) || (operator === '==' && !isHas) ? [] : ['[BODY] == pat({*)'];
  if (isHas) return { conditions: isAbsence(operator, right) ? [said] : [...isObject, said] };
  const isThere = operator === '==' ? [] : [`has(${placeOf({ ...left, kind: 'place' })}) == true`];
  return { conditions: [...isObject, ...isThere, said] };
}

function isAbsence(operator: Operator, [literal]: readonly Literal[]): boolean {
  return (operator === '==') === (literal?.kind === 'value' && literal.value === false);
}

/** A body that is one JSON text is that text to the gate, and to Gatus one in quotes. */
function alsoQuoted(right: readonly Literal[]): readonly Literal[] {
  return right.flatMap((one) =>
    one.kind === 'value' && typeof one.value === 'string' ? [one, { ...one, value: `"${one.value}"` }] : [one],
  );
}

/** Gatus compares whole numbers by their order: whether a fraction in the answer loses nothing by that. */
function cutsTheSame(operator: Operator, [literal]: readonly Literal[]): boolean {
  const limit = literal?.kind === 'value' ? Number(literal.value) : Number.NaN;
  return operator === '<' || operator === '>=' ? limit >= 1 : limit <= -1;
}

function cutsOff(operator: Operator): string {
  const other = { '<=': '<', '>': '>=' }[operator as string];
  return `Gatus cuts fractions off${other === undefined ? '' : `; with ${other} it would be in it`}`;
}

function isIndex(step = ''): boolean {
  return /^\d+$/.test(step);
}

function placeOf({ kind, place, path }: Reference): string | undefined {
  const steps = path.map((step) =>
    isIndex(step) ? `[${step}]` : /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : undefined,
  );
  if (steps.includes(undefined)) return undefined;
  const whole = `[${place}]${steps.join('')}`;
  return kind === 'place' ? whole : `${kind}(${whole})`;
}

function operandOf(right: readonly Literal[], isEquality: boolean, ofBody: boolean): string | undefined {
  const values = right.map((one) => {
    if (one.kind === 'pattern') return patternOf(one.pattern);
    // It writes a large number of an answer as 1e+06.
    const isLarge = ofBody && isEquality && Math.abs(Number(one.value)) >= 1e6;
    return isLarge ? undefined : plainOf(one.value, isEquality);
  });
  const [only] = values;
  if (only === undefined || values.includes(undefined)) return undefined;
  if (values.length === 1) return only;
  // Inside any(…) a pattern is a text.
  return right.some(({ kind }) => kind === 'pattern') ? undefined : anyOf(values as string[]);
}

/** Gatus compares whole numbers alone by their order, and texts without quotes. */
function plainOf(value: number | string | boolean | null, isEquality: boolean): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (typeof value === 'boolean') return String(value);
  return value !== null && isEquality && /^("?)[\w.:/+-]+(?: [\w.:/+-]+)*\1$/.test(value) ? value : undefined;
}

/** Its patterns know more signs than `*`, and take no notice of `/`. */
function patternOf(pattern: string): string | undefined {
  return /^[\w\s.:+*"'{}<>=,-]+$/.test(pattern) && !/ (?:[=!]=|[<>]=?) |\n/.test(pattern)
    ? `pat(${pattern})`
    : undefined;
}

/** One of several words. */
export function anyOf(words: readonly string[]): string {
  return words.length === 1 ? (words[0] ?? '') : `any(${words.join(', ')})`;
}
