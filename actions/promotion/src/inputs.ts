import { freezeInputProblems, ledgerProblems, vercelPairProblems } from '@lockstep/action-kit/input-problems';
import {
  dryRunInputs,
  freezeInputs,
  ledgerInputs,
  modeInputs,
  orderInputs,
  requestInputs,
  serviceInputs,
  trustInputs,
  vercelInputs,
} from '@lockstep/action-kit/inputs';
import { commit, duration, oneOf, type Shape, text, type Values } from '@lockstep/action-shell';
import { RECORD_ID } from '@lockstep/github';

export const inputs = {
  command: oneOf(['stage', 'choose', 'live'], undefined, { required: true }),
  environment: text(undefined, { required: true }),
  ...serviceInputs(),
  'commit-sha': commit(),
  evidence: text(),
  'max-evidence-age': duration(),
  ...modeInputs(),
  'deployment-id': text(),
  'from-environment': text(),
  ...freezeInputs(),
  ...orderInputs(),
  ...trustInputs(),
  'committed-for': duration(),
  'expect-release': text(undefined, {
    pattern: RECORD_ID,
    expected: 'the id of a release, like 20261122T041300Z-3f9a2c',
  }),
  ...ledgerInputs(),
  ...vercelInputs({}),
  // What Vercel serves is read only if it is given.
  'vercel-project': text(),
  ...requestInputs(),
  ...dryRunInputs(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** Problems between inputs. */
export function problemsOf(values: Inputs): string[] {
  const { command, mode } = values;
  const chooses = command === 'choose';
  const given: readonly [boolean, string][] = [
    [
      chooses && values['vercel-project'] === '',
      'input "vercel-project": choose needs it to read what is live and the deployment itself',
    ],
    [
      chooses && mode === 'same-commit' && values['from-environment'] === '',
      'input "from-environment": mode same-commit needs the environment whose release names the commit',
    ],
    [
      chooses && mode === 'same-commit' && values['deployment-id'] !== '',
      'input "deployment-id": mode same-commit builds again; leave it empty, or use mode same-build',
    ],
    [
      command === 'stage' && values.evidence === '',
      'input "evidence": stage needs the evidence output of health-gate on the staged deployment',
    ],
    [command !== 'live' && values['committed-for'] !== undefined, 'input "committed-for": only command live uses it'],
    [command !== 'live' && values['expect-release'] !== '', 'input "expect-release": only command live uses it'],
  ];
  return [
    ...ledgerProblems(values),
    ...freezeInputProblems(values),
    ...vercelPairProblems(values, 'to read what is live'),
    ...given.filter(([wrong]) => wrong).map(([, problem]) => problem),
  ];
}
