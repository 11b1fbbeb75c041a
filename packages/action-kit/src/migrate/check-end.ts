import { count } from '@lockstep/base';
import type { Finding, VerifyReport } from '@lockstep/migrations';
import { end } from './end.ts';

export type FailOn = 'error' | 'warning' | 'nothing';

/** `how`: what could not be known, where no database was asked; '' where one was. */
export function lintEnd(findings: readonly Finding[], failOn: FailOn, how = '') {
  const counted: readonly string[] = { error: ['error'], warning: ['error', 'warning'], nothing: [] }[failOn];
  const isUnsafe = findings.some((each) => counted.includes(each.severity));
  const of = (severity: Finding['severity']) =>
    count(findings.filter((each) => each.severity === severity).length, severity);
  const message = `${of('error')}, ${of('warning')}, ${of('note')}${how === '' ? '' : `; ${how}`}`;
  return isUnsafe
    ? end({ verdict: 'fail', reason: 'unsafe-changes', message })
    : end({ verdict: 'pass', reason: 'linted', message });
}

/** How a lint without a database chose what is pending, in words; `pending` is undefined where it is not known. */
export function lintedAlone(pending: number | undefined, all: number, unknown: string): string {
  const which =
    pending === undefined
      ? `which files are pending is unknown, so each is checked as if all older ones were applied (${unknown})`
      : `${count(pending, 'file')} of ${all} checked as pending, the others as applied`;
  return `${which}; without a database-url, table sizes and objects that these files do not create are unknown`;
}

export function verifyEnd({ baseProblem, files }: VerifyReport) {
  if (baseProblem !== undefined) {
    const message = `earlier migrations: ${baseProblem}`;
    return end({ verdict: 'fail', reason: 'base-migrations-failed', message });
  }
  if (files.length === 0) {
    const message = 'nothing is pending, so nothing was verified';
    return end({ verdict: 'unknown', reason: 'nothing-to-verify', message, passes: true });
  }
  const wrong = files.filter((each) => each.problems.length > 0);
  const [first] = wrong.flatMap((each) => each.problems);
  if (first !== undefined) {
    const message = wrong
      .map((each) => `${each.file}: ${each.problems.map((problem) => problem.message).join('; ')}`)
      .join('; ');
    return end({ verdict: 'fail', reason: first.kind, message });
  }
  const message = `${count(files.length, 'migration')} applied, rolled back and applied again`;
  const untested = files.flatMap(({ data, file }) => (data?.kind === 'not-tested' ? [`${file}: ${data.message}`] : []));
  if (untested.length === 0) return end({ verdict: 'pass', reason: 'verified', message });
  const more = `${message}; ${untested.join('; ')}`;
  const reason = 'verify-data-not-tested';
  return end({ verdict: 'unknown', reason, message: more, passes: true });
}
