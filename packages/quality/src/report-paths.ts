import { type Dirent, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fits } from '@lockstep/base';
import type { Gate } from './gate.ts';

/** What a pattern may look at before it is one that was not meant. */
const MOST_ENTRIES = 200_000;
const MOST_FILES = 1_000;
/** No reports are in there, and searching takes long. */
const LEFT_OUT = ['node_modules', '.git'];

export interface ReportPlace {
  /** The repository's root. */
  readonly root: string;
  /** `$LOCKSTEP_REPORTS`: a folder of our own. */
  readonly reportDirectory: string;
}

export interface FoundReports {
  readonly paths: readonly string[];
  /** What names no file: a shard that is not there. */
  readonly missing: readonly string[];
}

/** Whether a report's path stands for any number of files. */
export function isPattern(path: string): boolean {
  return path.includes('*');
}

/** The files of a gate's report as they are now, each once. A path without `*` is one, whether it is there or not. */
export function reportPaths(gate: Gate, place: ReportPlace): FoundReports {
  const paths = new Set<string>();
  const missing: string[] = [];
  for (const report of gate.reports) {
    const { base, pattern } = baseOf(report, gate, place);
    const found = pattern.length === 0 ? [base] : matches(base, pattern);
    if (found.length === 0) missing.push(report);
    for (const path of found) paths.add(path);
  }
  return { paths: [...paths], missing };
}

/** Where the standard output of a gate's command goes, if that is its report. */
export function stdoutPath(gate: Gate, place: ReportPlace): string {
  return join(place.reportDirectory, `${gate.name}.stdout`);
}

/** The folder that a pattern begins in, and its parts from the first with a `*` on. */
function baseOf(report: string, gate: Gate, place: ReportPlace): { base: string; pattern: readonly string[] } {
  if (report === 'stdout') return { base: stdoutPath(gate, place), pattern: [] };
  const inReports = /^\$LOCKSTEP_REPORTS(?=\/|$)/.exec(report)?.[0];
  const folder = inReports === undefined ? resolve(place.root, gate.directory) : place.reportDirectory;
  const named = inReports === undefined ? report : `.${report.slice(inReports.length)}`;
  if (!isPattern(named)) return { base: resolve(folder, named), pattern: [] };
  const parts = named.split('/');
  const first = parts.findIndex(isPattern);
  const literal = parts.slice(0, first).join('/');
  return {
    base: resolve(folder, literal === '' && named.startsWith('/') ? '/' : literal),
    pattern: parts.slice(first),
  };
}

/** Files and folders below `base` that fit, in their order; `**` stands for any folders in between, links are not followed. */
function matches(base: string, pattern: readonly string[]): readonly string[] {
  const found = new Set<string>();
  let looked = 0;
  const walk = (folder: string, parts: readonly string[]) => {
    const [part = '', ...rest] = parts;
    if (part === '**') {
      walk(folder, rest.length === 0 ? ['*'] : rest);
      for (const entry of entriesOf(folder))
        if (entry.isDirectory() && !LEFT_OUT.includes(entry.name) && looked < MOST_ENTRIES)
          walk(join(folder, entry.name), parts);
      return;
    }
    for (const entry of entriesOf(folder)) {
      if (++looked > MOST_ENTRIES || found.size >= MOST_FILES) return;
      if (!fits(part, entry.name)) continue;
      if (rest.length > 0) {
        if (entry.isDirectory()) walk(join(folder, entry.name), rest);
      } else if (!entry.isDirectory()) found.add(join(folder, entry.name));
    }
  };
  walk(base, pattern);
  return [...found].sort();
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
