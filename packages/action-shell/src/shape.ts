import { parseDuration, parseList, Secret } from '@lockstep/base';

type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** One input: how its text becomes a value, and what to tell the caller when it does not. */
export interface Field<T> {
  /** The text that action.yml gives as default; undefined where it gives none. */
  readonly default: string | undefined;
  readonly required: boolean;
  readonly secret: boolean;
  /** What a README says of its kind: `text`, `secret`, `duration`; words in backticks where only these may stand. */
  readonly type: string;
  /** Completes "expected …". */
  readonly expected: string;
  /** The value when the text is empty. Never asked for where the field is required. */
  readonly empty: T;
  /** Values besides `empty` that a text which cannot be read may have been meant as; not every one that there is. */
  readonly others: readonly T[];
  readonly parse: (text: string) => Parsed<T>;
  /** What action.yml says of it; undefined where action.yml alone does. */
  readonly description?: string;
}

/** The inputs of an action, by their names in action.yml. */
export type Shape = Readonly<Record<string, Field<unknown>>>;

/** What a shape's inputs are once they are read. */
export type Values<S extends Shape> = { readonly [K in keyof S]: S[K] extends Field<infer T> ? T : never };

export interface Requirement {
  readonly required?: boolean;
}

const ok = <T>(value: T): Parsed<T> => ({ ok: true, value });
const no: { readonly ok: false } = { ok: false };

function field<T>(
  { type, empty, others, expected, parse }: Pick<Field<T>, 'type' | 'empty' | 'others' | 'expected' | 'parse'>,
  defaultText?: string,
  options: Requirement & { readonly secret?: boolean } = {},
): Field<T> {
  return {
    default: defaultText,
    required: options.required ?? false,
    secret: options.secret ?? false,
    type,
    expected,
    empty,
    others,
    parse,
  };
}

/** Free text; `''` when absent. `pattern` with its description in `expected` narrows it. */
export function text(
  defaultText?: string,
  options: Requirement & { readonly pattern?: RegExp; readonly expected?: string } = {},
): Field<string> {
  const parse = (value: string) => (options.pattern === undefined || options.pattern.test(value) ? ok(value) : no);
  const form = { type: 'text', expected: options.expected ?? 'some text', empty: '', others: ['text'], parse };
  return field(form, defaultText, options);
}

const hidden = {
  empty: new Secret(''),
  // Too short to be one, so that no text loses it.
  others: [new Secret('-', 'part')],
  parse: (value: string) => ok(new Secret(value)),
};

/** A secret: masked in every form before anything else happens. */
export function secret(options: Requirement = {}): Field<Secret> {
  return field({ type: 'secret', expected: 'a secret', ...hidden }, undefined, { ...options, secret: true });
}

/** The field with what every action.yml says of it: for inputs that several actions share. */
export function described<T>(field: Field<T>, description: string): Field<T> {
  return { ...field, description };
}

/** Like `secret`, where action.yml takes it from a context: `${{ github.token }}`. */
export function token(defaultText: string): Field<Secret> {
  return field({ type: 'secret', expected: 'a token', ...hidden }, defaultText, { secret: true });
}

/** `${{ job.status }}`, which the runner evaluates anew for the post step: how a post step learns of the job's end. */
export function jobStatus(): Field<string> {
  return described(
    text('${{ job.status }}'),
    'Set by the action itself; it passes the result of the job to the post step.',
  );
}

/** A commit, by enough of its id. */
export function commit(): Field<string> {
  return text(undefined, { pattern: /^[0-9a-fA-F]{7,40}$/, expected: 'a commit of 7 to 40 hex digits' });
}

/** One of a closed list of words. */
export function oneOf<const T extends string>(words: readonly T[], defaultWord?: T, options?: Requirement): Field<T>;
export function oneOf<const T extends string>(
  words: readonly T[],
  defaultWord?: T,
  options: Requirement = {},
): Field<T | ''> {
  const known: readonly string[] = words;
  const parse = (value: string): Parsed<T> => (known.includes(value) ? ok(value as T) : no);
  return field<T | ''>(
    {
      type: words.map((word) => `\`${word}\``).join(', '),
      expected: `one of ${words.filter((word) => word !== '').join(', ')}${words.includes('' as T) ? ', or nothing' : ''}`,
      empty: defaultWord ?? '',
      others: words,
      parse,
    },
    defaultWord,
    options,
  );
}

