import { setMaxListeners } from 'node:events';
import { CancelledError, failureOf, InputError, jsonText, oneLine, plainLine, Secret } from '@lockstep/base';
import { CommanderError, Option, Command as Parser } from 'commander';
import type { Call, Command } from './command.ts';
import { EXIT, INTERRUPTED, type Interrupt } from './exit-code.ts';
import { addLineRules, secretsIn } from './line-rules.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command line to its exit code. */
export async function runProgram(
  line: readonly string[],
  commands: readonly Command[],
  terminal: Terminal,
): Promise<number> {
  const interrupted = new AbortController();
  // Everything that waits at the same time listens to it: more than the ten that Node.js takes for a leak.
  setMaxListeners(0, interrupted.signal);
  let by: Interrupt | undefined;
  const stopListening = terminal.onInterrupt((signal) => {
    by = signal;
    interrupted.abort(new CancelledError('interrupted'));
  });
  warnOfSecrets(line, terminal);
  const answer = watched(terminal);
  let code: number = EXIT.usage;
  const parser = parserOf(commands, answer.terminal, async (command, call) => {
    requireFolder();
    code = EXIT[await command.run({ ...call, terminal: answer.terminal, signal: interrupted.signal, commands })];
  });
  try {
    await parser.parseAsync(withVersion(line), { from: 'user' });
    return code;
  } catch (error) {
    const ended = endOf(error, interrupted.signal.aborted ? by : undefined);
    for (const text of ended.lines) terminal.tell(`error: ${plainLine(text)}\n`);
    if (terminal.debug && ended.isOurs && error instanceof Error) terminal.tell(`${error.stack}\n`);
    // A program that reads the answer gets one, whatever happened.
    if (ended.json !== undefined && wantsJson(line) && !answer.isWritten())
      terminal.write(jsonText({ command: commandIn(line, commands), ...ended.json }));
    return ended.code;
  } finally {
    stopListening();
  }
}

/** Throws InputError where somebody deleted the folder that this is called in. */
function requireFolder(): void {
  try {
    process.cwd();
  } catch (cause) {
    throw new InputError('the current folder is not there any more; change to another one', { cause });
  }
}

interface End {
  readonly code: number;
  readonly lines: readonly string[];
  readonly json?: object;
  readonly isOurs?: boolean;
}

/** What went wrong, where nobody said so yet. */
function endOf(error: unknown, by: Interrupt | undefined): End {
  // The parser has said it: help that was asked for is no error.
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return { code: EXIT.pass, lines: [] };
    const message = oneLine(error.message.replace(/^error: /, ''), ' ');
    const problems = [message];
    return { code: EXIT.usage, lines: [], json: { verdict: 'fail', reason: 'invalid-input', message, problems } };
  }
  const { problems, whose, ...failure } = failureOf(
    by === undefined ? error : new CancelledError(`interrupted by ${by}`),
  );
  if (by !== undefined) return { code: INTERRUPTED[by], lines: [], json: failure };
  if (whose === 'caller') return { code: EXIT.usage, lines: problems, json: { ...failure, problems } };
  if (whose === 'world') return { code: EXIT.unknown, lines: [failure.message], json: failure };
  const message = `a fault of lockstep itself, please report it with what LOCKSTEP_DEBUG=1 shows: ${failure.message}`;
  return { code: EXIT.unknown, lines: [message], json: { ...failure, message }, isOurs: true };
}

/** What people try first: as the command of that name. */
function withVersion([first, ...others]: readonly string[]): readonly string[] {
  if (first === undefined) return [];
  return [VERSION.includes(first) ? 'version' : first, ...others];
}

const VERSION = ['-v', '-V', '--version'];

/** The terminal, and whether an answer was written to it. */
function watched(terminal: Terminal) {
  let isWritten = false;
  const noting =
    (write: (text: string) => void) =>
    (text: string): void => {
      isWritten = true;
      write(text);
    };
  return {
    terminal: { ...terminal, write: noting(terminal.write), writeSecret: noting(terminal.writeSecret) },
    isWritten: () => isWritten,
  };
}

/** The parser itself may not have come so far as to know. */
function wantsJson(line: readonly string[]): boolean {
  const end = line.indexOf('--');
  return line.slice(0, end === -1 ? line.length : end).includes('--json');
}

function commandIn([first]: readonly string[], commands: readonly Command[]): string {
  return commands.find(({ name }) => name === first)?.name ?? '';
}

function warnOfSecrets(line: readonly string[], terminal: Terminal): void {
  const found = secretsIn(line);
  // Whatever is said of the line from here on is without them.
  for (const { value } of found) new Secret(value);
  // The option has a warning of its own, with what to use in its place.
  for (const name of new Set(found.map((one) => one.name).filter((one) => one !== '--database-url')))
    terminal.tell(
      `warning: ${name}: other users of this machine can see the secret in it; give it in the environment or in a file\n`,
    );
}

type RunCommand = (command: Command, call: Pick<Call, 'text' | 'texts' | 'flag' | 'json'>) => Promise<void>;

/** The parser of a command line; its help is that of `lockstep help`. */
export function parserOf(commands: readonly Command[], terminal: Pick<Terminal, 'write' | 'tell'>, run: RunCommand) {
  const program = new Parser('lockstep')
    .description('Lockstep in a terminal: what its GitHub Actions do and say.')
    .usage('COMMAND [options]')
    .helpCommand(false)
    .helpOption('-h, --help', 'how to use it')
    .option('-v, --version', 'the version')
    .configureHelp({ showGlobalOptions: false, subcommandTerm: (one) => one.name(), helpWidth: 100 })
    .configureOutput({
      writeOut: (text) => terminal.write(text),
      writeErr: (text) => terminal.tell(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', '\nExit code: 0 pass, 1 fail, 2 unknown, 64 wrong usage, 130 interrupted (143 by SIGTERM).')
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
  for (const { name, value, meaning, choices, absent, many, of } of command.options) {
    const whose = of === undefined ? '' : `${of.join(', ')}: `;
    const option = new Option(`--${name}${value === undefined ? '' : ` <${value}>`}`, `${whose}${meaning}`);
    if (choices !== undefined) option.choices(choices);
    if (absent !== undefined) option.default(absent);
    if (many === true) option.argParser((one, before: readonly string[] = []) => [...before, one]);
    sub.addOption(option);
  }
  sub.option('--json', 'the answer as JSON');
  addLineRules(sub, (option) => command.options.some(({ name, many }) => name === option && many === true));
  sub.action(async (...given: unknown[]) => {
    refuseOthers(command, given);
    refuseUnread(sub, command, given[0]);
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

/** What no command is for: its options are not looked at, since it is not known whose they are. */
function refuseOthers({ arguments: all }: Command, given: readonly unknown[]): void {
  const others = all.flatMap(({ name, choices }, index) =>
    choices === undefined || given[index] === undefined || choices.includes(String(given[index]))
      ? []
      : [`${name}: expected one of ${choices.join(', ')}, got "${given[index]}"`],
  );
  if (others.length > 0) throw new InputError(others);
}

/** An option that the command below this one does not read would look as if it had narrowed what is done. */
function refuseUnread(parser: Parser, { name, options }: Command, below: unknown): void {
  const unread = options.flatMap(({ name: option, of }) =>
    of === undefined || of.includes(String(below)) || parser.getOptionValueSource(camelCase(option)) !== 'cli'
      ? []
      : [`--${option}: ${name} ${below} does not read it; it is for ${of.join(', ')}`],
  );
  if (unread.length > 0) throw new InputError(unread);
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
