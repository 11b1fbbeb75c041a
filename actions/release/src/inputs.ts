import {
  commit,
  duration,
  flag,
  jobStatus,
  list,
  oneOf,
  type Shape,
  secret,
  text,
  token,
  UNDO_DEADLINE_MS,
  url,
  type Values,
} from '@lockstep/action-shell';
import { formatDuration } from '@lockstep/base';
import { RECORD_ID } from '@lockstep/github';
import { freezeProblems, isZone } from './freeze.ts';

export const inputs = {
  command: oneOf(['begin', 'commit', 'live', 'stage', 'choose', 'check'], undefined, { required: true }),
  environment: text(undefined, { required: true }),
  service: text(),
  'commit-sha': commit(),
  evidence: text(),
  'max-evidence-age': duration(),
  freeze: list(),
  'freeze-zone': text('UTC'),
  'require-newer-commit': flag(true),
  mode: oneOf(['same-build', 'same-commit'], 'same-build'),
  'deployment-id': text(),
  'from-environment': text(),
  request: text(undefined, { pattern: RECORD_ID, expected: 'the id of a request, like 20261122T041300Z-3f9a2c' }),
  'approval-environment': text(),
  'trusted-branches': list(),
  'committed-for': duration(),
  'expect-release': text(undefined, {
    pattern: RECORD_ID,
    expected: 'the id of a release, like 20261122T041300Z-3f9a2c',
  }),
  'database-version': text(),
  'undo-deadline': duration('4m'),
  'ledger-creator': text('github-actions[bot]'),
  'ledger-timeout': duration('30s'),
  'vercel-token': secret(),
  'vercel-project': text(),
  'vercel-team': text(),
  'vercel-api-url': url('https://api.vercel.com'),
  'request-timeout': duration('10s'),
  'dry-run': flag(false),
  'github-token': token('${{ github.token }}'),
  'job-status': jobStatus(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** Problems between inputs, and with how long a job lives. */
export function problemsOf(values: Inputs): string[] {
  const problems = [...freezeProblems(values.freeze)];
  if (values['github-token'].isEmpty)
    problems.push('input "github-token": is empty; the ledger needs a token with deployments: write and actions: read');
  if (values.command === 'choose' && values['vercel-project'] === '')
    problems.push('input "vercel-project": choose looks at what is live, and at the deployment itself');
  if (values.command === 'choose' && values.mode === 'same-commit' && values['from-environment'] === '')
    problems.push('input "from-environment": mode same-commit needs the environment where the commit was tried');
  if (values.command === 'choose' && values.mode === 'same-commit' && values['deployment-id'] !== '')
    problems.push('input "deployment-id": mode same-commit builds anew; leave it empty, or take mode same-build');
  if (values.command === 'stage' && values.evidence === '')
    problems.push('input "evidence": stage needs the evidence output of health-gate on the staged deployment');
  for (const name of ['committed-for', 'expect-release'] as const)
    if (values.command !== 'live' && values[name] !== undefined && values[name] !== '')
      problems.push(`input "${name}": only command live holds what users have to it`);
  if ((values['vercel-project'] === '') !== values['vercel-token'].isEmpty)
    problems.push('inputs "vercel-project" and "vercel-token": give both, to see what is live, or neither');
  if (!isZone(values['freeze-zone']))
    problems.push(`input "freeze-zone": expected a time zone like Europe/Berlin, got "${values['freeze-zone']}"`);
  if (values['undo-deadline'] > UNDO_DEADLINE_MS)
    problems.push(
      `input "undo-deadline": GitHub's runner ends a cancelled job after 4m45s, and telling the end must fit in too: ${formatDuration(UNDO_DEADLINE_MS)}, or less`,
    );
  return problems;
}
