import { credentialInputs, credentialProblems } from '@lockstep/action-kit/gate-credentials';
import {
  creatorInputs,
  dryRunInputs,
  identityInputs,
  orderInputs,
  requestInputs,
  serviceInputs,
  trafficInputs,
  vercelInputs,
} from '@lockstep/action-kit/inputs';
import { rollingInputs, rollingProblems } from '@lockstep/action-kit/rolling-inputs';
import { duration, flag, jobStatus, list, oneOf, type Shape, text, token, type Values } from '@lockstep/action-shell';

export const inputs = {
  ...vercelInputs(),
  'deployment-id': text(undefined, { required: true }),
  strategy: oneOf(['promote', 'rolling', 'alias'], 'promote'),
  aliases: list(),
  'expect-current': text(),
  ...orderInputs(),
  evidence: text(),
  'max-evidence-age': duration(),
  ...identityInputs(),
  ...credentialInputs(),
  'skip-git-deployment-check': flag(false),
  ...trafficInputs(),
  ...requestInputs(),
  ...rollingInputs(),
  'on-failure': oneOf(['auto', 'undo', 'keep'], 'auto'),
  ...dryRunInputs(),
  environment: text(),
  ...serviceInputs(),
  ...creatorInputs(),
  'github-token': token('${{ github.token }}'),
  'job-status': jobStatus(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** Problems between inputs. */
export function problemsOf(values: Inputs): string[] {
  const problems = credentialProblems(values);
  if (values.strategy === 'alias' && values.aliases.length === 0)
    problems.push('input "aliases": strategy: alias needs at least one name');
  if (values.strategy !== 'alias' && values.aliases.length > 0)
    problems.push(
      `input "aliases": strategy: ${values.strategy} moves all production domains and nothing else; leave aliases empty, or set strategy: alias`,
    );
  if (values.strategy !== 'rolling') return problems;
  if (values['identity-path'] === 'none')
    problems.push(
      'input "identity-path": expected a path with strategy: rolling, which asks by it which of two builds answers',
    );
  problems.push(...rollingProblems(values));
  return problems;
}
