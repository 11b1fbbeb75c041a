import { randomBytes } from 'node:crypto';
import type { Logger } from '@lockstep/base';
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
  // Held by this session until it ends, however it ends: without it, what a drill has made has been abandoned.
  await session.rows(`select pg_catalog.pg_advisory_lock(${lockOf(name)})`);
  await noteRoles(
    session,
    name,
    theirs.filter((role) => !roles.has(role)),
  );
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
        const left = await dropAll(last, name, (role) => theirs.includes(role) && !roles.has(role));
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
 * Notes on the server which roles will come with a drill: a role of its name, whose comment lists them. A drill that is
 * killed leaves it, and the next one drops them. Where no role may be created, none will come.
 */
async function noteRoles(session: Session, name: string, coming: readonly string[]): Promise<void> {
  if (coming.length === 0) return;
  const note = literal(JSON.stringify(coming));
  await session.send(`create role ${identifier(name)} nologin; comment on role ${identifier(name)} is ${note}`);
}

/** Drops what a drill has made: its database, the roles that came with it, and last its note. Returns what is left. */
async function dropAll(session: Session, name: string, isTheirs: (role: string) => boolean): Promise<string[]> {
  const left: string[] = [];
  const drop = async (what: string) => {
    const result = await session.send(`drop ${what}`);
    if (!result.ok) left.push(what.replace(' if exists', '').replace(' with (force)', ''));
  };
  await drop(`database if exists ${identifier(name)} with (force)`);
  const found = await session.rows("select rolname from pg_catalog.pg_roles where rolname !~ '^pg_' order by 1");
  const now = found.map(([role]) => role ?? '');
  for (const role of now.filter(isTheirs)) await drop(`role ${identifier(role)}`);
  if (left.length === 0 && now.includes(name)) await drop(`role ${identifier(name)}`);
  return left;
}

/** Drops what drills have left that were killed: it is data of production. One that still runs has its lock. */
async function dropAbandoned(session: Session, log: Logger): Promise<void> {
  const mark = literal(`^${NAME}[0-9a-f]{12}$`);
  const found = await session.rows(
    `select datname from pg_catalog.pg_database where datname ~ ${mark}
      union select rolname from pg_catalog.pg_roles where rolname ~ ${mark} order by 1`,
  );
  for (const name of found.map(([each]) => each ?? '')) {
    const [free] = await session.rows(`select pg_catalog.pg_try_advisory_lock(${lockOf(name)})`);
    if (free?.[0] !== 't') continue;
    const came = await notedRoles(session, name);
    const left = await dropAll(session, name, (role) => came.includes(role));
    const dropped = [`database ${name}`, ...came.map((role) => `role ${role}`)].join(', ');
    if (left.length === 0) log.warning(`dropped what a drill that was killed had left: ${dropped}`);
    else log.warning(`left by a drill that was killed, and cannot be dropped: ${left.join(', ')}: drop it by hand`);
    await session.rows(`select pg_catalog.pg_advisory_unlock(${lockOf(name)})`);
  }
}

async function notedRoles(session: Session, name: string): Promise<readonly string[]> {
  const [row] = await session.rows(
    `select pg_catalog.shobj_description(oid, 'pg_authid') from pg_catalog.pg_roles where rolname = ${literal(name)}`,
  );
  const note = row?.[0];
  return note === null || note === undefined ? [] : (JSON.parse(note) as string[]);
}
