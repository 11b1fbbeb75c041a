import { describe, InputError, isMap, type LineOf, lineFinder, withoutMark, yamlReason } from '@lockstep/base';
import { LineCounter, parseDocument } from 'yaml';
import type { Json } from '../contract.ts';

/** Where files of a contract come from: the repository, and nothing outside it. */
export interface ContractFiles {
  /** The text of a file, by its path within the repository. Throws InputError where it cannot be read. */
  readonly read: (path: string) => Promise<string>;
}

/** A longer document gets no lines: finding them would take longer than asking the backend. */
const LONGEST_WITH_LINES = 4 * 1024 * 1024;

/** Reads YAML, of which JSON is a part. Throws InputError with the file, and never with what stands in it. */
export function parseData(text: string, file: string): Json {
  const clean = withoutMark(text);
  try {
    if (/^\s*[{[]/.test(clean)) return JSON.parse(clean) as Json;
  } catch {
    // It may still be YAML in its flow form.
  }
  try {
    return parseDocument(clean, { merge: true, logLevel: 'silent', prettyErrors: false }).toJS({ maxAliasCount: 1000 });
  } catch (error) {
    throw new InputError(`${file}: not readable as YAML or JSON: ${yamlReason(describe(error))}`);
  }
}

/** As `parseData`, and refuses what a parser could only guess at. */
export function parseMap(text: string, file: string): Readonly<Record<string, Json>> {
  const clean = withoutMark(text);
  const problems = /^\s*\{/.test(clean)
    ? []
    : parseDocument(clean, { merge: true, logLevel: 'silent', prettyErrors: false }).errors;
  const [problem] = problems;
  if (problem !== undefined) throw new InputError(`${file}: not readable as YAML: ${yamlReason(problem.message)}`);
  const value = parseData(text, file);
  if (!isMap(value)) throw new InputError(`${file}: expected a map at its top`);
  return value;
}

/** Finds the line of a key in the text that it was read from, 1-based; undefined where it is not there. */
export function linesOf(text: string): LineOf {
  if (text.length > LONGEST_WITH_LINES) return () => undefined;
  const lineCounter = new LineCounter();
  const options = { lineCounter, merge: true, logLevel: 'silent', prettyErrors: false } as const;
  return lineFinder(parseDocument(withoutMark(text), options), lineCounter);
}
