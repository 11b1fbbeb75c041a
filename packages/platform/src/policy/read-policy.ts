import { InputError, isMap, type LineOf, readYaml } from '@lockstep/base';
import { LineCounter, parseDocument } from 'yaml';
import type { Demand, Line } from '../line.ts';
import { nearest } from './nearest.ts';

/** One line of a policy that is to be checked. */
export interface PolicyLine {
  readonly line: Line;
  readonly demand: Demand;
  /** Where it stands in the file. */
  readonly at: number;
}

export interface Policy {
  readonly lines: readonly PolicyLine[];
  /** Patterns of paths in a snapshot whose change fails `compare`. */
  readonly pinned: readonly string[];
}

export interface ReadPolicy {
  readonly policy: Policy;
  /** Everything that is wrong with the file, each with its line. */
  readonly problems: readonly string[];
}

/** More than this nobody writes; an alias could make gigabytes of a few lines. */
const MOST_CHARACTERS = 256 * 1024;

/** Reads a policy. Every line is optional; a key that is not known is a problem, since a misspelt line checks nothing. */
export function readPolicy(text: string, file: string, known: readonly Line[]): ReadPolicy {
  const none: Policy = { lines: [], pinned: [] };
  if (text.length > MOST_CHARACTERS)
    return { policy: none, problems: [`${file}: ${text.length} characters, at most ${MOST_CHARACTERS} are read`] };
  try {
    const { data, lineOf } = readYaml({ LineCounter, parseDocument }, text, file);
    return new Reader(file, lineOf, known).read(data);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { policy: none, problems: error.problems };
  }
}

class Reader {
  readonly #problems: string[] = [];
  readonly #file: string;
  readonly #lineOf: LineOf;
  readonly #known: readonly Line[];

  constructor(file: string, lineOf: LineOf, known: readonly Line[]) {
    this.#file = file;
    this.#lineOf = lineOf;
    this.#known = known;
  }

  read(data: unknown): ReadPolicy {
    const lines: PolicyLine[] = [];
    let pinned: readonly string[] = [];
    for (const [name, value] of this.#entries(data, [], 'expected sections like vercel: and supabase:')) {
      if (name === 'pinned') pinned = this.#pinned(value);
      else if (!this.#sections.includes(name)) this.#unknown([name], [...this.#sections, 'pinned']);
      else lines.push(...this.#section(name, value));
    }
    return { policy: { lines, pinned }, problems: this.#problems };
  }

  get #sections(): readonly string[] {
    return [...new Set(this.#known.map(({ key }) => key.slice(0, key.indexOf('.'))))];
  }

  #section(section: string, given: unknown): readonly PolicyLine[] {
    const names = this.#known.flatMap(({ key }) =>
      key.startsWith(`${section}.`) ? [key.slice(section.length + 1)] : [],
    );
    return this.#entries(given, [section], `"${section}": expected lines below it`).flatMap(([name, value]) => {
      const path = [section, name];
      const line = this.#known.find(({ key }) => key === `${section}.${name}`);
      if (line === undefined) return this.#unknown(path, names);
      const demand = line.read(value);
      if (demand === undefined) return this.#complain(path, `"${line.key}": expected ${line.expected}`);
      return [{ line, demand, at: this.#at(path) }];
    });
  }

  #pinned(value: unknown): readonly string[] {
    if (Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== '')) return value as string[];
    return this.#complain(
      ['pinned'],
      '"pinned": expected a list of paths of a snapshot, like vercel.project.nodeVersion',
    );
  }

  #unknown(path: readonly string[], names: readonly string[]): [] {
    const [name = ''] = path.slice(-1);
    const meant = nearest(name, names);
    const advice = meant === undefined ? `known are ${[...names].sort().join(', ')}` : `did you mean "${meant}"?`;
    const where = path.length === 1 ? '' : ` in "${path[0]}"`;
    return this.#complain(path, `"${name}" is not known${where}; ${advice}`);
  }

  /** What is in a map; a section may be empty. */
  #entries(value: unknown, path: readonly string[], expected: string): readonly (readonly [string, unknown])[] {
    if (value === null || value === undefined) return [];
    return isMap(value) ? Object.entries(value) : this.#complain(path, expected);
  }

  #at(path: readonly string[]): number {
    return this.#lineOf(path) ?? 1;
  }

  #complain(path: readonly string[], what: string): [] {
    this.#problems.push(`${this.#file}:${this.#at(path)}: ${what}`);
    return [];
  }
}
