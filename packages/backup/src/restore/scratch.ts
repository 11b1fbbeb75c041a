import { randomBytes } from 'node:crypto';
import { describe, type Logger } from '@lockstep/base';
import type { Access, Session, Target } from '@lockstep/postgres';
import { identifier, literal, openSession } from '@lockstep/postgres';
import type { Contents, SourceRecord } from '../manifest/manifest.ts';

/** Why a server is not restored into. */
export type ScratchRefusal = 'is-the-source' | 'source-unknown' | 'not-empty';

/** Schemas that a new Supabase project or its image has filled already. */
const PLATFORM = ['auth', 'storage', 'realtime', '_realtime', 'vault', 'graphql', 'graphql_public', 'extensions'];
const MORE = ['pgsodium', 'pgbouncer', 'supabase_functions', 'supabase_migrations', 'net', 'cron', '_analytics'];

/** Undefined where the server may be restored into: it is not the source, and nothing of anybody's is in this database. */
export async function scratchRefusal(session: Session, source: SourceRecord): Promise<ScratchRefusal | undefined> {
  const [row] = await session.rows(
    `select case when pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'execute')
            then (select system_identifier::text from pg_catalog.pg_control_system()) end`,
  );
  const own = row?.[0] ?? null;
  if (own === null || source.systemIdentifier === null) return 'source-unknown';
  if (own === source.systemIdentifier) return 'is-the-source';
  return (await isUsed(session)) ? 'not-empty' : undefined;
}

/** Whether something of a user is in this database. */
export async function isUsed(session: Session): Promise<boolean> {
  const platform = [...PLATFORM, ...MORE].map(literal).join(', ');
  const [row] = await session.rows(
    `select exists (select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', ${platform})
         and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
           and d.objid = c.oid and d.deptype = 'e'))`,
  );
  return row?.[0] === 't';
}

/** A database for one drill, and what else it leaves on its server. */
export interface Scratch {
  /** That were there before: they belong to the server, and are left as they are. */
  readonly rolesBefore: ReadonlySet<string>;
  readonly target: Target;
  /** Drops the database and the roles that came with it; returns what could not be dropped. */
  end(): Promise<readonly string[]>;
}

const NAME = 'lockstep_drill_';

/** Creates a database of its own on the server of `access`. */
export async function createScratch(
  access: Access,
  session: Session,
  { source, roles: theirs }: Pick<Contents, 'source' | 'roles'>,
): Promise<Scratch> {
  const name = `${NAME}${randomBytes(6).toString('hex')}`;
  await dropAbandoned(session, access.log);
  const roles = new Set((await session.rows('select rolname from pg_catalog.pg_roles')).map(([role]) => role ?? ''));
  // The server's own locale may be of one encoding alone.
  const locale = source.encoding === 'UTF8' ? '' : " locale_provider libc locale 'C'";
  // Held by this session until it ends, however it ends: without it, a drill's database has been abandoned.
  await session.rows(`select pg_catalog.pg_advisory_lock(${lockOf(name)})`);
  await session.rows(
    `create database ${identifier(name)} template template0 encoding ${literal(source.encoding)}${locale}`,
  );
  return {
    rolesBefore: roles,
    target: { ...access.target, database: name },
    end: async () => {
      // Another session: this one may have been lost by then.
      const last = await openSession(access.target, {
        log: access.log,
        signal: undefined,
        applicationName: 'lockstep drill',
      });
      try {
        const left: string[] = [];
        const drop = async (what: string) => {
          const result = await last.send(`drop ${what}`);
          if (!result.ok) left.push(what);
        };
        await drop(`database if exists ${identifier(name)} with (force)`);
        const now = await last.rows("select rolname from pg_catalog.pg_roles where rolname !~ '^pg_' order by 1");
        const came = now.map(([role]) => role ?? '').filter((role) => theirs.includes(role) && !roles.has(role));
        for (const role of came) await drop(`role ${identifier(role)}`);
        return left;
      } finally {
        await last.close();
      }
    },
  };
}

/** A lock of its own for each drill, by the random part of its database's name. */
function lockOf(name: string): string {
  return `('x${name.slice(NAME.length)}')::bit(48)::bigint`;
}

/**
 * Drops the databases that drills have left that were killed: they hold data of production. One that still runs has its
 * lock. Roles that came with one stay, and are named as not compared from then on.
 */
async function dropAbandoned(session: Session, log: Logger): Promise<void> {
  const found = await session.rows(
    `select datname from pg_catalog.pg_database where datname ~ ${literal(`^${NAME}[0-9a-f]{12}$`)} order by 1`,
  );
  for (const [name] of found) {
    if (name === null || name === undefined) continue;
    const [free] = await session.rows(`select pg_catalog.pg_try_advisory_lock(${lockOf(name)})`);
    if (free?.[0] !== 't') continue;
    const dropped = await session.send(`drop database if exists ${identifier(name)} with (force)`);
    if (dropped.ok) log.warning(`dropped ${name}: a drill that was killed had left it`);
    else log.warning(`${name} was left by a drill that was killed, and cannot be dropped: ${describe(dropped.error)}`);
    await session.rows(`select pg_catalog.pg_advisory_unlock(${lockOf(name)})`);
  }
}
