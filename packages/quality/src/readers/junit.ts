import type { Finding } from '../finding.ts';
import { type Reading, reading, unreadable } from '../report.ts';
import { place, type Source, UnreadableError } from '../source.ts';
import { fileIfThere, firstWords, placeInStack } from './stack.ts';
import { type Attributes, readXml } from './xml.ts';

const FAILURES = ['failure', 'error'];
/** Surefire writes these into a test that passed when it was run again. */
const FLAKES = ['flakyFailure', 'flakyError'];
const TEXT_KEPT = 4_000;

interface Case {
  readonly attributes: Attributes;
  readonly suiteFile: string;
  status: 'passed' | 'failed' | 'skipped';
  flaky: boolean;
  message: string;
  text: string;
}

/**
 * JUnit XML in any of its dialects, counted test by test: what the suites say of themselves is used only to see that
 * no test is missing. Skipped is skipped; a suite that failed outside of its tests is a failure.
 */
export async function readJunit(source: Source): Promise<Reading> {
  const totals = { total: 0, passed: 0, failed: 0, skipped: 0, flaky: 0 };
  const findings: Finding[] = [];
  const suiteFiles: string[] = [];
  const declared = { tests: 0, failed: 0 };
  let current: Case | undefined;

  await readXml(source, {
    open(name, attributes, path) {
      if (name === 'testsuite') suiteFiles.push(attributes['file'] ?? attributes['filepath'] ?? '');
      if (path.length === 0) {
        if (name !== 'testsuites' && name !== 'testsuite')
          throw new UnreadableError('report-malformed', `its root is <${name}>, not <testsuites> or <testsuite>`);
        declared.tests = count(attributes['tests']);
      }
      if (name === 'testsuites' || name === 'testsuite')
        declared.failed = Math.max(declared.failed, count(attributes['failures']) + count(attributes['errors']));
      if (name === 'testcase') {
        const suiteFile = suiteFiles.findLast((file) => file !== '') ?? '';
        current = { attributes, suiteFile, status: 'passed', flaky: false, message: '', text: '' };
      }
      if (current !== undefined) mark(current, name, attributes);
      else if (FAILURES.includes(name)) {
        totals.total++;
        totals.failed++;
        findings.push({ rule: 'suite', level: 'error', message: attributes['message'] ?? 'the suite failed' });
      }
    },
    text(text, path) {
      const inside = path.at(-1) ?? '';
      if (current !== undefined && FAILURES.includes(inside) && current.text.length < TEXT_KEPT) current.text += text;
    },
    close(name) {
      if (name === 'testsuite') suiteFiles.pop();
      if (name !== 'testcase' || current === undefined) return;
      totals.total++;
      totals[current.status]++;
      if (current.flaky && current.status === 'passed') totals.flaky++;
      if (current.status === 'failed') findings.push(findingOf(source, current));
      current = undefined;
    },
  });

  if (totals.total < declared.tests)
    return unreadable('report-incomplete', `it says ${declared.tests} tests and holds ${totals.total}`);
  if (declared.failed > 0 && totals.failed === 0)
    return unreadable('report-incomplete', `it says that ${declared.failed} tests failed, and none of its tests did`);
  return reading({ checked: totals.total, findings, tests: totals });
}

function mark(test: Case, name: string, attributes: Attributes): void {
  if (FAILURES.includes(name)) {
    test.status = 'failed';
    test.message ||= attributes['message'] ?? attributes['type'] ?? '';
  } else if (name === 'skipped' || name === 'disabled') {
    if (test.status === 'passed') test.status = 'skipped';
  } else if (FLAKES.includes(name)) {
    test.flaky = true;
  }
}

function findingOf(source: Source, test: Case): Finding {
  const { attributes } = test;
  const names = [attributes['classname'] ?? '', attributes['name'] ?? ''].filter((name) => name !== '');
  // Vitest writes the file's path as class name.
  const own = [attributes['file'], test.suiteFile, attributes['classname']]
    .map((name) => fileIfThere(source, name ?? ''))
    .find((file) => file !== undefined);
  const line = Number(attributes['line']);
  const inStack = placeInStack(source, `${test.message}\n${test.text}`);
  const at = inStack.file !== undefined ? inStack : place(own, line > 0 ? line : undefined);
  const words = firstWords(test.message || test.text);
  return { rule: 'test', level: 'error', message: `${names.join(' › ')}${words === '' ? '' : `: ${words}`}`, ...at };
}

function count(value: string | undefined): number {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : 0;
}
