import { join } from 'node:path';
import type { CodeFinding } from '../finding.ts';
import { type ReportReading, reading, unreadable } from '../report.ts';
import {
  countOf,
  inRepository,
  jsonOf,
  listOf,
  mapOf,
  messageOf,
  place,
  positive,
  type ReportSource,
  textField,
} from '../source.ts';
import { firstWords, placeInStack } from './stack.ts';

type Json = Readonly<Record<string, unknown>>;

interface Case {
  /** The titles of its suites and its own. */
  readonly name: string;
  readonly file: string;
  readonly line: number | undefined;
  readonly test: Json;
}

/** A describe block in a describe block …: deeper is no test suite. */
const DEEPEST = 100;

/**
 * Playwright's JSON reporter. A test counts as its `status` says: `expected` (also of one that is marked to fail, and does),
 * `unexpected`, `flaky`, `skipped`. Tests that the run did not reach (`globalTimeout`, a failed setup) are `skipped` too, and
 * are told by what was expected of them: they have passed nothing.
 */
export async function readPlaywright(source: ReportSource): Promise<ReportReading> {
  const report = mapOf(await jsonOf(source), 'the report');
  const root = textField(mapOf(report['config'] ?? {}, 'config')['rootDir']);
  const cases = listOf(report['suites'], 'suites').flatMap((suite) => casesOf(mapOf(suite, 'a suite'), [], root));
  const errors = listOf(report['errors'] ?? [], 'errors').map((error) => mapOf(error, 'an error'));
  // A file that cannot be loaded holds no test; its error says which file.
  const broken = errors.filter((error) => typeof error['location'] === 'object' && error['location'] !== null);
  const by = (status: string) => cases.filter(({ test }) => test['status'] === status);
  const failed = by('unexpected');
  const totals = {
    total: cases.length + broken.length,
    passed: by('expected').length + by('flaky').length,
    failed: failed.length + broken.length,
    skipped: by('skipped').length,
    flaky: by('flaky').length,
  };
  const odd = totals.total - totals.passed - totals.failed - totals.skipped;
  if (odd > 0) return unreadable('report-incomplete', `${odd} tests have a status that Playwright does not write`);
  const stats = mapOf(report['stats'], 'stats');
  for (const status of ['expected', 'unexpected', 'flaky', 'skipped']) {
    const declared = countOf(stats[status], `stats.${status}`);
    if (declared !== by(status).length)
      return unreadable('report-incomplete', `it counts ${declared} ${status} tests, and holds ${by(status).length}`);
  }
  if (totals.failed === 0) {
    const [error] = errors;
    if (error !== undefined && cases.length > 0)
      return unreadable('report-incomplete', messageOf(firstWords(textField(error['message']))));
    const missed = by('skipped').filter(({ test }) => test['expectedStatus'] !== 'skipped').length;
    if (missed > 0) return unreadable('report-incomplete', `${missed} tests were not run`);
  }
  const findings = [
    ...broken.map((error) => brokenFinding(source, error)),
    ...failed.map((one) => findingOf(source, one)),
  ];
  return reading({ checked: totals.total, findings, tests: totals });
}

function casesOf(suite: Json, above: readonly string[], root: string): Case[] {
  if (above.length > DEEPEST) return [];
  const own = listOf(suite['specs'] ?? [], 'specs').map((spec) => mapOf(spec, 'a spec'));
  const inside = listOf(suite['suites'] ?? [], 'suites').map((one) => mapOf(one, 'a suite'));
  return [
    ...own.flatMap((spec) => {
      const name = [...above, textField(spec['title'])].join(' › ');
      const file = join(root, textField(spec['file']));
      return listOf(spec['tests'], 'tests').map((test) => {
        const one = mapOf(test, 'a test');
        const project = textField(one['projectName']);
        return { name: project === '' ? name : `[${project}] ${name}`, file, line: positive(spec['line']), test: one };
      });
    }),
    ...inside.flatMap((one) => casesOf(one, [...above, textField(one['title'])], root)),
  ];
}

function findingOf(source: ReportSource, { name, file, line, test }: Case): CodeFinding {
  const results = listOf(test['results'] ?? [], 'results').map((result) => mapOf(result, 'a result'));
  const last = mapOf(results.at(-1)?.['error'] ?? {}, 'an error');
  const trace = textField(last['stack']) || textField(last['message']);
  const words = firstWords(trace) || (test['expectedStatus'] === 'failed' ? 'it is marked to fail, and passed' : '');
  const inStack = placeInStack(source, trace);
  const message = messageOf(`${name}${words === '' ? '' : `: ${words}`}`);
  const own = place(inRepository(source, file), line);
  return { rule: 'test', level: 'error', message, ...(inStack.file === undefined ? own : inStack) };
}

function brokenFinding(source: ReportSource, error: Json): CodeFinding {
  const at = mapOf(error['location'], 'a location');
  const message = messageOf(firstWords(textField(error['message'])) || 'the file could not be loaded');
  const own = place(inRepository(source, textField(at['file'])), positive(at['line']));
  return { rule: 'suite', level: 'error', message, ...own };
}
