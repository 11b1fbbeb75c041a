import type { Attributes } from './xml.ts';

/** What a word in `status` or `result` says of a test; gtest, CTest, Ginkgo, Behat and NUnit's converters write them. */
const PASSED = [
  'run',
  'passed',
  'pass',
  'ok',
  'success',
  'successful',
  'succeeded',
  'completed',
  'executed',
  'fixed',
  'true',
];
const FAILED = [
  'failed',
  'fail',
  'failure',
  'error',
  'errored',
  'broken',
  'regression',
  'panicked',
  'timedout',
  'timeout',
  'false',
];
const NOT_RUN = [
  'notrun',
  'notexecuted',
  'notrunnable',
  'disabled',
  'skipped',
  'skip',
  'suppressed',
  'ignored',
  'ignore',
  'pending',
  'todo',
  'undefined',
  'inconclusive',
  'excluded',
  'cancelled',
  'canceled',
  'aborted',
  'interrupted',
  'blocked',
];
/** Attributes that say it by a number of tests, or by `true` of the one test. */
const NOT_RUN_FIELDS = ['skipped', 'disabled', 'ignored', 'skip', 'notrun', 'not-run'];
const DID_RUN_FIELDS = ['executed', 'run', 'enabled'];

export type TestStatus = 'passed' | 'failed' | 'skipped';

/**
 * What the attributes of a test or suite say of it; undefined where they say nothing, a word where it is one that
 * is not known: such a test has not passed.
 */
export function statusIn(attributes: Attributes): TestStatus | { readonly unknown: string } | undefined {
  const statuses = ['status', 'result'].flatMap((name) => {
    const word =
      attributes[name]
        ?.trim()
        .toLowerCase()
        .replace(/[\s_-]/g, '') ?? '';
    return word === '' ? [] : [statusOf(word)];
  });
  if (NOT_RUN_FIELDS.some((name) => attributes[name]?.toLowerCase() === 'true')) statuses.push('skipped');
  if (DID_RUN_FIELDS.some((name) => attributes[name]?.toLowerCase() === 'false')) statuses.push('skipped');
  return (
    statuses.find((one) => one === 'failed') ??
    statuses.find((one) => one === 'skipped') ??
    statuses.find((one) => typeof one === 'object') ??
    statuses[0]
  );
}

function statusOf(word: string): TestStatus | { readonly unknown: string } {
  if (PASSED.includes(word)) return 'passed';
  if (FAILED.includes(word)) return 'failed';
  return NOT_RUN.includes(word) ? 'skipped' : { unknown: word.slice(0, 40) };
}

/** How many a suite says that it has. */
export interface DeclaredCounts {
  readonly tests: number;
  readonly failed: number;
  readonly notRun: number;
}

export function declaredBy(attributes: Attributes): DeclaredCounts {
  const notRun = NOT_RUN_FIELDS.reduce((sum, name) => sum + count(attributes[name]), 0);
  return {
    tests: count(attributes['tests']),
    failed: count(attributes['failures']) + count(attributes['errors']),
    notRun,
  };
}

function count(value: string | undefined): number {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : 0;
}

/** A suite that is being read: what it says of itself, and what was counted in it so far, suites in it included. */
export interface OpenSuite {
  readonly declared: DeclaredCounts;
  readonly file: string;
  total: number;
  failed: number;
  notRun: number;
  /** Nothing in it ran, whatever its tests say of themselves. */
  isNotRun: boolean;
}

export function openSuite(attributes: Attributes): OpenSuite {
  return {
    declared: declaredBy(attributes),
    file: attributes['file'] ?? attributes['filepath'] ?? '',
    total: 0,
    failed: 0,
    notRun: 0,
    isNotRun: statusIn(attributes) === 'skipped',
  };
}

/**
 * How many of a suite's tests did not run: those that say so, or as many as the suite says, where its tests do not say
 * which. Dialects that count one test under two words must not count it twice.
 */
export function notRunIn({ declared, total, failed, notRun, isNotRun }: OpenSuite): number {
  return isNotRun ? total - failed : Math.max(notRun, Math.min(declared.notRun, total - failed));
}
