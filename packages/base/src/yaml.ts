import { describe, InputError } from './errors.ts';
import { yamlReason } from './yaml-reason.ts';

/** Of the package `yaml` what is needed here. This package imports nothing: who reads a text hands it in. */
export interface Yaml {
  readonly LineCounter: new () => YamlLines;
  readonly parseDocument: (text: string, options: YamlOptions) => YamlDocument;
}

export interface YamlLines {
  lineStarts: number[];
  addNewLine: (offset: number) => number;
  linePos: (offset: number) => { line: number; col: number };
}

interface YamlOptions {
  readonly lineCounter: YamlLines;
  readonly logLevel: 'error';
  readonly prettyErrors: false;
}

export interface YamlDocument {
  readonly contents: unknown;
  readonly errors: readonly YamlProblem[];
  toJS(): unknown;
}

interface YamlProblem {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** The line on which what is at a path begins, or else the line of what should have it. */
export type LineOf = (path: readonly (string | number)[]) => number | undefined;

const REMEDIES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'check the blanks at the beginning of this line and of the one above',
  DUPLICATE_KEY: 'a name may be there once in a map: remove one of them',
  MULTIPLE_DOCS: 'remove this line: only what is above it would count',
  TAB_AS_INDENT: 'indent with blanks, not with tabs',
};
/** Where the parser advises whoever programs with it. */
const REASONS: Readonly<Record<string, string>> = { MULTIPLE_DOCS: 'a second document begins here' };
const REMEDY =
  'put texts with a colon, a # or another mark of YAML into quotes, and check the blanks at the beginning of the line';

/**
 * The data of a text, and the line of each part of it. Throws InputError with every place that is no YAML; no message
 * shows a value. `name` is how messages call the text, `remedy` what to do where nothing better is known.
 */
export function readYaml(
  { LineCounter, parseDocument }: Yaml,
  text: string,
  name: string,
  remedy = REMEDY,
): { readonly data: unknown; readonly lineOf: LineOf } {
  const lines = new LineCounter();
  try {
    // 'error' and not 'silent': a second document would be left out without a word.
    const document = parseDocument(text, { lineCounter: lines, logLevel: 'error', prettyErrors: false });
    if (document.errors.length > 0) throw new InputError(problemsOf(document.errors, { text, lines, name, remedy }));
    return { data: document.toJS(), lineOf: lineFinder(document, lines) };
  } catch (error) {
    // An alias of nothing, or of far too much, is found only where the data is made.
    if (error instanceof ReferenceError)
      throw new InputError(`${name}: not readable as YAML: ${yamlReason(describe(error))}; check its aliases (*name)`);
    if (error instanceof RangeError)
      throw new InputError(`${name}: not readable as YAML: lists or maps within each other, too deep to read`);
    throw error;
  }
}

interface Source {
  readonly text: string;
  readonly lines: YamlLines;
  readonly name: string;
  readonly remedy: string;
}

/** The first of each line: what follows it there follows from it. */
function problemsOf(errors: readonly YamlProblem[], { lines, name, remedy, text }: Source): readonly string[] {
  const conflict = text.split('\n').findIndex((line) => /^<{7}(?: |$)/.test(line));
  if (conflict >= 0) return [`${name} (line ${conflict + 1}): there is a merge conflict; resolve it first`];
  const first = new Map<number, string>();
  for (const { code, message, pos } of errors) {
    const { col, line } = lines.linePos(pos[0]);
    const place = `${name}: not readable as YAML (line ${line}, column ${col})`;
    if (!first.has(line))
      first.set(line, `${place}: ${REASONS[code] ?? yamlReason(message)}; ${REMEDIES[code] ?? remedy}`);
  }
  return [...first.values()];
}

/** A node of the package `yaml`, whatever it is. */
interface YamlNode {
  readonly range?: readonly number[] | null;
  readonly items?: readonly unknown[];
  readonly resolve?: (document: unknown) => unknown;
}

/** Finds lines in a text that was read with `lines` as its line counter. */
export function lineFinder(document: Pick<YamlDocument, 'contents'>, lines: YamlLines): LineOf {
  return (path) => {
    let node = document.contents;
    let line: number | undefined;
    for (const step of path) {
      const found = below(target(node, document), step);
      if (found === undefined) break;
      const start = nodeOf(found.place)?.range?.[0];
      if (start !== undefined) line = lines.linePos(start).line;
      node = found.value;
    }
    return line;
  };
}

/** What an alias stands for. */
function target(node: unknown, document: unknown): unknown {
  const resolve = nodeOf(node)?.resolve;
  return typeof resolve === 'function' ? resolve.call(node, document) : node;
}

/** What a map has by a name, or a list at a place, and where that begins. */
function below(node: unknown, step: string | number): { readonly place: unknown; readonly value: unknown } | undefined {
  const items = nodeOf(node)?.items ?? [];
  const pairs = items.filter(isPair);
  if (pairs.length < items.length) {
    const item = items[Number(step)];
    return item === undefined ? undefined : { place: item, value: item };
  }
  const pair = pairs.find(({ key }) => nameOf(key) === String(step));
  return pair === undefined ? undefined : { place: pair.key, value: pair.value };
}

function nodeOf(node: unknown): YamlNode | undefined {
  return typeof node === 'object' && node !== null ? node : undefined;
}

interface YamlPair {
  readonly key: unknown;
  readonly value: unknown;
}

function isPair(item: unknown): item is YamlPair {
  return typeof item === 'object' && item !== null && 'key' in item;
}

/** Of a scalar alone: a list may be a key too. */
function nameOf(key: unknown): string | undefined {
  return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : undefined;
}
