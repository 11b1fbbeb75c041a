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

/** Common Test Report Format (ctrf.io). Its summary must agree with its tests. */
export async function readCtrf(source: ReportSource): Promise<ReportReading> {
  const results = mapOf(mapOf(await jsonOf(source), 'the report')['results'], 'results');
  const summary = mapOf(results['summary'], 'results.summary');
  const tests = listOf(results['tests'], 'results.tests').map((test) => mapOf(test, 'a test'));
  const declared = countOf(summary['tests'], 'results.summary.tests');
  if (declared !== tests.length)
    return unreadable('report-incomplete', `it says ${declared} tests and holds ${tests.length}`);
  // Reporters say "other" of what their tool calls todo.
  const isTodo = (test: Readonly<Record<string, unknown>>) =>
    test['status'] === 'other' && test['rawStatus'] === 'todo';
  const by = (...states: readonly string[]) =>
    tests.filter((test) => states.includes(textField(test['status']))).length;
  const totals = {
    total: tests.length,
    passed: by('passed'),
    failed: by('failed'),
    skipped: by('skipped', 'pending') + tests.filter(isTodo).length,
    flaky: tests.filter((test) => test['flaky'] === true && test['status'] === 'passed').length,
  };
  const odd = totals.total - totals.passed - totals.failed - totals.skipped;
  if (odd > 0) return unreadable('report-incomplete', `${odd} tests have a status that is neither passed nor failed`);
  for (const [key, counted] of [
    ['passed', totals.passed],
    ['failed', totals.failed],
  ] as const)
    if (countOf(summary[key], `results.summary.${key}`) !== counted)
      return unreadable('report-incomplete', `its summary says ${String(summary[key])} ${key}, its tests ${counted}`);
  const failed = tests.filter((test) => test['status'] === 'failed');
  return reading({ checked: totals.total, findings: failed.map((test) => findingOf(source, test)), tests: totals });
}

function findingOf(source: ReportSource, test: Readonly<Record<string, unknown>>): CodeFinding {
  const trace = `${textField(test['message'])}\n${textField(test['trace'])}`;
  const inStack = placeInStack(source, trace);
  const own = place(inRepository(source, textField(test['filePath'])), positive(test['line']));
  const names = [test['suite'], test['name']]
    .flat()
    .map(textField)
    .filter((name) => name !== '');
  const words = firstWords(trace);
  const message = messageOf(`${names.join(' › ')}${words === '' ? '' : `: ${words}`}`);
  return { rule: 'test', level: 'error', message, ...(inStack.file === undefined ? own : inStack) };
}
