import { textIn } from '@lockstep/action-kit/evidence/text-in';
import type { Shell } from '@lockstep/action-shell';
import { type ControlMap, readControls } from '@lockstep/evidence';
import type { Inputs } from '../inputs.ts';

const NO_MAP = '"lockstep init --documents" writes one, and a job needs actions/checkout';

/** The map of controls of the repository. Throws InputError. */
export function controlsIn(values: Inputs, shell: Shell): ControlMap {
  const name = values['controls-file'];
  const text = textIn('controls-file', name, NO_MAP, shell.env.workspace);
  return readControls(text, name, shell.clock.now());
}
