import { InputError, Secret } from '@lockstep/base';
import type { Call, CommandOption } from './command.ts';
import { readText } from './read-text.ts';

/** The options by which every command on a database is given it. */
export const databaseOptions: readonly CommandOption[] = [
  { name: 'database-url-file', value: 'FILE', meaning: 'file with the URL of the database; - reads standard input' },
  { name: 'database-url', value: 'URL', meaning: 'URL of the database; other users of this machine can see it' },
];

/** In this order; below `LOCKSTEP_DATABASE_URL`, what other tools read. */
const VARIABLES = ['LOCKSTEP_DATABASE_URL', 'DATABASE_URL'] as const;
const LONGEST_URL = 16 * 1024;

/** For the help of commands that ask a database. */
export const DATABASE_HELP = `The URL of the database is read from ${VARIABLES.join(' or ')}, from --database-url-file, or asked for on a
terminal, so that no other user of this machine sees it.`;

export interface Database {
  readonly url: Secret;
  /** What messages call it: the variable or the option that named it. */
  readonly source: string;
}

/** The database that was named. Asks on a terminal; throws InputError where none was named and no one can be asked. */
export async function readDatabase(call: Call): Promise<Database> {
  const found = await findDatabase(call);
  if (found !== undefined) return found;
  const person = await call.terminal.person?.();
  const typed = await person?.secret('URL of the database (postgresql://USER:PASSWORD@HOST:5432/NAME)', call.signal);
  if (typed === undefined || typed === '')
    throw new InputError(
      `no database: set ${VARIABLES.join(' or ')}, or name a file with its URL in --database-url-file; lockstep db starts one to try things on`,
    );
  return { url: new Secret(typed), source: 'the URL of the database' };
}

/** The database that an option or the environment names; undefined where none does. */
export async function findDatabase(call: Call): Promise<Database | undefined> {
  const file = call.text('database-url-file');
  const argument = call.text('database-url');
  if (file !== '' && argument !== '') throw new InputError('--database-url-file and --database-url: give one of them');
  if (file !== '') {
    const url = (await readText(file, LONGEST_URL, call)).trim();
    if (url === '') throw new InputError(`--database-url-file: ${file} is empty`);
    return { url: new Secret(url), source: '--database-url-file' };
  }
  if (argument !== '') {
    const url = new Secret(argument);
    if (/:\/\/[^/@]*:[^/@]+@|[?&]password=/.test(argument))
      call.terminal.tell(
        'warning: --database-url: other users of this machine can see the password; use LOCKSTEP_DATABASE_URL or --database-url-file\n',
      );
    return { url, source: '--database-url' };
  }
  for (const source of VARIABLES) {
    const url = process.env[source] ?? '';
    if (url !== '') return { url: new Secret(url), source };
  }
  return undefined;
}
