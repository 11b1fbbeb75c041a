/**
 * Reads one value of what may be published; undefined for anything else. What is not described by one is not on the page: a
 * field that is added somewhere stays out until somebody allows it here.
 */
export type Allowed<T> = (value: unknown) => T | undefined;

export type Of<A> = A extends Allowed<infer T> ? T : never;

/** A text of a certain form, such as an id. */
export function like(form: RegExp): Allowed<string> {
  return (value) => (typeof value === 'string' && form.test(value) ? value : undefined);
}

export function oneOf<const T extends string>(words: readonly T[]): Allowed<T> {
  return (value) => words.find((word) => word === value);
}

export const finite: Allowed<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** A time, rewritten: nothing but a time fits into it. */
export const time: Allowed<string> = (value) => {
  const at = typeof value === 'string' || typeof value === 'number' ? new Date(value).getTime() : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};

/** Where nothing is known, or where what is there is not allowed. */
export function orNull<T>(allowed: Allowed<T>): Allowed<T | null> {
  return (value) => allowed(value) ?? null;
}

/** The named fields and no others. A field that is not allowed takes the whole with it, unless it may be null. */
export function record<S extends Readonly<Record<string, Allowed<unknown>>>>(
  shape: S,
): Allowed<{ readonly [K in keyof S]: Of<S[K]> }> {
  return (value) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const read: Record<string, unknown> = {};
    for (const [name, allowed] of Object.entries(shape)) {
      const found = allowed(Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined);
      if (found === undefined) return undefined;
      read[name] = found;
    }
    return read as { readonly [K in keyof S]: Of<S[K]> };
  };
}

/** The first `most` that are allowed, and how many more there are: neither a gap nor a cut is silent. */
export interface Listed<T> {
  readonly shown: readonly T[];
  /** Those that are not shown, because there are too many or because something in them is not for the public. */
  readonly more: number;
}

export function listOf<T>(allowed: Allowed<T>, most: number): Allowed<Listed<T>> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const shown: T[] = [];
    for (const one of value as readonly unknown[]) {
      if (shown.length === most) break;
      const read = allowed(one);
      if (read !== undefined) shown.push(read);
    }
    return { shown, more: value.length - shown.length };
  };
}
