import type { CodeFinding } from '../finding.ts';
import { type ReportReading, reading, unreadable } from '../report.ts';
import { messageOf, type ReportSource, textOf } from '../source.ts';
import { placeInStack } from './stack.ts';

/** Lines of what a tool wrote about a failed point, of which the first frame in the repository is its place. */
const MOST_DETAIL = 200;

interface Point {
  readonly ok: boolean;
  readonly words: string;
  readonly directive: 'skip' | 'todo' | undefined;
  readonly detail: string[];
}

interface Document {
  readonly points: Point[];
  readonly plans: number[];
  /** Numbers that are not the next one. */
  disorder: string;
  bailed: string;
}

/**
 * Test Anything Protocol, 12 to 14: what pgTAP, node:test, tape and Perl's tools write. Only points of the first level
 * count: a subtest that fails makes the point of its parent fail. Without a plan, or with fewer points than it says, the
 * report has been cut or the tool has died.
 */
export async function readTap(source: ReportSource): Promise<ReportReading> {
  const document: Document = { points: [], plans: [], disorder: '', bailed: '' };
  for (const line of (await textOf(source)).split('\n')) take(document, line.trimEnd());
  return judged(source, document);
}

function judged(source: ReportSource, { bailed, disorder, plans, points }: Document): ReportReading {
  const [plan] = plans;
  if (bailed !== '') return unreadable('tool-crashed', `the tests bailed out: ${bailed}`);
  if (plan === undefined)
    return points.length === 0
      ? unreadable('report-malformed', 'it is not TAP: there is neither a plan nor a test')
      : unreadable('report-truncated', `it has ${points.length} tests and no plan (1..N)`);
  if (plans.length > 1) return unreadable('report-malformed', 'it has two plans: each report needs a file of its own');
  if (disorder !== '') return unreadable('report-incomplete', disorder);
  if (plan !== points.length)
    return unreadable('report-incomplete', `its plan says ${plan} tests and it holds ${points.length}`);
  // A test that is still to do has not failed; one that is to do and passes has passed.
  const skipped = points.filter((one) => one.directive === 'skip' || (one.directive === 'todo' && !one.ok));
  const failed = points.filter((one) => !one.ok && !skipped.includes(one));
  const passed = points.length - failed.length - skipped.length;
  return reading({
    checked: points.length,
    findings: failed.map((one) => findingOf(source, one)),
    tests: { total: points.length, passed, failed: failed.length, skipped: skipped.length, flaky: 0 },
  });
}

const POINT = /^(not )?ok(?:[ \t]+(\d{1,9}))?(?:[ \t]+(.*))?$/;
const PLAN = /^1\.\.(\d{1,9})(?:[ \t]|$)/;
const DIRECTIVE = /(?:^|[ \t])#[ \t]*(skip|todo)/i;

function take(document: Document, line: string): void {
  const { plans, points } = document;
  if (/^[ \t]/.test(line)) {
    const { detail = [] } = points.at(-1) ?? {};
    if (detail.length < MOST_DETAIL) detail.push(line.slice(0, 1_000));
    return;
  }
  const plan = PLAN.exec(line);
  if (plan !== null) plans.push(Number(plan[1]));
  if (/^Bail out!/i.test(line)) document.bailed = messageOf(line.slice(9).trim() || 'it does not say why');
  const point = POINT.exec(line.slice(0, 10_000));
  if (point === null) return;
  const [, not, number, rest = ''] = point;
  points.push({ ok: not === undefined, ...wordsOf(rest), detail: [] });
  if (number !== undefined && Number(number) !== points.length)
    document.disorder ||= `test ${number} is the ${points.length}. one: tests are missing, or two reports are in one file`;
}

function wordsOf(rest: string): Pick<Point, 'words' | 'directive'> {
  const found = DIRECTIVE.exec(rest);
  const words = (found === null ? rest : rest.slice(0, found.index)).replace(/^-[ \t]*/, '').replaceAll('\\#', '#');
  const directive = found === null ? undefined : found[1]?.toLowerCase() === 'skip' ? 'skip' : 'todo';
  return { words: words.trim(), directive };
}

function findingOf(source: ReportSource, { detail, words }: Point): CodeFinding {
  const message = messageOf(words === '' ? 'a test without a name' : words);
  // Where it failed is in the stack; before it, node:test names where the test begins.
  const text = detail.join('\n');
  return {
    rule: 'test',
    level: 'error',
    message,
    ...placeInStack(source, text.slice(Math.max(0, text.indexOf('stack:')))),
  };
}
