import pg from 'pg';
import { Scope } from '../scope/scope.ts';
import { defaultVersion } from './binaries.ts';
import { type Postgres, type PostgresOptions, startPostgres } from './postgres.ts';

interface Server {
  readonly scope: Scope;
  readonly postgres: Postgres;
  /** As it was when it was new. */
  readonly before: Cluster;
  isLent: boolean;
}

/** What outlives the databases of a server. */
interface Cluster {
  readonly databases: readonly string[];
  readonly roles: readonly string[];
  /** Everything else, as one text: members and settings of roles, settings of the server, objects of two databases. */
  readonly rest: string;
}

/** By what they were started with. They end with this process. */
const servers = new Map<string, Server[]>();

/**
 * A PostgreSQL for as long as the scope lasts, as by startPostgres, that this process hands on from one scope to the next.
 * Nobody else has it meanwhile; it goes on without the databases and roles that were made in it, and ends where anything
 * else of it was changed. For tests: many need a server, and few a new one.
 */
export async function borrowPostgres(scope: Scope, options: PostgresOptions = {}): Promise<Postgres> {
  const key = JSON.stringify({ version: defaultVersion(), ...options });
  const known = servers.get(key) ?? [];
  servers.set(key, known);
  const free = known.find(({ isLent }) => !isLent);
  if (free !== undefined) free.isLent = true;
  const server = free ?? (await start(options));
  if (free === undefined) known.push(server);
  scope.defer(
    'what was made in PostgreSQL',
    async () => {
      if (await cleared(server)) {
        // It may have been started again.
        server.postgres.unref();
        server.isLent = false;
      } else {
        known.splice(known.indexOf(server), 1);
        await server.scope[Symbol.asyncDispose]();
      }
    },
    60_000,
  );
  return server.postgres;
}

async function start(options: PostgresOptions): Promise<Server> {
  const scope = new Scope();
  try {
    const postgres = await startPostgres(scope, options);
    postgres.unref();
    return { scope, postgres, before: await clusterOf(postgres), isLent: true };
  } catch (error) {
    await scope[Symbol.asyncDispose]();
    throw error;
  }
}

/** Takes away what was added; whether it is as it was. */
async function cleared({ postgres, before }: Server): Promise<boolean> {
  try {
    const { databases, roles } = await clusterOf(postgres);
    for (const name of databases) if (!before.databases.includes(name)) await postgres.dropDatabase(name);
    for (const name of roles)
      if (!before.roles.includes(name)) await postgres.query(`drop role ${pg.escapeIdentifier(name)}`);
    return JSON.stringify(await clusterOf(postgres)) === JSON.stringify(before);
  } catch {
    return false;
  }
}

async function clusterOf(postgres: Postgres): Promise<Cluster> {
  const objects = `(select md5(string_agg(o::text, ' ' order by o::text)) from (
    select concat_ws(' ', c.oid, relname, relacl) from pg_class c where oid >= 16384 union all select n::text from pg_namespace n union all
    select p::text from pg_proc p where oid >= 16384 union all select e::text from pg_extension e) as all_of_it (o))`;
  const [row] = await postgres.query<{ databases: string[]; roles: string[]; rest: string }>(
    `select array(select datname::text from pg_database order by 1) as databases,
      array(select rolname::text from pg_roles order by 1) as roles,
      concat_ws(' ',
        (select string_agg(r::text, ' ' order by oid) from pg_roles r),
        (select string_agg(m::text, ' ' order by m::text) from pg_auth_members m),
        (select string_agg(s::text, ' ' order by s::text) from pg_db_role_setting s),
        (select string_agg(name || setting, ' ' order by name) from pg_file_settings where sourcefile ~ 'auto.conf$'),
        (select string_agg(t::text, ' ' order by oid) from pg_tablespace t),
        (select count(*) from pg_prepared_xacts),
        ${objects}) as rest`,
  );
  const [template] = await postgres.query<{ objects: string }>(`select ${objects} as objects`, [], 'template1');
  if (row === undefined) throw new Error('PostgreSQL says nothing of itself');
  return { ...row, rest: `${row.rest} ${template?.objects}` };
}
