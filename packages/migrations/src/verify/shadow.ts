import { randomBytes } from 'node:crypto';
import { count, describe, InputError, type Secret } from '@lockstep/base';
import {
  identifier,
  literal,
  openSession,
  readDatabaseUrl,
  type Session,
  SqlError,
  type Target,
} from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import { defaultRights, isSupabase, makeRoles, missingRoles, SEED } from './supabase-seed.ts';

const PREFIX = 'lockstep_shadow_';
/** A shadow that a killed run left behind. */
const STALE_MS = 3_600_000;

export interface ShadowOptions {
  /** A database that may be thrown away, on a server that may change. */
  readonly given: Secret | undefined;
  /** Whether the files count on what every Supabase project has. */
  readonly needsSupabase: boolean;
}

/**
 * Gives `work` an engine on a database that may be thrown away: the one that was given, or one made beside the target,
 * from the server's own template, and dropped at the end. Where the target is one of Supabase, or the files count on
 * it, the shadow gets what every project has.
 */
export async function withShadow<T>(
  engine: Engine,
  { given, needsSupabase }: ShadowOptions,
  work: (shadow: Engine) => Promise<T>,
): Promise<T> {
  if (given !== undefined && !given.isEmpty) {
    const target = readDatabaseUrl(given.reveal());
    await refuseUsed(engine, target);
    if (needsSupabase) await seed(engine, target, { roles: 'all', rights: '' });
    return work(onTarget(engine, target));
  }
  const admin = await open(engine, engine.target);
  try {
    await dropStale(admin, engine);
    const name = shadowName(engine, randomBytes(3).toString('hex'));
    await admin.rows(`create database ${identifier(name)}`);
    const target = { ...engine.target, database: name };
    let roles: readonly string[] = [];
    try {
      await makeSchemas(engine, target, await namedSchemas(admin));
      if (needsSupabase || (await isSupabase(admin))) {
        roles = await rolesBeside(admin);
        await seed(engine, target, { roles, rights: await defaultRights(admin) });
      }
      return await work(onTarget(engine, target));
    } finally {
      await drop(admin, name, engine);
      for (const role of roles) await admin.send(`drop role if exists ${identifier(role)}`);
    }
  } finally {
    await admin.close();
  }
}

/** Tells when it was made, so that a later run drops what a killed one left. */
export function shadowName({ clock }: Engine, unique: string): string {
  return `${PREFIX}${Math.floor(clock.now() / 1_000)}_${unique}`;
}

/** Where the target's unqualified names are made: the files count on them to be there. */
async function namedSchemas(admin: Session): Promise<readonly string[]> {
  const rows = await admin.rows(
    "select name from pg_catalog.unnest(pg_catalog.current_schemas(false)) as name where name <> 'public'",
  );
  return rows.map(([name]) => name ?? '');
}

async function makeSchemas(engine: Engine, target: Target, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const session = await open(engine, target);
  try {
    await session.rows(names.map((name) => `create schema if not exists ${identifier(name)};`).join(' '));
  } finally {
    await session.close();
  }
}

function onTarget(engine: Engine, target: Target): Engine {
  return {
    ...engine,
    target,
    provenance: { ...engine.provenance, release: '', step: `${engine.provenance.step} shadow` },
  };
}

function open(engine: Engine, target: Target): Promise<Session> {
  return openSession(target, { log: engine.log, signal: engine.signal, applicationName: 'lockstep shadow' });
}

/** Gives the engine's own database, on a server that may change, what every Supabase project has. */
export function seedAsSupabase(engine: Engine): Promise<void> {
  return seed(engine, engine.target, { roles: 'all', rights: '' });
}

interface Seed {
  /** Those to make; `all` that are missing. */
  readonly roles: readonly string[] | 'all';
  /** SQL of default rights. */
  readonly rights: string;
}

async function seed(engine: Engine, target: Target, { rights, roles }: Seed): Promise<void> {
  const session = await open(engine, target);
  try {
    const missing = roles === 'all' ? await missingRoles(session) : roles;
    if (missing.length > 0) await session.rows(makeRoles(missing));
    await session.rows(SEED);
    if (rights !== '') await session.rows(rights);
  } catch (error) {
    if (!(error instanceof SqlError) || error.server.code !== '42501') throw error;
    throw new InputError(
      `the test database could not be set up like a Supabase project: ${error.message}; set shadow-database-url to an empty database whose user may create roles and schemas`,
      { cause: error },
    );
  } finally {
    await session.close();
  }
}

