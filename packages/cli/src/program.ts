import { CancelledError, describe, InputError } from '@lockstep/base';
import { CommanderError, Option, Command as Parser } from 'commander';
import type { Call, Command } from './command.ts';
import { EXIT } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command line to its exit code. */
export async function runProgram(
  line: readonly string[],
  commands: readonly Command[],
  terminal: Terminal,
): Promise<number> {
  const interrupted = new AbortController();
  const stopListening = terminal.onInterrupt(() => interrupted.abort(new CancelledError('interrupted')));
  let code: number = EXIT.usage;
  const parser = parserOf(commands, terminal, async (command, call) => {
    code = EXIT[await command.run({ ...call, terminal, signal: interrupted.signal, commands })];
  });
  try {
    await parser.parseAsync(line, { from: 'user' });
    return code;
  } catch (error) {
    if (interrupted.signal.aborted) return EXIT.interrupted;
    return codeOf(error, terminal);
  } finally {
    stopListening();
  }
}

/** Tells what went wrong where nobody did so yet. */
function codeOf(error: unknown, terminal: Terminal): number {
  // The parser has said it: help that was asked for is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.pass : EXIT.usage;
  if (error instanceof InputError) {
    for (const problem of error.problems) terminal.tell(`error: ${problem}\n`);
    return EXIT.usage;
  }
  terminal.tell(`error: ${describe(error)}\n`);
  if (terminal.debug && error instanceof Error) terminal.tell(`${error.stack}\n`);
  return EXIT.unknown;
}

type RunCommand = (command: Command, call: Pick<Call, 'text' | 'texts' | 'flag' | 'json'>) => Promise<void>;

/** The parser of a command line; its help is that of `lockstep help`. */
export function parserOf(commands: readonly Command[], terminal: Pick<Terminal, 'write' | 'tell'>, run: RunCommand) {
  const program = new Parser('lockstep')
    .description('Lockstep in a terminal: what its GitHub Actions do and say.')
    .usage('COMMAND [options]')
    .helpCommand(false)
    .helpOption('-h, --help', 'how to use it')
    .configureHelp({ showGlobalOptions: false, subcommandTerm: (one) => one.name(), helpWidth: 100 })
    .configureOutput({
      writeOut: (text) => terminal.write(text),
      writeErr: (text) => terminal.tell(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', '\nExit code: 0 pass, 1 fail, 2 unknown, 64 wrong usage, 130 interrupted.')
    .exitOverride();
  for (const command of commands) addCommand(program, command, run);
  return program;
}

function addCommand(program: Parser, command: Command, run: RunCommand): void {
  const sub = program
    .command(command.name)
    .summary(command.summary)
    .description(command.summary)
    .addHelpText('after', `\n${command.details.trim()}`);
  for (const { name, meaning, required } of command.arguments)
    sub.argument(required ? `<${name}>` : `[${name}]`, meaning);
  for (const { name, value, meaning, choices, absent, many } of command.options) {
    const option = new Option(`--${name}${value === undefined ? '' : ` <${value}>`}`, meaning);
    if (choices !== undefined) option.choices(choices);
    if (absent !== undefined) option.default(absent);
    if (many === true) option.argParser((one, before: readonly string[] = []) => [...before, one]);
    sub.addOption(option);
  }
  sub.option('--json', 'the answer as JSON');
  sub.action(async (...given: unknown[]) => {
    const options = sub.opts() as Readonly<Record<string, unknown>>;
    const values = new Map<string, unknown>(command.arguments.map(({ name }, index) => [name, given[index]]));
    for (const { name } of command.options) values.set(name, givenValue(name, options));
    await run(command, {
      text: (name) => (typeof values.get(name) === 'string' ? String(values.get(name)) : ''),
      texts: (name) => textsOf(values.get(name)),
      flag: (name) => values.get(name) === true,
      json: options['json'] === true,
    });
  });
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** To the parser, a switch `--no-x` sets `x` to false. */
function givenValue(name: string, options: Readonly<Record<string, unknown>>): unknown {
  return name.startsWith('no-') ? options[camelCase(name.slice('no-'.length))] === false : options[camelCase(name)];
}

/** As the parser names the value of `--on-unknown`. */
function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}
