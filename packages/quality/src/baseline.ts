import { InputError, isMap } from '@lockstep/base';
import { type CodeFinding, fingerprint } from './finding.ts';
import { readMemoryFile } from './memory-file.ts';

/** How often a finding was known, by its fingerprint, with enough of it for a reader of the file. */
export type KnownFindings = Readonly<
  Record<string, { readonly count: number; readonly rule: string; readonly file?: string }>
>;

/** The findings of a repository that were there when the gate was introduced: by gate. */
export interface Baseline {
  readonly gates: Readonly<Record<string, KnownFindings>>;
}

export interface BaselineSplit {
  /** Not in the baseline. */
  readonly fresh: readonly CodeFinding[];
  readonly known: readonly CodeFinding[];
  /** How many findings of the baseline are no longer found: their entries are stale. */
  readonly fixed: number;
  /** The baseline without what is fixed. */
  readonly shrunk: KnownFindings;
}

/** The text of a finding's line, if its file can be read. */
export type LineText = (finding: CodeFinding) => string | undefined;

/** Reads a baseline; undefined where there is none. Throws InputError on a file that is none. */
export function readBaseline(path: string): Baseline | undefined {
  const value = readMemoryFile('baseline', path);
  if (value === undefined) return undefined;
  if (isMap(value) && value['version'] === 1 && isMap(value['gates'])) return value as unknown as Baseline;
  throw new InputError(`baseline ${path}: expected {"version": 1, "gates": …}`);
}

/** The baseline as a file: sorted, so that two branches that shrink it merge. */
export function baselineText(gates: Readonly<Record<string, KnownFindings>>): string {
  const sorted = Object.fromEntries(
    Object.entries(gates)
      .sort(byKey)
      .map(([gate, known]) => [gate, Object.fromEntries(Object.entries(known).sort(byKey))]),
  );
  return `${JSON.stringify({ version: 1, gates: sorted }, null, 2)}\n`;
}

/**
 * Splits findings into known and fresh. A fingerprint that is in the baseline n times covers n findings; one more
 * of the same is fresh.
 */
export function splitByBaseline(
  findings: readonly CodeFinding[],
  baseline: KnownFindings,
  lineText: LineText,
): BaselineSplit {
  if (Object.keys(baseline).length === 0) return { fresh: findings, known: [], fixed: 0, shrunk: baseline };
  const fresh: CodeFinding[] = [];
  const known: CodeFinding[] = [];
  const used = new Map<string, number>();
  for (const finding of findings) {
    const print = fingerprint(finding, lineText(finding));
    const count = used.get(print) ?? 0;
    if (count < (baseline[print]?.count ?? 0)) {
      used.set(print, count + 1);
      known.push(finding);
    } else {
      fresh.push(finding);
    }
  }
  const shrunk = Object.fromEntries(
    Object.entries(baseline).flatMap(([print, entry]) => {
      const count = used.get(print) ?? 0;
      return count === 0 ? [] : [[print, { ...entry, count }]];
    }),
  );
  const fixed = Object.entries(baseline).reduce((sum, [print, { count }]) => sum + count - (used.get(print) ?? 0), 0);
  return { fresh, known, fixed, shrunk };
}

/** A baseline that knows all of these. */
export function baselineOf(findings: readonly CodeFinding[], lineText: LineText): KnownFindings {
  const known: Record<string, { count: number; rule: string; file?: string }> = {};
  for (const finding of findings) {
    const print = fingerprint(finding, lineText(finding));
    const { rule, file } = finding;
    known[print] = { count: (known[print]?.count ?? 0) + 1, rule, ...(file === undefined ? {} : { file }) };
  }
  return known;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
