import { InputError, jsonText } from '@lockstep/base';
import type { Command } from '../command.ts';
import { nearest } from '../nearest.ts';
import { parserOf } from '../program.ts';

export const help: Command = {
  name: 'help',
  summary: 'shows how to use lockstep, or one of its commands',
  details: `
Without a command it lists all of them.

  lockstep help checks`,
  arguments: [{ name: 'COMMAND', meaning: 'the command to describe', required: false }],
  options: [],
  run: async (call) => {
    const name = call.text('COMMAND');
    const asked = call.commands.find((one) => one.name === name);
    if (name !== '' && asked === undefined) {
      const near = nearest(
        name,
        call.commands.map((one) => one.name),
      );
      throw new InputError(`unknown command '${name}'${near === undefined ? '' : `; did you mean ${near}?`}`);
    }
    if (call.json) call.terminal.write(jsonText(asked === undefined ? call.commands.map(factsOf) : factsOf(asked)));
    else call.terminal.write(helpOf(name, call.commands));
    return 'pass';
  },
};

/** What `lockstep help NAME` says; the list of commands for ''. */
export function helpOf(name: string, commands: readonly Command[]): string {
  const parts: string[] = [];
  const keep = { write: (part: string) => void parts.push(part), tell: () => undefined };
  const parser = parserOf(commands, keep, async () => undefined);
  (parser.commands.find((one) => one.name() === name) ?? parser).outputHelp();
  return parts.join('');
}

function factsOf({ name, summary, details, arguments: args, options }: Command): object {
  return { name, summary, details: details.trim(), arguments: args, options };
}
