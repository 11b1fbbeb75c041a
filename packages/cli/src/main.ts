#!/usr/bin/env node
import { commands } from './commands.ts';
import { runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await runProgram(process.argv.slice(2), commands, processTerminal());
