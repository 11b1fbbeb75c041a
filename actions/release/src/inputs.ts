import { freezeInputProblems, ledgerProblems, vercelPairProblems } from '@lockstep/action-kit/input-problems';
import {
  dryRunInputs,
  freezeInputs,
  ledgerInputs,
  orderInputs,
  requestInputs,
  serviceInputs,
  trustInputs,
  vercelInputs,
} from '@lockstep/action-kit/inputs';
import {
  commit,
  duration,
  jobStatus,
  list,
  oneOf,
  type Shape,
  text,
  UNDO_DEADLINE_MS,
  type Values,
} from '@lockstep/action-shell';
import { formatDuration } from '@lockstep/base';
import { RECORD_ID } from '@lockstep/github';
import { overrideProblems } from './overrides.ts';

export const inputs = {
  command: oneOf(['begin', 'commit', 'check'], undefined, { required: true }),
  environment: text(undefined, { required: true }),
  ...serviceInputs(),
  'commit-sha': commit(),
  evidence: text(),
  'max-evidence-age': duration(),
  ...freezeInputs(),
  ...orderInputs(),
  request: text(undefined, { pattern: RECORD_ID, expected: 'the id of a request, like 20261122T041300Z-3f9a2c' }),
  'approval-environment': text(),
  overrides: list(),
  ...trustInputs(),
  'database-version': text(),
  'undo-deadline': duration('4m'),
  ...ledgerInputs(),
  'ledger-timeout': duration('30s'),
  ...vercelInputs({}),
  // Without it what is live is not known.
  'vercel-project': text(),
  ...requestInputs(),
  ...dryRunInputs(),
  'job-status': jobStatus(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** Problems between inputs, and with how long a job lives. */
export function problemsOf(values: Inputs): string[] {
  const problems = [
    ...ledgerProblems(values),
    ...freezeInputProblems(values),
    ...vercelPairProblems(values, 'to read what is live'),
    ...overrideProblems(values.overrides),
  ];
  if (values['undo-deadline'] > UNDO_DEADLINE_MS)
    problems.push(
      `input "undo-deadline": GitHub's runner ends a cancelled job after 4m45s, and recording the outcome must fit in too: give ${formatDuration(UNDO_DEADLINE_MS)} or less`,
    );
  return problems;
}
