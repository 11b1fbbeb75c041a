import type { Shell } from '@lockstep/action-shell';
import { type ControlMap, readControls } from '@lockstep/evidence';
import type { Inputs } from '../inputs.ts';
import { textIn } from '../text-in.ts';

/** The map of controls of the repository. Throws InputError. */
export function controlsIn(values: Inputs, shell: Shell): ControlMap {
  const name = values['controls-file'];
  const text = textIn('controls-file', name, '"lockstep init --documents" writes one to begin with', shell);
  return readControls(text, name, shell.clock.now());
}
