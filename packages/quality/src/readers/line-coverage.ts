import type { ReportReading } from '../report.ts';
import { UnreadableError } from '../source.ts';
import { type Covered, coverage } from './coverage.ts';

/** What a report says of one file: which of its lines (branches, functions) ran, and the totals that it gives itself. */
export interface FileCoverage {
  /** By kind, by a name within the file: whether it ran. */
  readonly hits: Readonly<Record<string, ReadonlyMap<string | number, boolean>>>;
  /** By kind; undefined where the report gives no total. */
  readonly totals: Readonly<
    Record<string, { readonly covered: number | undefined; readonly total: number | undefined }>
  >;
}

/** Each of these takes some hundred bytes of memory. */
const MOST_LINES = 5_000_000;

/**
 * Coverage of files that may be listed more than once (in shards, by test, in merged reports): what any of them ran
 * is covered, and nothing counts twice. Only of a file that comes again the lines are kept.
 */
export class CoverageSum {
  readonly #kinds: readonly string[];
  readonly #again: ReadonlySet<string>;
  readonly #once: Record<string, { covered: number; total: number }> = {};
  readonly #merged = new Map<string, FileCoverage[]>();
  #files = 0;
  #lines = 0;

  /** @param again files of which there is more than one */
  constructor(kinds: readonly string[], again: ReadonlySet<string>) {
    this.#kinds = kinds;
    this.#again = again;
    for (const kind of kinds) this.#once[kind] = { covered: 0, total: 0 };
  }

  add(file: string, found: FileCoverage): void {
    if (!this.#again.has(file)) {
      this.#files++;
      this.#count([found], file);
      return;
    }
    this.#lines += this.#kinds.reduce((sum, kind) => sum + (found.hits[kind]?.size ?? 0), 0);
    if (this.#lines > MOST_LINES) throw new UnreadableError('report-too-large', 'too many files are in it twice');
    const all = this.#merged.get(file) ?? [];
    if (all.length === 0) this.#merged.set(file, all);
    all.push(found);
  }

  reading(): ReportReading {
    for (const [file, all] of this.#merged) {
      this.#files++;
      this.#count(all, file);
    }
    this.#merged.clear();
    return coverage(this.#files, this.#once as Covered);
  }

  #count(all: readonly FileCoverage[], file: string): void {
    for (const kind of this.#kinds) {
      const sum = this.#once[kind];
      if (sum === undefined) continue;
      const { covered, total } = tally(all, kind, file);
      sum.covered += covered;
      sum.total += total;
    }
  }
}

/** Lines are believed before totals; where both are there, the one that claims less. */
function tally(all: readonly FileCoverage[], kind: string, file: string): { covered: number; total: number } {
  const ran = new Map<string | number, boolean>();
  for (const { hits } of all)
    for (const [name, hit] of hits[kind] ?? []) ran.set(name, hit || (ran.get(name) ?? false));
  const declared = all.map(({ totals }) => totals[kind] ?? { covered: undefined, total: undefined });
  const total = Math.max(ran.size, ...declared.map((one) => one.total ?? 0));
  if (ran.size === 0) {
    const [first, ...others] = declared.filter((one) => one.total !== undefined || one.covered !== undefined);
    if (first === undefined) return { covered: 0, total: 0 };
    if (others.length > 0)
      throw new UnreadableError('report-incomplete', `it has ${file.slice(-200)} more than once, and not by line`);
    if (first.total === undefined || first.covered === undefined)
      throw new UnreadableError('report-incomplete', `it has only one of two totals of ${kind} of ${file.slice(-200)}`);
    return { covered: first.covered, total: first.total };
  }
  const hit = [...ran.values()].filter((one) => one).length;
  const claimed = all.length === 1 ? declared[0]?.covered : undefined;
  return { covered: Math.min(hit, claimed ?? hit), total };
}
