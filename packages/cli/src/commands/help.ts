import { InputError, jsonText } from '@lockstep/base';
import type { Call, Command } from '../command.ts';
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
    else call.terminal.write(textOf(name, call));
    return 'pass';
  },
};

function textOf(name: string, call: Call): string {
  const parser = parserOf(call.commands, call.terminal, async () => undefined);
  const asked = parser.commands.find((one) => one.name() === name) ?? parser;
  let text = '';
  asked.configureOutput({ writeOut: (part) => (text += part) });
  asked.outputHelp();
  return text;
}

function factsOf({ name, summary, details, arguments: args, options }: Command): object {
  return { name, summary, details: details.trim(), arguments: args, options };
}
