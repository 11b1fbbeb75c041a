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
import { duration, flag, jobStatus, list, oneOf, type Shape, text, token, type Values } from '@lockstep/action-shell';

export const inputs = {
  ...vercelInputs(),
  'deployment-id': text(undefined, { required: true }),
  strategy: oneOf(['promote', 'alias'], 'promote'),
  aliases: list(),
  'expect-current': text(),
  ...orderInputs(),
  evidence: text(),
  'max-evidence-age': duration(),
  ...identityInputs(),
  'skip-git-deployment-check': flag(false),
  ...trafficInputs(),
  ...requestInputs(),
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
  const problems: string[] = [];
  if (values.strategy === 'alias' && values.aliases.length === 0)
    problems.push('input "aliases": strategy: alias needs at least one name');
  if (values.strategy === 'promote' && values.aliases.length > 0)
    problems.push(
      'input "aliases": strategy: promote moves all production domains and nothing else; leave aliases empty, or set strategy: alias',
    );
  return problems;
}
