import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { runLint, runVerify } from './check.ts';
import { runDown } from './down.ts';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import { keep, undo } from './post.ts';
import { runAdopt, runRepair, runStatus } from './records.ts';
import { runPlan, runUp } from './up.ts';

export const action = defineAction({
  name: 'migrate',
  inputs,
  check: problemsOf,
  run,
  post: { when: 'undo', run: undo, keep },
});

const commands: Readonly<Record<Inputs['command'], (values: Inputs, shell: Shell) => Promise<Outcome>>> = {
  up: (values, shell) => (values['dry-run'] ? runPlan(values, shell) : runUp(values, shell)),
  down: runDown,
  plan: runPlan,
  status: runStatus,
  verify: runVerify,
  lint: runLint,
  adopt: runAdopt,
  repair: runRepair,
};

function run(values: Inputs, shell: Shell): Promise<Outcome> {
  return commands[values.command](values, shell);
}
