import { refusedEnd } from '@lockstep/action-kit/migrate/refused-end';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { runErase, runExtend, runList, runPrune, runRemove, runRestore } from './archives.ts';
import { runLint, runVerify } from './check.ts';
import { runDown } from './down.ts';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import { keep, undo } from './post.ts';
import type { Reason } from './reasons.ts';
import { runAdopt, runRepair, runStatus } from './records.ts';
import { runPlan, runUp } from './up.ts';

export const action = defineAction({
  name: 'migrate',
  inputs,
  check: problemsOf,
  run,
  post: { when: 'undo', run: undo, keep },
});

const commands: Readonly<Record<Inputs['command'], (values: Inputs, shell: Shell) => Promise<Outcome<Reason>>>> = {
  up: (values, shell) => (values['dry-run'] ? runPlan(values, shell) : runUp(values, shell)),
  down: runDown,
  plan: runPlan,
  status: runStatus,
  verify: runVerify,
  lint: runLint,
  adopt: runAdopt,
  repair: runRepair,
  'restore-archive': runRestore,
  'list-archives': runList,
  'prune-archives': runPrune,
  'extend-archive': runExtend,
  'remove-archive': runRemove,
  'erase-archives': runErase,
};

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  try {
    return await commands[values.command](values, shell);
  } catch (error) {
    const end = refusedEnd(error);
    if (end === undefined) throw error;
    return end;
  }
}
