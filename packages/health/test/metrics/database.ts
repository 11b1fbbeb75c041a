import { afterAll } from '@jest/globals';
import { Secret, silent } from '@lockstep/base';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import pg from 'pg';
import { databaseOpener } from '../../src/metrics/index.ts';
import { watchOne } from './watch.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

let started: Promise<Postgres> | undefined;
/** A server with statistics of statements, one for a file of tests. */
export function server(): Promise<Postgres> {
  started ??= borrowPostgres(scope, {
    settings: { shared_preload_libraries: 'pg_stat_statements', max_connections: '20' },
  });
  return started;
}

let databases = 0;
export interface Shop {
  readonly name: string;
  readonly url: string;
  run(sql: string): Promise<void>;
}

/** A database with its own statistics. */
export async function shop(extension = true): Promise<Shop> {
  const postgres = await server();
  const name = `shop${++databases}`;
  await postgres.createDatabase(name);
  const run = async (sql: string) => void (await postgres.query(sql, [], name));
  if (extension) await run('create extension pg_stat_statements');
  return { name, url: postgres.url(name), run };
}

/** What the application does: the same statement, as often as asked, in about so many milliseconds each. */
export async function work({ url }: Shop, times: number, seconds: number, more = ''): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let turn = 0; turn < times; turn++) await client.query(`select pg_sleep($1)${more}`, [seconds]);
  } finally {
    await client.end();
  }
}

/** Watches one metric; `during` runs when the watch has begun. */
export async function watchDatabase(
  { url }: Pick<Shop, 'url'>,
  metric: string,
  during: () => Promise<void> = async () => undefined,
) {
  const open = databaseOpener(new Secret(url), silent);
  let begun = false;
  const yaml = `metrics:\n  - name: database\n    provider: postgres\n${metric}`;
  return await watchOne(yaml, {
    bakeMs: 30_000,
    patienceMs: 0,
    surroundings: {
      openDatabase: async (signal) => {
        const session = await open(signal);
        const { rows } = session;
        // The watch has read its beginning by its last query then; what follows it is the new build's work.
        return Object.assign(session, {
          rows: async (sql: string) => {
            const found = await rows.call(session, sql);
            const isLastOfBeginning = sql.includes('blks_hit') && !begun;
            begun ||= isLastOfBeginning;
            if (isLastOfBeginning) await during();
            return found;
          },
        });
      },
    },
  });
}
