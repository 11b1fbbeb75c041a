import type { Shell } from '@lockstep/action-shell';
import { InputError } from '@lockstep/base';
import { type ControlMap, readControls } from '@lockstep/evidence';
import { bytesIn } from '../files.ts';
import type { Inputs } from '../inputs.ts';

/** The map of controls of the repository. Throws InputError. */
export function controlsIn(values: Inputs, shell: Shell): ControlMap {
  const name = values['controls-file'];
  const text = bytesIn(name, shell.env.workspace)?.toString('utf8');
  if (text === undefined)
    throw new InputError(
      `input "controls-file": ${name} cannot be read; docs/evidence.md has maps to begin with, and the job needs actions/checkout`,
    );
  return readControls(text, name);
}
