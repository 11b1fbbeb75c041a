import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { commands } from './commands/all.ts';
import { type Inputs, inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';

export const action = defineAction({
  name: 'evidence',
  inputs,
  check: (values) => commands[values.command].problems(values),
  run,
});

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  return commands[values.command].run(values, shell);
}
