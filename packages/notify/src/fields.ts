import { Secret } from '@lockstep/base';

type Given = Readonly<Record<string, unknown>>;

/** The fields of one target as they are written in YAML. Collects what is wrong with them; shows no value. */
export class Fields {
  readonly #given: Given;
  readonly #where: string;
  readonly #known = new Set<string>();
  readonly problems: string[] = [];

  constructor(given: Given, where: string) {
    this.#given = given;
    this.#where = where;
  }

  /** A text, or a number as it is written. `''` when absent. */
  text(name: string, options: { readonly required?: boolean; readonly expected?: string } = {}): string {
    const value = this.#take(name);
    if (value === undefined || value === null || value === '') {
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
    if (word === undefined) this.complain(name, `expected one of ${words.join(', ')}`);
    return word ?? absent;
  }

  flag(name: string, absent: boolean): boolean {
    const value = this.#take(name);
    if (value === undefined || value === null) return absent;
    if (typeof value === 'boolean') return value;
    this.complain(name, 'expected true or false');
    return absent;
  }

  /** A list of texts, or one text. `[]` when absent. */
  list(name: string, options: { readonly required?: boolean } = {}): readonly string[] {
    const value = this.#take(name) ?? [];
    const items = Array.isArray(value) ? value : [value];
    if (items.some((item) => typeof item !== 'string' || item === '')) {
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
    this.problems.push(`${this.#where}: "${name}": ${what}`);
  }

  /** Complains of every field that nobody asked for: a misspelt filter must not be a filter that is off. */
  refuseOthers(): void {
    const others = Object.keys(this.#given).filter((name) => !this.#known.has(name));
    for (const name of others) this.complain(name, `no such field; known are ${[...this.#known].sort().join(', ')}`);
  }

  #take(name: string): unknown {
    this.#known.add(name);
    return this.#given[name];
  }
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}
