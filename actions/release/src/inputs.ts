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
  url,
  type Values,
} from '@lockstep/action-shell';

import { isZone } from './freeze.ts';

export const inputs = {
  command: oneOf(['begin', 'commit', 'live'], undefined, { required: true }),
  environment: text(undefined, { required: true }),
  service: text(),
  'commit-sha': commit(),
  evidence: text(),
  'max-evidence-age': duration(),
  freeze: list(),
  'freeze-zone': text('UTC'),
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

/** docs.github.com/actions/reference/workflow-cancellation-reference. */
const CANCELLED_JOB_MS = 300_000;

/** Problems between inputs, and with how long a job lives. */
export function problemsOf(values: Inputs): string[] {
  const problems: string[] = [];
  if (values['github-token'].isEmpty)
    problems.push('input "github-token": is empty; the ledger needs a token with deployments: write and actions: read');
  if ((values['vercel-project'] === '') !== values['vercel-token'].isEmpty)
    problems.push('inputs "vercel-project" and "vercel-token": give both, to see what is live, or neither');
  if (!isZone(values['freeze-zone']))
    problems.push(`input "freeze-zone": expected a time zone like Europe/Berlin, got "${values['freeze-zone']}"`);
  if (values['undo-deadline'] >= CANCELLED_JOB_MS)
    problems.push(
      'input "undo-deadline": GitHub ends a cancelled job after 5m; leave time for telling the end: 4m30s, or less',
    );
  return problems;
}
