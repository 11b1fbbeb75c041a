import { ledgerProblems } from '@lockstep/action-kit/input-problems';
import { dryRunInputs, ledgerInputs, requestInputs, serviceInputs, supabaseInputs } from '@lockstep/action-kit/inputs';
import { databaseUrlProblems } from '@lockstep/action-kit/restore-point';
import { commit, duration, oneOf, type Shape, secret, text, type Values } from '@lockstep/action-shell';

export const inputs = {
  ...supabaseInputs({ required: true }),
  'database-url': secret({ required: true }),
  environment: text(undefined, { required: true }),
  ...serviceInputs(),
  'release-id': text(),
  'commit-sha': commit(),
  'on-unknown': oneOf(['fail', 'warn'], 'fail'),
  'ready-within': duration('10m'),
  ...ledgerInputs(),
  ...requestInputs(),
  ...dryRunInputs(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

export function problemsOf(values: Inputs): string[] {
  return [...ledgerProblems(values), ...databaseUrlProblems(values['database-url'])];
}
