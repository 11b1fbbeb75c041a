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

/** What `jest --json` and Vitest's json reporter write. A suite that could not even start is a failure. */
export async function readJest(source: ReportSource): Promise<ReportReading> {
  const report = mapOf(await jsonOf(source), 'the report');
  if (report['wasInterrupted'] === true) return unreadable('report-incomplete', 'the run was interrupted');
  const suites = listOf(report['testResults'], 'testResults').map((suite) => mapOf(suite, 'a suite'));
  const tests = suites.flatMap((suite) =>
    listOf(suite['assertionResults'], 'assertionResults').map((test) => ({ suite, test: mapOf(test, 'a test') })),
  );
  const declared = countOf(report['numTotalTests'], 'numTotalTests');
  const by = (...states: readonly string[]) =>
    tests.filter(({ test }) => states.includes(String(test['status']))).length;
  const broken = suites.filter((suite) => suite['status'] === 'failed' && !hasFailedTest(suite));
  const totals = {
    total: tests.length + broken.length,
    passed: by('passed'),
    failed: by('failed') + broken.length,
    skipped: by('pending', 'skipped', 'todo', 'disabled'),
    flaky: tests.filter(({ test }) => test['status'] === 'passed' && Number(test['invocations'] ?? 1) > 1).length,
  };
  const odd = tests.length + broken.length - totals.passed - totals.failed - totals.skipped;
  if (odd > 0) return unreadable('report-incomplete', `${odd} tests have a status that is neither passed nor failed`);
  if (tests.length < declared)
    return unreadable('report-incomplete', `it says ${declared} tests and holds ${tests.length}`);
  if (report['success'] === false && totals.failed === 0)
    return unreadable('report-incomplete', 'it says that the run failed, and none of its tests did');
  const declaredFailed = Number(report['numFailedTests'] ?? 0) + Number(report['numRuntimeErrorTestSuites'] ?? 0);
  if (declaredFailed > 0 && totals.failed === 0)
    return unreadable('report-incomplete', `it counts ${declaredFailed} failures, and names none`);
  const declaredPassed = report['numPassedTests'];
  if (typeof declaredPassed === 'number' && declaredPassed < totals.passed)
    return unreadable('report-incomplete', `it says that ${declaredPassed} tests passed, and holds ${totals.passed}`);
  const findings = [
    ...broken.map((suite) => suiteFinding(source, suite)),
    ...tests.filter(({ test }) => test['status'] === 'failed').map(({ suite, test }) => finding(source, suite, test)),
  ];
  return reading({ checked: totals.total, findings, tests: totals });
}

function hasFailedTest(suite: Json): boolean {
  return listOf(suite['assertionResults'], 'assertionResults').some(
    (test) => mapOf(test, 'a test')['status'] === 'failed',
  );
}

function suiteFinding(source: ReportSource, suite: Json): CodeFinding {
  const text = textField(suite['message']);
  const file = inRepository(source, textField(suite['name']));
  return { rule: 'suite', level: 'error', message: firstWords(text) || 'the suite could not run', ...place(file) };
}

function finding(source: ReportSource, suite: Json, test: Json): CodeFinding {
  const text = listOf(test['failureMessages'] ?? [], 'failureMessages')
    .map(textField)
    .join('\n');
  const inStack = placeInStack(source, text);
  const location = test['location'];
  const line = typeof location === 'object' && location !== null ? positive((location as Json)['line']) : undefined;
  const own = place(inRepository(source, textField(suite['name'])), line);
  const name = textField(test['fullName']) || textField(test['title']);
  const words = firstWords(text);
  const message = messageOf(`${name}${words === '' ? '' : `: ${words}`}`);
  return { rule: 'test', level: 'error', message, ...(inStack.file === undefined ? own : inStack) };
}
