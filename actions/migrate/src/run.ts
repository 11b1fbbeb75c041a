import { refusedEnd } from '@lockstep/action-kit/migrate/refused-end';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { runLint, runVerify } from './check.ts';
import { runDown } from './down.ts';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import { keep, undo } from './post.ts';
import type { Reason } from './reasons.ts';
import { runPlan, runUp } from './up.ts';

export const action = defineAction({
  name: 'migrate',
  inputs,
  check: problemsOf,
  run,
  post: { when: 'undo', run: undo, keep },
});

/** What a person does with archives is loaded when it is asked for. */
const archives = () => import('./archives.ts');
/** Most runs neither list nor correct records, and start without it. */
const records = () => import('./records.ts');

const commands: Readonly<Record<Inputs['command'], (values: Inputs, shell: Shell) => Promise<Outcome<Reason>>>> = {
  up: (values, shell) => (values['dry-run'] ? runPlan(values, shell) : runUp(values, shell)),
  down: runDown,
  plan: runPlan,
  status: async (values, shell) => (await records()).runStatus(values, shell),
  verify: runVerify,
  lint: runLint,
  adopt: async (values, shell) => (await records()).runAdopt(values, shell),
  repair: async (values, shell) => (await records()).runRepair(values, shell),
  'restore-archive': async (values, shell) => (await archives()).runRestore(values, shell),
  'list-archives': async (values, shell) => (await archives()).runList(values, shell),
  'prune-archives': async (values, shell) => (await archives()).runPrune(values, shell),
  'extend-archive': async (values, shell) => (await archives()).runExtend(values, shell),
  'remove-archive': async (values, shell) => (await archives()).runRemove(values, shell),
  'erase-archives': async (values, shell) => (await archives()).runErase(values, shell),
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
