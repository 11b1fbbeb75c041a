#!/usr/bin/env node
import { describe } from '@lockstep/base';
import { commands } from './commands.ts';
import { EXIT } from './exit-code.ts';
import { runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

const terminal = processTerminal();
// What nobody waits for has failed: Node would print a stack, and end as a command does that found something wrong.
process.on('uncaughtException', (error) => {
  terminal.tell(
    `error: a fault of lockstep itself, please report it with what LOCKSTEP_DEBUG=1 shows: ${describe(error)}\n`,
  );
  if (terminal.debug) terminal.tell(`${error.stack}\n`);
  process.exit(EXIT.unknown);
});
process.exitCode = await runProgram(process.argv.slice(2), commands, terminal);
