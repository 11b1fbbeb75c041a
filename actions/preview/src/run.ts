import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { close } from './close.ts';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import { open } from './open.ts';
import type { Reason } from './reasons.ts';

export const action = defineAction({ name: 'preview', inputs, check: problemsOf, run });

function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  return values.command === 'open' ? open(values, shell) : close(values, shell);
}
