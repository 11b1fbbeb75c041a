import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { close } from './close.ts';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import { open } from './open.ts';

export const action = defineAction({ name: 'preview', inputs, check: problemsOf, run });

function run(values: Inputs, shell: Shell): Promise<Outcome> {
  return values.command === 'open' ? open(values, shell) : close(values, shell);
}
