import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { choose } from './choose.ts';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import { live } from './live.ts';
import type { Reason } from './reasons.ts';
import { stage } from './stage.ts';

export const action = defineAction({ name: 'promotion', inputs, check: problemsOf, run });

function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  switch (values.command) {
    case 'stage':
      return stage(values, shell);
    case 'choose':
      return choose(values, shell);
    case 'live':
      return live(values, shell);
  }
}
