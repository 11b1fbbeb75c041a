import type { MigrateEnd } from '@lockstep/action-kit/migrate/end';
import { CancelledError, jsonText, type Verdict } from '@lockstep/base';
import type { Call, CommandOption } from '../command.ts';
import { type Database, findDatabase, readDatabase } from '../database.ts';
import { OwnWords } from '../own-words.ts';

/** What a command of migrations came to. */
export interface Answer {
  readonly end: MigrateEnd<string>;
  /** For people: what is written before the last line. */
  readonly text?: string;
  /** For programs. */
  readonly data?: object;
}

export interface Work {
  readonly command: string;
  readonly options: readonly CommandOption[];
  /** What it writes is not for people: the last line is left out. */
  readonly isQuiet?: boolean;
  readonly run: (database: Database) => Promise<Answer>;
}

/** Runs a command on the database that was named, and says what it came to in words of the command line. */
export async function onDatabase(call: Call, work: Work): Promise<Verdict> {
  const database = await readDatabase(call);
  return await inOwnWords(call, work, database, () => work.run(database));
}

/** As onDatabase, for what needs none; `database` is undefined where none was named. */
export async function maybeOnDatabase(
  call: Call,
  work: Omit<Work, 'run'> & { readonly run: (database: Database | undefined) => Promise<Answer> },
): Promise<Verdict> {
  const database = await findDatabase(call);
  return await inOwnWords(call, work, database, () => work.run(database));
}

async function inOwnWords(
  call: Call,
  { command, isQuiet, options }: Omit<Work, 'run'>,
  database: Database | undefined,
  run: () => Promise<Answer>,
): Promise<Verdict> {
  const words = wordsOf(options, database);
  let answer: Answer;
  try {
    answer = await run();
  } catch (error) {
    call.signal.throwIfAborted();
    const { refusedEnd } = await import('@lockstep/action-kit/migrate/refused-end');
    const end = refusedEnd(error);
    if (end === undefined) throw words.error(error);
    answer = { end };
  }
  const { data, end, text = '' } = answer;
  const { reason, verdict } = end;
  const message = words.text(end.message);
  const { terminal } = call;
  if (call.json) terminal.write(jsonText({ command, verdict, reason, message, ...data }));
  else if (isQuiet !== true)
    terminal.write(`${text}${terminal.paint(verdict, verdict)} ${command} (${reason}): ${message}\n`);
  // It ended early because a person wanted that.
  if (call.signal.aborted && verdict === 'unknown') throw new CancelledError('interrupted');
  return verdict;
}

/** What the inputs of the action `migrate` are called here. */
function wordsOf(options: readonly CommandOption[], database: Database | undefined): OwnWords {
  return new OwnWords({
    ...Object.fromEntries(options.map(({ name }) => [name, `--${name}`])),
    'shadow-database-url': 'LOCKSTEP_SHADOW_URL',
    'database-url': database?.source ?? 'LOCKSTEP_DATABASE_URL',
  });
}
