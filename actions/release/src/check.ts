import { refuseFrozen } from '@lockstep/action-kit/refusals';
import type { Outcome, Shell } from '@lockstep/action-shell';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';

/**
 * Asks nothing and changes nothing: that the step runs at all means that the inputs of the release are valid. A freeze
 * that applies now is a warning, since it may have ended when the release begins.
 */
export async function check(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const [frozen] = refuseFrozen(values, shell.clock.now());
  if (frozen !== undefined) return { verdict: 'fail', ...frozen, passes: true };
  return {
    verdict: 'pass',
    reason: 'checked',
    message: 'the inputs of the release are valid, and no freeze applies now',
  };
}
