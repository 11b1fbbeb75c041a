import type { CodeFinding } from '../finding.ts';
import { type ReportReading, reading, unreadable } from '../report.ts';
import { messageOf, place, type ReportSource, UnreadableError } from '../source.ts';
import { declaredBy, notRunIn, type OpenSuite, openSuite, statusIn, type TestStatus } from './junit-suite.ts';
import { fileIfThere, firstWords, placeInStack } from './stack.ts';
import { type Attributes, readXml } from './xml.ts';

const FAILURES = ['failure', 'error'];
/** Surefire writes these into a test that passed when it was run again. */
const FLAKES = ['flakyFailure', 'flakyError'];
const NOT_RUN = ['skipped', 'disabled', 'ignored', 'notrun', 'pending'];
const TEXT_KEPT = 4_000;
/** Suites in suites: real reports have fewer, and each closing one is added to the one around it. */
const DEEPEST = 100;

interface Case {
  readonly attributes: Attributes;
  readonly suiteFile: string;
  status: TestStatus;
  flaky: boolean;
  message: string;
  text: string;
}

/**
 * JUnit XML in any of its dialects, counted test by test: what the suites say of themselves is used to see that no
 * test is missing, and that none is taken for passed that did not run. A suite that failed outside of its tests is a
 * failure.
 */
export async function readJunit(source: ReportSource): Promise<ReportReading> {
  const reader = new JunitReader(source);
  await readXml(source, reader);
  const { root, findings, flaky } = reader;
  const { total, failed } = root;
  const skipped = notRunIn(root);
  if (reader.missing !== undefined) return unreadable('report-incomplete', reader.missing);
  if (reader.declaredFailed > 0 && failed === 0)
    return unreadable(
      'report-incomplete',
      `it says that ${reader.declaredFailed} tests failed, and none of its tests did`,
    );
  const passed = total - failed - skipped;
  return reading({ checked: total, findings, tests: { total, passed, failed, skipped, flaky } });
}

class JunitReader {
  readonly #source: ReportSource;
  /** Around all suites: a document may have several, or none. */
  readonly root: OpenSuite = openSuite({});
  readonly findings: CodeFinding[] = [];
  readonly #suites: OpenSuite[] = [this.root];
  #current: Case | undefined;
  flaky = 0;
  declaredFailed = 0;
  /** What a suite says that it holds, and does not. */
  missing: string | undefined;

  constructor(source: ReportSource) {
    this.#source = source;
  }

  open(name: string, attributes: Attributes, path: readonly string[]): void {
    const isSuite = name === 'testsuites' || name === 'testsuite';
    if (path.length === 0 && !isSuite)
      throw new UnreadableError(
        'report-malformed',
        `its root is <${name.slice(0, 80)}>, not <testsuites> or <testsuite>`,
      );
    if (isSuite) {
      if (this.#suites.length > DEEPEST)
        throw new UnreadableError('report-malformed', `it nests over ${DEEPEST} suites`);
      const suite = openSuite(attributes);
      this.#suites.push(suite);
      const saysFailed = statusIn(attributes) === 'failed' ? 1 : 0;
      this.declaredFailed = Math.max(this.declaredFailed, suite.declared.failed, saysFailed);
    } else if (name === 'testcase') {
      const suiteFile = this.#suites.findLast(({ file }) => file !== '')?.file ?? '';
      this.#current = {
        attributes,
        suiteFile,
        status: this.#statusOf(attributes),
        flaky: false,
        message: '',
        text: '',
      };
    } else if (this.#current !== undefined) {
      mark(this.#current, name, attributes);
    } else if (FAILURES.includes(name)) {
      this.#add('failed');
      const message = messageOf(attributes['message']) || 'the suite failed';
      this.findings.push({ rule: 'suite', level: 'error', message });
    } else if (NOT_RUN.includes(name) && path.at(-1) === 'testsuite') {
      const suite = this.#suites.at(-1);
      if (suite !== undefined) suite.isNotRun = true;
    }
  }

  text(text: string, path: readonly string[]): void {
    const test = this.#current;
    if (test !== undefined && FAILURES.includes(path.at(-1) ?? '') && test.text.length < TEXT_KEPT)
      test.text += text.slice(0, TEXT_KEPT);
  }

  close(name: string): void {
    if (name === 'testsuite' || name === 'testsuites') this.#closeSuite();
    const test = this.#current;
    if (name !== 'testcase' || test === undefined) return;
    this.#current = undefined;
    this.#add(test.status);
    if (test.flaky && test.status === 'passed') this.flaky++;
    if (test.status === 'failed') this.findings.push(findingOf(this.#source, test));
  }

  #closeSuite(): void {
    const suite = this.#suites.pop();
    const outer = this.#suites.at(-1);
    if (suite === undefined || outer === undefined) return;
    if (suite.total < suite.declared.tests)
      this.missing ??= `it says ${suite.declared.tests} tests and holds ${suite.total}`;
    outer.total += suite.total;
    outer.failed += suite.failed;
    outer.notRun += notRunIn(suite);
  }

  #add(status: TestStatus): void {
    const suite = this.#suites.at(-1) ?? this.root;
    suite.total++;
    if (status === 'failed') suite.failed++;
    if (status === 'skipped') suite.notRun++;
  }

  #statusOf(attributes: Attributes): TestStatus {
    const status = statusIn(attributes);
    if (typeof status !== 'object') return status ?? (declaredBy(attributes).notRun > 0 ? 'skipped' : 'passed');
    const detail = `a test has the status "${status.unknown}", which is neither passed nor failed`;
    throw new UnreadableError('report-incomplete', detail);
  }
}

function mark(test: Case, name: string, attributes: Attributes): void {
  if (FAILURES.includes(name)) {
    test.status = 'failed';
    test.message ||= attributes['message'] ?? attributes['type'] ?? '';
  } else if (NOT_RUN.includes(name)) {
    if (test.status === 'passed') test.status = 'skipped';
  } else if (FLAKES.includes(name)) {
    test.flaky = true;
  }
}

function findingOf(source: ReportSource, test: Case): CodeFinding {
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
  const message = messageOf(`${names.join(' › ')}${words === '' ? '' : `: ${words}`}`);
  return { rule: 'test', level: 'error', message, ...at };
}
