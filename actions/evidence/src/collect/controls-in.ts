import type { Shell } from '@lockstep/action-shell';
import { type ControlMap, type ControlReport, idleWords, readControls } from '@lockstep/evidence';
import type { Inputs } from '../inputs.ts';
import { textIn } from '../text-in.ts';

/** The map of controls of the repository. Throws InputError. */
export function controlsIn(values: Inputs, shell: Shell): ControlMap {
  const name = values['controls-file'];
  const text = textIn('controls-file', name, 'docs/evidence.md has maps to begin with', shell);
  return readControls(text, name, shell.clock.now());
}

/** What the map excuses without need is to be removed from it. */
export function warnOfIdle({ idle }: ControlReport, values: Inputs, { log }: Shell): void {
  for (const one of idle) log.warning(`${values['controls-file']}: ${idleWords(one)}`);
}
