import { archiveInputs, archiveProblems } from '@lockstep/action-kit/archive-inputs';
import { ledgerProblems } from '@lockstep/action-kit/input-problems';
import {
  dryRunInputs,
  identityInputs,
  ledgerInputs,
  lockInputs,
  requestInputs,
  serviceInputs,
  trafficInputs,
  vercelInputs,
} from '@lockstep/action-kit/inputs';
import { duration, flag, oneOf, type Shape, secret, text, type Values } from '@lockstep/action-shell';

export const inputs = {
  environment: text(undefined, { required: true }),
  ...serviceInputs(),
  to: text('previous'),
  'expect-newest': text(),
  'cancel-running-release': flag(false),
  'cancel-timeout': duration('8m'),
  ...vercelInputs(),
  'database-url': secret(),
  'on-data-loss': oneOf(['fail', 'keep', 'archive', 'allow'], 'keep'),
  'confirm-contract': text(),
  'archive-triggers': oneOf(['on', 'off'], 'on'),
  ...archiveInputs(),
  'drain-time': duration('30s'),
  ...trafficInputs(),
  ...identityInputs(),
  ...lockInputs(),
  ...requestInputs(),
  ...ledgerInputs(),
  ...dryRunInputs(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** Problems between inputs. */
export function problemsOf(values: Inputs): string[] {
  return [...ledgerProblems(values), ...archiveProblems(values)];
}
