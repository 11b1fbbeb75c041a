import { parseDuration } from './duration.ts';
import { Secret } from './secret.ts';

type Given = Readonly<Record<string, unknown>>;

/** Of a value that is not as it should be. */
const MOST_SHOWN = 40;

/**
 * The fields of one map in a structured input (YAML, JSON). Collects everything that is wrong with them, each with
 * its place; shows no value, because there may be secrets among them, unless the caller knows that there is none.
 */
export class Fields {
  readonly #given: Given;
  readonly #where: string;
  readonly #lineOf: (name: string) => number | undefined;
  readonly #hasSecrets: boolean;
  readonly #known = new Set<string>();
  readonly problems: string[] = [];

  /**
   * `lineOf`: the line of a field in its file, where the fields have one. `hasSecrets`: false where wrong values may be
   * shown.
   */
  constructor(
    given: Given,
    where: string,
    lineOf: (name: string) => number | undefined = () => undefined,
    { hasSecrets = true }: { readonly hasSecrets?: boolean } = {},
  ) {
    this.#given = given;
    this.#where = where;
    this.#lineOf = lineOf;
    this.#hasSecrets = hasSecrets;
  }

  /** A text, or a number as it is written. `''` when absent; blanks alone are no text. */
  text(name: string, options: { readonly required?: boolean; readonly expected?: string } = {}): string {
    const value = this.#take(name);
    if (value === undefined || value === null || isBlank(value)) {
      if (options.required === true) this.complain(name, `required, expected ${options.expected ?? 'some text'}`);
      return '';
    }
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    this.complain(name, `expected ${options.expected ?? 'some text'}, got ${kindOf(value)}`);
    return '';
  }

  oneOf<const T extends string>(name: string, words: readonly T[], absent: T): T {
    const text = this.text(name);
    if (text === '') return absent;
    const word = words.find((one) => one === text);
    if (word === undefined) this.complain(name, `expected one of ${words.join(', ')}${this.#got(text)}`);
    return word ?? absent;
  }

  /** One of several words that has to be there. */
  needed<const T extends string>(name: string, words: readonly T[]): T | undefined {
    const text = this.text(name);
    if (text === '') {
      this.complain(name, `required, expected one of ${words.join(', ')}`);
      return undefined;
    }
    const word = words.find((one) => one === text);
    if (word === undefined) this.complain(name, `expected one of ${words.join(', ')}${this.#got(text)}`);
    return word;
  }

  flag(name: string, absent: boolean): boolean {
    const value = this.#take(name);
    if (value === undefined || value === null) return absent;
    if (typeof value === 'boolean') return value;
    this.complain(name, `expected true or false${this.#got(value)}`);
    return absent;
  }

  /** A number within its range; undefined when absent. */
  number(
    name: string,
    options: { readonly min?: number; readonly max?: number; readonly isWhole?: boolean } = {},
  ): number | undefined {
    const value = this.#take(name);
    if (value === undefined || value === null) return undefined;
    const { min = -Infinity, max = Infinity, isWhole = false } = options;
    const fits = typeof value === 'number' && value >= min && value <= max && (!isWhole || Number.isInteger(value));
    if (fits) return value;
    const limits = `${min === -Infinity ? '' : ` from ${min}`}${max === Infinity ? '' : ` up to ${max}`}`;
    this.complain(name, `expected a ${isWhole ? 'whole ' : ''}number${limits}${this.#got(value)}`);
    return undefined;
  }

  /** `30s`, `5m` → milliseconds. */
  duration(name: string, absent: number): number {
    const text = this.text(name);
    const ms = text === '' ? absent : parseDuration(text);
    if (ms === undefined)
      this.complain(name, `expected a duration like 200ms, 30s or 5m${this.#got(this.#given[name])}`);
    return ms ?? absent;
  }

  /** The map under a name; undefined when absent. */
  map(name: string): Readonly<Record<string, unknown>> | undefined {
    const value = this.#take(name);
    if (value === undefined || value === null) return undefined;
    if (isMap(value)) return value;
    this.complain(name, `expected a map, got ${kindOf(value)}`);
    return undefined;
  }

  /** Whatever stands there, for a caller that reads it by itself. */
  any(name: string): unknown {
    return this.#take(name);
  }

  /** A list of texts, or one text. `[]` when absent. */
  list(name: string, options: { readonly required?: boolean } = {}): readonly string[] {
    const value = this.#take(name) ?? [];
    const items = Array.isArray(value) ? value : [value];
    if (items.some((item) => typeof item !== 'string' || isBlank(item))) {
      this.complain(name, 'expected a list of texts');
      return [];
    }
    if (items.length === 0 && options.required === true) this.complain(name, 'required, expected a list of texts');
    return items as readonly string[];
  }

  secret(name: string, fallback?: Secret): Secret {
    const text = this.text(name);
    if (text === '' && fallback !== undefined && !fallback.isEmpty) return fallback;
    if (text === '') {
      this.complain(name, 'the secret is empty; an unset secret arrives as an empty text');
    }
    return new Secret(text);
  }

  /** A URL that is itself a secret, with one of these protocols (`https:`). */
  secretUrl(name: string, protocols: readonly string[]): Secret {
    const secret = this.secret(name);
    if (secret.isEmpty) return secret;
    const text = secret.reveal();
    if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
      this.complain(name, `expected a URL that starts with ${protocols.map((one) => `${one}//`).join(' or ')}`);
    return secret;
  }

  complain(name: string, what: string): void {
    const line = this.#lineOf(name);
    this.problems.push(`${this.#where}: "${name}"${line === undefined ? '' : ` (line ${line})`}: ${what}`);
  }

  /** Complains of every field that nobody asked for: a misspelt filter must not be a filter that is off. */
  refuseOthers(): void {
    const others = Object.keys(this.#given).filter((name) => !this.#known.has(name));
    const known = [...this.#known].sort();
    for (const name of others) {
      const meant = known.find((one) => bare(one) === bare(name));
      this.complain(
        name,
        `no such field; ${meant === undefined ? `known are ${known.join(', ') || 'none'}` : `it is called "${meant}"`}`,
      );
    }
  }

  /** Complains of every field that there is: what it would say is said elsewhere. */
  refuseAll(why: string): void {
    for (const name of Object.keys(this.#given)) {
      this.#known.add(name);
      this.complain(name, `expected nothing here: ${why}`);
    }
  }

  /** The wrong value in one line, where there is no secret among the fields. */
  #got(value: unknown): string {
    if (this.#hasSecrets) return '';
    const text = JSON.stringify(value) ?? kindOf(value);
    return `, got ${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}`;
  }

  #take(name: string): unknown {
    this.#known.add(name);
    return this.#given[name];
  }
}

/** Whether a value is a map: neither a list nor a scalar. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A reason of blanks is none, and a secret of blanks was not set. */
function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}

/** `routing_key` and `project` are slips for `routing-key` and `projects`. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]|s$/g, '');
}
