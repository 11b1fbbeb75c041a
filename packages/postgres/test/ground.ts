import { borrowPostgres, type Postgres, type PostgresVersion, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import pg from 'pg';

/** A PostgreSQL for the tests of one file; each test has a database of its own. */
export class Ground {
  readonly scope: Scope;
  readonly postgres: Postgres;
  #count = 0;

  constructor(scope: Scope, postgres: Postgres) {
    this.scope = scope;
    this.postgres = postgres;
  }

  async database(name = `test_${++this.#count}`): Promise<Database> {
    const url = await this.postgres.createDatabase(name);
    return new Database(this, name, url);
  }

  async end(): Promise<void> {
    await this.scope[Symbol.asyncDispose]();
  }
}

/** `LOCKSTEP_POSTGRES=15` runs everything on another version; `npm test` does so for a part (jest.config.mjs). */
export async function startGround(
  version?: PostgresVersion,
  settings: Readonly<Record<string, string>> = {},
): Promise<Ground> {
  const scope = new Scope();
  // Spelt as others spell it: servers are handed on by what they were started with.
  const options = {
    seed: supabaseRoles,
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
    ...(version === undefined ? {} : { version }),
  };
  return new Ground(scope, await borrowPostgres(scope, options));
}

export class Database {
  readonly ground: Ground;
  readonly name: string;
  readonly url: string;

  constructor(ground: Ground, name: string, url: string) {
    this.ground = ground;
    this.name = name;
    this.url = url;
  }

  /** Rows of a query by the superuser, each as an array. */
  async rows(sql: string): Promise<unknown[][]> {
    const client = await this.client();
    try {
      return (await client.query({ text: sql, rowMode: 'array' })).rows as unknown[][];
    } finally {
      await client.end();
    }
  }

  async value(sql: string): Promise<unknown> {
    return (await this.rows(sql))[0]?.[0];
  }

  /** Runs statements as the superuser. */
  async run(sql: string): Promise<void> {
    const client = await this.client();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }

  /** A connection to keep; end it yourself. */
  async client(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** Resolves once a statement of somebody here sleeps (`pg_sleep`), or waits for a lock. */
  async until(state: 'sleeps' | 'waits'): Promise<void> {
    const event = { sleeps: "wait_event = 'PgSleep'", waits: "wait_event_type = 'Lock'" }[state];
    const sql = `select count(*)::int from pg_stat_activity where datname = current_database() and ${event}`;
    while ((await this.value(sql)) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Versions in Supabase's table. */
  async versions(): Promise<string[]> {
    const exists = await this.value("select to_regclass('supabase_migrations.schema_migrations') is not null");
    if (exists !== true) return [];
    const rows = await this.rows('select version from supabase_migrations.schema_migrations order by version::numeric');
    return rows.map((row) => String(row[0]));
  }
}
