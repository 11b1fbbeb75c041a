/** How a value of the policy is written. */
export interface Kind<V> {
  /** What is expected, for a message: `true or false`. */
  readonly expected: string;
  /** Undefined for what is none. */
  readonly read: (value: unknown) => V | undefined;
  /** For a report, in few words. */
  readonly show: (value: V) => string;
  readonly same: (a: V, b: V) => boolean;
}

const identical = <V>(a: V, b: V): boolean => a === b;

export const flag: Kind<boolean> = {
  expected: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  show: (value) => (value ? 'on' : 'off'),
  same: identical,
};

export const text: Kind<string> = {
  expected: 'a text',
  read: (value) => (typeof value === 'string' && value !== '' ? value : undefined),
  show: (value) => value,
  same: identical,
};

export function word<const W extends string>(words: readonly W[]): Kind<W> {
  return {
    expected: `one of ${words.join(', ')}`,
    read: (value) => words.find((one) => one === value),
    show: (value) => value,
    same: identical,
  };
}

export function integer(unit: string, min = 0): Kind<number> {
  return {
    expected: `a whole number of ${unit}${min > 0 ? `, at least ${min}` : ''}`,
    read: (value) => (Number.isSafeInteger(value) && (value as number) >= min ? (value as number) : undefined),
    show: (value) => `${value} ${unit}`,
    same: identical,
  };
}

/** A list of texts; one text alone is a list of one. Its order is of no importance. */
export const list: Kind<readonly string[]> = {
  expected: 'a list of texts',
  read: (value) => {
    const items: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [undefined];
    return items.every((item): item is string => typeof item === 'string' && item !== '') ? items : undefined;
  },
  show: (value) => (value.length === 0 ? 'none' : [...value].sort().join(', ')),
  same: (a, b) => [...a].sort().join('\n') === [...b].sort().join('\n'),
};

/** A list that demands something: with none in it a line would check nothing, and pass. */
export const names: Kind<readonly string[]> = {
  ...list,
  expected: 'a list of at least one text',
  read: (value) => {
    const found = list.read(value);
    return found?.length === 0 ? undefined : found;
  },
};

/** A map of texts, numbers or lists of texts; each is kept as it is written. */
export const map: Kind<Readonly<Record<string, string>>> = {
  expected: 'a map of texts',
  read: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value).map(([name, one]) => [name, entryText(one)] as const);
    return entries.every((entry): entry is readonly [string, string] => entry[1] !== undefined)
      ? Object.fromEntries(entries)
      : undefined;
  },
  show: (value) => {
    const entries = Object.entries(value).map(([name, one]) => `${name}: ${one}`);
    return entries.length === 0 ? 'none' : entries.sort().join(', ');
  },
  same: (a, b) => map.show(a) === map.show(b),
};

function entryText(value: unknown): string | undefined {
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ');
  return undefined;
}
