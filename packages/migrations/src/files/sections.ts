import { findDirectives } from '../sql/directives.ts';
import { lineCounter } from '../sql/lines.ts';
import type { Problem } from '../sql/problem.ts';
import type { Source } from '../sql/source.ts';
import { textSource } from '../sql/source.ts';
import { walk } from '../sql/walk.ts';
import { findMarks, type Mark } from './find-marks.ts';
import { joinSections } from './joined-sections.ts';
import { HEADING } from './marks.ts';

const NO_TRANSACTION = '-- lockstep: no-transaction';

/** The two halves of a file in the layout `sections`. */
export interface Sections {
  readonly up: Source;
  readonly down: Source | undefined;
  /** The comments before the first mark: what they say holds for the whole file. */
  readonly preamble: string;
}

/**
 * Cuts a file at the marks of whatever tool wrote it. What a mark's own line says (`transaction:false`) is a directive
 * of its half, so that line belongs to it.
 */
export function cutSections(source: Source, problems: Problem[]): Sections {
  const marks = findMarks(source);
  const lineOf = lineCounter(source);
  const report = (at: number, message: string) => void problems.push({ file: source.name, line: lineOf(at), message });
  for (const { at, rule } of marks) if (rule.role === 'refused') report(at, refusalOf(rule));
  const cuts = marks.filter(({ rule }) => rule.role !== 'refused');
  const other = cuts.find(({ rule }) => rule.tool !== cuts[0]?.rule.tool);
  if (other !== undefined) {
    report(other.at, `a mark of ${other.rule.tool} among marks of ${cuts[0]?.rule.tool}; a file has those of one tool`);
  }
  const bare = { up: false, down: false };
  const half = (role: 'up' | 'down'): Source | undefined => {
    const [mark, second] = cuts.filter(({ rule }) => rule.role === role);
    if (mark === undefined) return undefined;
    const joined = second === undefined ? undefined : joinSections(source, cuts, role);
    if (joined !== undefined) {
      for (const { at } of joined.open) report(at, `the last statement below "-- +migrate" ends without a semicolon`);
      bare[role] = joined.isBare;
      return joined.half;
    }
    if (second !== undefined) report(second.at, `a second mark for "${role}"; a file has one`);
    const end = cuts.find(({ at }) => at > mark.at)?.at ?? source.size;
    return part(source, mark.at, end, lineOf(mark.at));
  };
  const [first] = cuts;
  const down = half('down');
  // Some tools have a mark for the down half alone: what is before it is the up half.
  const up = half('up') ?? (first?.rule.role === 'down' ? part(source, 0, first.at, source.firstLine) : undefined);
  const before = up?.size === 0 ? undefined : up;
  if (before === undefined) report(0, 'no "-- migrate:up" in it, nor such a mark of another tool');
  const isMarked = cuts.some(({ rule }) => rule.role === 'up');
  const begins = isMarked ? (first?.at ?? 0) : 0;
  if (!isOnlyComments(part(source, 0, begins, source.firstLine)))
    report(0, 'SQL before the first mark, which would never run');
  const preamble = source.read(0, begins).toString('utf8');
  const preambleOf = (role: 'up' | 'down') => (bare[role] ? `${preamble}\n${NO_TRANSACTION}\n` : preamble);
  return {
    up: before ?? source,
    down: down === undefined ? undefined : withPreamble(down, preambleOf('down')),
    preamble: preambleOf('up'),
  };
}

/** A down half is stored and run by itself: it must say so itself where the file says that it is no transaction. */
export function withPreamble(down: Source, preamble: string): Source {
  const isBare = findDirectives(preamble).some(({ directive }) => directive.kind === 'no-transaction');
  if (!isBare) return down;
  const text = `${NO_TRANSACTION}\n${down.read(0, down.size).toString('utf8')}`;
  return textSource(down.name, text, down.firstLine - 1);
}

/** Whether a file is made of sections by its tool's marks; headings that could be anybody's prose do not say so. */
export function hasSections(marks: readonly Mark[]): boolean {
  return marks.some(({ rule }) => rule.role !== 'refused' && rule.tool !== HEADING);
}

/**
 * What of a file that is run as a whole, as one half of a migration, was not meant so: the other half with SQL in it,
 * or a line that another tool would act upon.
 */
export function refuseMarks(source: Source, marks: readonly Mark[], half: 'up' | 'down', problems: Problem[]): void {
  const lineOf = lineCounter(source);
  const other = half === 'up' ? 'down' : 'up';
  for (const [nth, { at, rule }] of marks.entries()) {
    const report = (message: string) => void problems.push({ file: source.name, line: lineOf(at), message });
    if (rule.role === 'refused') report(refusalOf(rule));
    if (rule.role !== other) continue;
    const end = marks.slice(nth + 1).find((next) => next.rule.role === half)?.at ?? source.size;
    if (isOnlyComments(part(source, at, end, 1))) continue;
    report(
      `here begins the ${other} half (${rule.tool}), which would run as part of the ${half}; ` +
        'set layout: sections if all files are written this way, or put it into a separate file',
    );
    return;
  }
}

function isOnlyComments(source: Source): boolean {
  const [first] = walk(source);
  return first === undefined || first.kind === 'end';
}

function refusalOf({ tool, why }: Mark['rule']): string {
  return `written for ${tool}: ${why ?? ''}`;
}

function part(source: Source, from: number, to: number, firstLine: number): Source {
  return {
    name: source.name,
    firstLine,
    size: to - from,
    read: (start, end) => source.read(from + start, Math.min(to, from + end)),
  };
}
