import { defineAction } from '@lockstep/action-shell';
import { commands } from './commands/all.ts';
import { type Inputs, inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';

/**
 * The action with the command that is asked for, so that no step loads the others. What is no command is refused with all
 * that is wrong with the inputs, and nothing is said of inputs between each other.
 */
export async function actionFor(asked: string) {
  const name = asked.trim() || inputs.command.default;
  const isOne = name !== undefined && Object.hasOwn(commands, name);
  const { problems, run } = await commands[isOne ? (name as Inputs['command']) : 'record']();
  return defineAction<typeof inputs, Reason>({ name: 'evidence', inputs, check: isOne ? problems : () => [], run });
}
