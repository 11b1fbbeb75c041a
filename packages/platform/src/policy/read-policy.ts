import { isAlias, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
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
  const counter = new LineCounter();
  // Pretty messages repeat the place, and show the line of the file below it.
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, prettyErrors: false });
  if (document.errors.length > 0)
    return {
      policy: none,
      problems: document.errors.map(
        ({ message, pos }) => `${file}:${counter.linePos(pos[0]).line}: not readable as YAML: ${firstLine(message)}`,
      ),
    };
  if (document.contents === null) return { policy: none, problems: [] };
  const reader = new Reader(file, counter, known);
  return reader.read(document.contents, (node) => (isAlias(node) ? undefined : toJs(node, document)));
}

type Document = ReturnType<typeof parseDocument>;
const toJs = (node: unknown, document: Document): unknown =>
  node !== null && typeof node === 'object' && 'toJS' in node && typeof node.toJS === 'function'
    ? (node as { toJS(document: Document): unknown }).toJS(document)
    : node;

const firstLine = (message: string): string => message.split('\n')[0] ?? message;

class Reader {
  readonly #problems: string[] = [];
  readonly #file: string;
  readonly #counter: LineCounter;
  readonly #known: readonly Line[];

  constructor(file: string, counter: LineCounter, known: readonly Line[]) {
    this.#file = file;
    this.#counter = counter;
    this.#known = known;
  }

  read(root: unknown, plain: (node: unknown) => unknown): ReadPolicy {
    const lines: PolicyLine[] = [];
    let pinned: readonly string[] = [];
    for (const section of this.#pairs(root, 'expected sections like vercel: and supabase:')) {
      if (section.name === 'pinned') pinned = this.#pinned(plain(section.value), section.at);
      else if (!this.#sections.includes(section.name)) this.#unknown(section, [...this.#sections, 'pinned'], 'section');
      else if (!isNothing(section.value)) lines.push(...this.#section(section, plain));
    }
    return { policy: { lines, pinned }, problems: this.#problems };
  }

  get #sections(): readonly string[] {
    return [...new Set(this.#known.map(({ key }) => key.slice(0, key.indexOf('.'))))];
  }

  #section(section: Pair, plain: (node: unknown) => unknown): readonly PolicyLine[] {
    const names = this.#known.flatMap(({ key }) =>
      key.startsWith(`${section.name}.`) ? [key.slice(section.name.length + 1)] : [],
    );
    return this.#pairs(section.value, `"${section.name}": expected lines below it`, section.at).flatMap((pair) => {
      const line = this.#known.find(({ key }) => key === `${section.name}.${pair.name}`);
      if (line === undefined) return this.#unknown(pair, names, section.name);
      const demand = line.read(plain(pair.value));
      if (demand === undefined) return this.#complain(pair.at, `"${line.key}": expected ${line.expected}`);
      return [{ line, demand, at: pair.at }];
    });
  }

  #pinned(value: unknown, at: number): readonly string[] {
    if (Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== '')) return value as string[];
    this.#complain(at, '"pinned": expected a list of paths of a snapshot, like vercel.project.nodeVersion');
    return [];
  }

  #unknown({ at, name }: Pair, names: readonly string[], where: string): [] {
    const meant = nearest(name, names);
    const advice = meant === undefined ? `known are ${[...names].sort().join(', ')}` : `did you mean "${meant}"?`;
    return this.#complain(at, `"${name}" is not known${where === 'section' ? '' : ` in "${where}"`}; ${advice}`);
  }

  #pairs(node: unknown, expected: string, at = 1): readonly Pair[] {
    if (isNothing(node)) return [];
    if (!isMap(node)) return this.#complain(this.#lineOf(node) ?? at, expected);
    return node.items.map(({ key, value }) => ({
      name: isScalar(key) ? String(key.value) : '',
      value,
      at: this.#lineOf(key) ?? at,
    }));
  }

  #lineOf(node: unknown): number | undefined {
    const range = (node as { readonly range?: readonly [number, number, number] } | null)?.range;
    return range === undefined ? undefined : this.#counter.linePos(range[0]).line;
  }

  #complain(at: number, what: string): [] {
    this.#problems.push(`${this.#file}:${at}: ${what}`);
    return [];
  }
}

interface Pair {
  readonly name: string;
  readonly value: unknown;
  readonly at: number;
}

function isNothing(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}