/**
 * The roles that the seed makes beside the target, and that go with the shadow: none where the target holds something,
 * for all databases of its server would have them.
 */
async function rolesBeside(admin: Session): Promise<readonly string[]> {
  const missing = await missingRoles(admin);
  if ((await heldBy(admin)) === undefined) return missing;
  const needed = missing.filter((role) => NEEDED.includes(role));
  if (needed.length === 0) return [];
  throw new InputError(
    `the migrations need a Supabase project, and the server of database-url has no role ${needed.join(', ')}; ` +
      'verify creates no roles on a server that is in use: set shadow-database-url to an empty database on a disposable server, such as a service container',
  );
}

/** Without these the seed cannot grant. */
const NEEDED = ['anon', 'authenticated', 'service_role'];

/** What every Supabase project has by itself: tables in them say nothing, but for who has signed up. */
const SUPABASE =
  '_analytics _realtime _supavisor auth cron extensions graphql graphql_public net pgbouncer pgmq pgsodium pgsodium_masks ' +
  'realtime storage supabase_functions supabase_migrations tiger topology vault lockstep';

/** Somebody's data must not be what is thrown away. */
async function refuseUsed(engine: Engine, target: Target): Promise<void> {
  const itself = new InputError(
    'shadow-database-url: is the same database as database-url; give an empty one that may be overwritten',
  );
  const same = ['host', 'port', 'database'] as const;
  if (same.every((key) => target[key] === engine.target[key])) throw itself;
  const session = await open(engine, target);
  try {
    // By another name, or through a pooler, it is still the same.
    if ((await identityOf(session)) === (await identityOfTarget(engine))) throw itself;
    const what = await heldBy(session);
    if (what === undefined) return;
    throw new InputError(`shadow-database-url: holds ${what}; give an empty database that may be overwritten`);
  } finally {
    await session.close();
  }
}

/** What somebody has in a database; undefined where it is as empty as a new one. */
async function heldBy(session: Session): Promise<string | undefined> {
  const rows = await session.rows(
    `select n.nspname || '.' || c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
        and n.nspname <> all (pg_catalog.string_to_array(${literal(SUPABASE)}, ' '))
        and not exists (select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1`,
  );
  const names = rows.slice(0, 3).map((row) => row[0] ?? '');
  return rows.length > 0 ? `${count(rows.length, 'table')} (${names.join(', ')})` : await usersOf(session);
}

/** No two databases that run at a time have the same; any role may ask. */
async function identityOf(session: Session): Promise<string> {
  const [row] = await session.rows(
    `select pg_catalog.pg_postmaster_start_time()::text || '/' || d.oid || '/' || d.datname
       from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()`,
  );
  return row?.[0] ?? '';
}

async function identityOfTarget(engine: Engine): Promise<string> {
  const session = await open(engine, engine.target);
  try {
    return await identityOf(session);
  } finally {
    await session.close();
  }
}

async function usersOf(session: Session): Promise<string | undefined> {
  const [row] = await session.rows(
    `select pg_catalog.to_regclass('auth.users') is not null and pg_catalog.has_table_privilege(pg_catalog.to_regclass('auth.users'), 'select')`,
  );
  if (row?.[0] !== 't') return undefined;
  const [found] = await session.rows('select exists (select from auth.users)');
  return found?.[0] === 't' ? 'users who signed up (auth.users)' : undefined;
}

async function dropStale(admin: Session, engine: Engine): Promise<void> {
  const rows = await admin.rows(
    `select d.datname from pg_catalog.pg_database d where d.datname like '${PREFIX.replaceAll('_', '\\_')}%'
        and pg_catalog.pg_has_role(current_user, d.datdba, 'usage')
        and not exists (select from pg_catalog.pg_stat_activity a where a.datid = d.oid)`,
  );
  for (const [name] of rows) {
    const made = Number(name?.slice(PREFIX.length).split('_')[0]) * 1_000;
    if (name !== null && name !== undefined && engine.clock.now() - made > STALE_MS) await drop(admin, name, engine);
  }
}

async function drop(admin: Session, name: string, engine: Engine): Promise<void> {
  const result = await admin.send(`drop database if exists ${identifier(name)} with (force)`);
  if (!result.ok) engine.log.warning(`the test database ${name} could not be dropped: ${describe(result.error)}`);
}
