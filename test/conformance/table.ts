import { readFileSync } from 'node:fs';

/** Something that a runner does and that the product relies on. */
export interface Row {
  readonly id: string;
  readonly behaviour: string;
  /** Keys of the table's `sources`. */
  readonly sources: readonly string[];
  readonly check: Check;
}

/**
 * How a row is checked: by what a job of a workflow says in its log (`observe`, all values of that name in order), by
 * a line of the log, by a job's conclusion, or, where a workflow cannot see it, by a test of the proving ground.
 */
export type Check =
  | { readonly job: string; readonly observe: string; readonly expect: readonly unknown[] }
  | { readonly job: string; readonly line: string; readonly count: number }
  | { readonly job: string; readonly conclusion: string }
  | { readonly test: string; readonly title: string };

export interface Table {
  /** Name → where it is written, as a link. */
  readonly sources: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

/** What a run has shown, by job name. */
export type Seen = ReadonlyMap<string, SeenJob>;

export interface SeenJob {
  readonly conclusion: string;
  readonly log: string;
}

export interface Difference {
  readonly row: Row;
  readonly expected: string;
  readonly observed: string;
}

/** The table, as it stands beside this file. */
export function readTable(): Table {
  return JSON.parse(readFileSync(new URL('./table.json', import.meta.url), 'utf8')) as Table;
}

/** The rows whose behaviour a run shows differently. Rows with a test of their own are left out. */
export function differences(rows: readonly Row[], seen: Seen): Difference[] {
  return rows.flatMap((row) => {
    if ('test' in row.check) return [];
    const { expected, observed } = look(row.check, seen.get(row.check.job));
    return expected === observed ? [] : [{ row, expected, observed }];
  });
}

/** Expected and observed as JSON, so that they can be compared and shown. */
export function look(
  check: Exclude<Check, { readonly test: string }>,
  job: SeenJob | undefined,
): { readonly expected: string; readonly observed: string } {
  const answer = (expected: unknown, observed: unknown) => ({
    expected: canonical(expected),
    observed: job === undefined ? `no job ${check.job}` : canonical(observed),
  });
  if ('observe' in check) return answer(check.expect, observations(job?.log ?? '', check.observe));
  if ('conclusion' in check) return answer(check.conclusion, job?.conclusion);
  return answer(check.count, lines(job?.log ?? '').filter((line) => line.includes(check.line)).length);
}

/** The values that a job observed under a name, in order. */
export function observations(log: string, name: string): unknown[] {
  const start = `conformance|${name}|`;
  return lines(log)
    .filter((line) => line.startsWith(start))
    .map((line) => JSON.parse(line.slice(start.length)) as unknown);
}

/** GitHub puts a time in front of each line of a log, and its first line begins with a byte order mark. */
function lines(log: string): string[] {
  return log.split(/\r?\n/).map((line) => line.replace(/^\uFEFF?(?:\d{4}-\d\d-\d\dT[\d:.]+Z )?/, ''));
}

function canonical(value: unknown): string {
  const sorted = (_key: string, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member;
  return JSON.stringify(value, sorted) ?? 'nothing';
}
