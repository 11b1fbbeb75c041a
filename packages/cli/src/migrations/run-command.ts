import { CancelledError, type Verdict } from '@lockstep/base';
import type { Call, Command } from '../command.ts';
import { type Database, findDatabase, readDatabase } from '../database.ts';
import { OwnWords } from '../own-words.ts';
import { tellEnd } from '../tell-end.ts';
import type { Answer } from './answer.ts';
import type { runs, runsWithout } from './migration-commands.ts';

/** With the engine, which no other command waits for. */
export const loadCommands = () => import('./migration-commands.ts');

/**
 * Runs a command on the database that was named, and says what it came to in words of the command line. `names`: inputs of
 * the action that are no options here.
 */
export async function onDatabase(
  call: Call,
  name: keyof typeof runs,
  options: Command['options'],
  names: Readonly<Record<string, string>> = {},
): Promise<Verdict> {
  const database = await readDatabase(call);
  const all = await loadCommands();
  return await inOwnWords(call, { name, options, database, names }, () => all.runs[name](call, database));
}

/** As onDatabase, for what needs none. */
export async function maybeOnDatabase(
  call: Call,
  name: keyof typeof runsWithout,
  options: Command['options'],
): Promise<Verdict> {
  const database = await findDatabase(call);
  const all = await loadCommands();
  return await inOwnWords(call, { name, options, database }, () => all.runsWithout[name](call, database));
}

interface Asked {
  readonly name: string;
  readonly options: Command['options'];
  readonly database: Database | undefined;
  readonly names?: Readonly<Record<string, string>>;
}

async function inOwnWords(
  call: Call,
  { database, name, names, options }: Asked,
  run: () => Promise<Answer>,
): Promise<Verdict> {
  const words = wordsOf(options, database, names);
  let answer: Answer;
  try {
    answer = await run();
  } catch (error) {
    call.signal.throwIfAborted();
    const { refusedEnd } = await loadCommands();
    const end = refusedEnd(error);
    if (end === undefined) throw words.error(error);
    answer = { end };
  }
  const { data, end, text, written } = answer;
  const { verdict } = end;
  if (written !== undefined && !call.json) call.terminal.write(written);
  else tellEnd(call, name, { ...end, message: words.text(end.message) }, { text, data });
  // It ended early because a person wanted that.
  if (call.signal.aborted && verdict === 'unknown') throw new CancelledError('interrupted');
  return verdict;
}

/** What the inputs of the action `migrate` are called here. */
function wordsOf(options: Command['options'], database: Database | undefined, names: Asked['names']): OwnWords {
  return new OwnWords({
    ...Object.fromEntries(options.map(({ name }) => [name, `--${name}`])),
    'shadow-database-url': 'LOCKSTEP_SHADOW_URL',
    'database-url': database?.source ?? 'LOCKSTEP_DATABASE_URL',
    ...names,
  });
}
