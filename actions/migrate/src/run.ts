import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { count } from '@lockstep/base';
import { readStatus } from '@lockstep/migrations';
import { runDown } from './down.ts';
import { engineOf, folderOf } from './engine.ts';
import { type Inputs, inputs, problemsOf } from './inputs.ts';
import { undo } from './post.ts';
import { writeReport } from './report.ts';
import { statusTable } from './tables.ts';
import { runPlan, runUp } from './up.ts';

export const action = defineAction({
  name: 'migrate',
  inputs,
  check: problemsOf,
  run,
  post: { when: 'undo', run: undo },
});

async function run(values: Inputs, shell: Shell): Promise<Outcome> {
  switch (values.command) {
    case 'up':
      return values['dry-run'] ? runPlan(values, shell) : runUp(values, shell);
    case 'plan':
      return runPlan(values, shell);
    case 'down':
      return runDown(values, shell);
    case 'status':
      return runStatus(values, shell);
  }
}

async function runStatus(values: Inputs, shell: Shell): Promise<Outcome> {
  const list = await readStatus(engineOf(values, shell), folderOf(values, shell));
  shell.summary.add(`### Migrations\n\n${statusTable(list)}`);
  for (const each of list) shell.log.info(`${each.version} ${each.name}: ${each.state}`);
  const pending = list.filter((each) => each.state === 'pending').length;
  return {
    verdict: 'pass',
    reason: 'status',
    message: `${count(list.length, 'migration')}, ${pending} pending`,
    outputs: { plan: list, 'report-path': writeReport(shell, { status: list }) },
  };
}
