import { creatorInputs, modeInputs, requestInputs, serviceInputs, trustInputs } from '@lockstep/action-kit/inputs';
import { commit, duration, flag, oneOf, type Shape, text, token, type Values } from '@lockstep/action-shell';
import { LONGEST_REQUEST_MS, RECORD_ID } from '@lockstep/github';

export const inputs = {
  command: oneOf(['request', 'approve', 'deny', 'protection'], undefined, { required: true }),
  environment: text(undefined, { required: true }),
  ...serviceInputs(),
  ...modeInputs(),
  'deployment-id': text(),
  'commit-sha': commit(),
  evidence: text(),
  expires: duration('24h'),
  request: text(undefined, { pattern: RECORD_ID, expected: 'the id of a request, like 20261122T041300Z-3f9a2c' }),
  'denial-reason': text(),
  'approval-environment': text(),
  'allow-unprotected': flag(false),
  ...trustInputs(),
  ...creatorInputs(),
  ...requestInputs(),
  'github-token': token('${{ github.token }}'),
  'dry-run': flag(false),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** Problems between inputs. */
export function problemsOf(values: Inputs): string[] {
  const { command, mode } = values;
  const given: readonly [boolean, string][] = [
    [values['github-token'].isEmpty, 'input "github-token": is empty; requests and approvals are kept with it'],
    [
      command === 'request' && values.evidence === '',
      'input "evidence": a request needs the evidence of what is requested',
    ],
    [command === 'request' && values['commit-sha'] === '', 'input "commit-sha": a request needs the commit to release'],
    [
      command === 'request' && (mode === 'same-build') === (values['deployment-id'] === ''),
      'input "deployment-id": mode same-build needs it; mode same-commit has none yet',
    ],
    [values.expires === 0, 'input "expires": must be longer than 0: a request that has expired cannot be approved'],
    [values.expires > LONGEST_REQUEST_MS, 'input "expires": expected at most 31d: the evidence is too old by then'],
  ];
  return given.filter(([wrong]) => wrong).map(([, problem]) => problem);
}
