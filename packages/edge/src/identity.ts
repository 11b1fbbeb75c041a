import { sameCommit, sameDeployment } from '@lockstep/base';
import { type EdgeCheck, type Finding, failed, gap, passed, type Seen, unclear } from './checks/check.ts';

/** The build that is meant. */
export interface ExpectedBuild {
  readonly deployment: string | undefined;
  readonly commit: string | undefined;
}

/** What the host says of its build. Asking is the business of whoever knows health routes. */
export interface ServedBuild extends ExpectedBuild {
  /** What came back, in one line: why it names no build, where it names none. */
  readonly because: string;
}

export const buildIdentity: Omit<EdgeCheck, 'look'> = {
  id: 'build-identity',
  title: 'The host serves the build that is meant',
  expected: 'the deployment or commit that was given',
  remedy:
    'Audit the address of the deployment itself, or wait until traffic has been moved to it. Nothing else was looked at, because it would be about another build.',
};

const SILENT =
  'Serve the build from the health route (`metadata.deployment_id` or `metadata.git_commit`), and check that the route is not behind a protection wall.';

/** Whether the build that is meant answers. A build that is asked for and not named is unknown. */
export function judgeBuild(what: string, expected: ExpectedBuild, served: ServedBuild): Seen {
  const parts = [
    compare('deployment', expected.deployment, served.deployment, sameDeployment),
    compare('commit', expected.commit, served.commit, sameCommit),
  ].flatMap((one) => one ?? []);
  const other = parts.find(({ kind }) => kind === 'other');
  if (other !== undefined) return failed('other-build', what, other.measured, { expected: other.expected });
  const absent = parts.find(({ kind }) => kind === 'absent');
  if (absent !== undefined)
    return unclear('build-not-named', what, `${absent.measured} (${served.because})`, { remedy: SILENT });
  return passed(what, parts.map(({ measured }) => measured).join(', '));
}

interface Part {
  readonly kind: 'same' | 'other' | 'absent';
  readonly measured: string;
  readonly expected: string;
}

function compare(
  name: string,
  expected: string | undefined,
  served: string | undefined,
  same: (a: string, b: string) => boolean,
): Part | undefined {
  if (expected === undefined) return undefined;
  const wanted = `${name} ${expected}`;
  if (served === undefined) return { kind: 'absent', measured: `no ${name} named`, expected: wanted };
  return { kind: same(expected, served) ? 'same' : 'other', measured: `${name} ${served}`, expected: wanted };
}

/** What stays unknown of a host that serves another build, or does not say which. */
export function notLookedAt({ title }: Pick<EdgeCheck, 'title'>, { verdict }: Pick<Seen, 'verdict'>): Finding {
  return verdict === 'fail'
    ? gap(title, 'another build is served', buildIdentity.remedy)
    : gap(title, 'it is not known which build is served', SILENT);
}