/** Exactly `true` or `false`. */
export function flag(defaultValue: boolean): Field<boolean> {
  const parse = (value: string) => (value === 'true' ? ok(true) : value === 'false' ? ok(false) : no);
  const form = { type: 'boolean', expected: 'true or false', empty: defaultValue, others: [!defaultValue], parse };
  return field(form, String(defaultValue));
}

/** `200ms`, `30s`, `5m` → milliseconds. Without a default an absent one is undefined. */
export function duration(defaultText: string): Field<number>;
export function duration(defaultText?: undefined, options?: Requirement): Field<number | undefined>;
export function duration(defaultText?: string, options: Requirement = {}): Field<number | undefined> {
  const parse = (value: string) => {
    const ms = parseDuration(value);
    return ms === undefined ? no : ok(ms);
  };
  const empty = defaultText === undefined ? undefined : parseDuration(defaultText);
  return field<number | undefined>(
    { type: 'duration', expected: 'a duration like 200ms, 30s or 5m', empty, others: [60_000], parse },
    defaultText,
    options,
  );
}

interface Range extends Requirement {
  readonly min?: number;
  readonly max?: number;
}

/** A whole number within its range. Without a default an absent one is undefined. */
export function integer(defaultValue: number, range?: Range): Field<number>;
export function integer(defaultValue?: undefined, range?: Range): Field<number | undefined>;
export function integer(defaultValue?: number, range: Range = {}): Field<number | undefined> {
  return numeric({ type: 'integer', what: 'a whole number' }, /^-?\d{1,15}$/, defaultValue, range);
}

/** A decimal number within its range. Without a default an absent one is undefined. */
export function decimal(defaultValue: number, range?: Range): Field<number>;
export function decimal(defaultValue?: undefined, range?: Range): Field<number | undefined>;
export function decimal(defaultValue?: number, range: Range = {}): Field<number | undefined> {
  return numeric({ type: 'number', what: 'a number' }, /^-?\d{1,15}(\.\d{1,15})?$/, defaultValue, range);
}

function numeric(
  { type, what }: { readonly type: string; readonly what: string },
  form: RegExp,
  defaultValue: number | undefined,
  range: Range,
): Field<number | undefined> {
  const { min = -Infinity, max = Infinity } = range;
  const parse = (value: string) => {
    const n = Number(value);
    return form.test(value) && n >= min && n <= max ? ok(n) : no;
  };
  const limits = [min === -Infinity ? '' : ` from ${min}`, max === Infinity ? '' : ` up to ${max}`].join('');
  const others = [min === -Infinity ? 1 : min];
  const words = { type, expected: `${what}${limits}`, empty: defaultValue, others, parse };
  return field(words, defaultValue?.toString(), range);
}

/** Lines; `[]` when absent. */
export function list(defaultText?: string, options: Requirement = {}): Field<readonly string[]> {
  const parse = (value: string) => ok<readonly string[]>(parseList(value));
  return field<readonly string[]>(
    { type: 'list', expected: 'one value a line', empty: parseList(defaultText ?? ''), others: [['text']], parse },
    defaultText,
    options,
  );
}

/** An absolute http or https URL; undefined when absent. */
export function url(defaultText?: string, options: Requirement = {}): Field<URL | undefined> {
  const empty = defaultText === undefined || defaultText === '' ? undefined : new URL(defaultText);
  return field<URL | undefined>(
    {
      ...{ type: 'URL', expected: 'a URL that starts with https:// or http://', parse: parseUrl },
      ...{ empty, others: [new URL('https://example.com')] },
    },
    defaultText,
    options,
  );
}

function parseUrl(value: string): Parsed<URL> {
  if (!URL.canParse(value)) return no;
  const parsed = new URL(value);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? ok(parsed) : no;
}
