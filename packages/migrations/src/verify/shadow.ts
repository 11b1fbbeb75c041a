import { randomBytes } from 'node:crypto';
import { count, describe, InputError, type Secret } from '@lockstep/base';
import { readDatabaseUrl, type Target } from '../database/database-url.ts';
import { openSession, type Session } from '../database/session.ts';
import type { Engine } from '../run/engine.ts';
import { identifier, literal } from '../sql/quote.ts';

const PREFIX = 'lockstep_shadow_';
/** A shadow that a killed run left behind. */
const STALE_MS = 3_600_000;

/**
 * Gives `work` an engine on a database that may be thrown away: the one that was given, or one made beside the target,
 * from the server's own template, and dropped at the end.
 */
export async function withShadow<T>(
  engine: Engine,
  given: Secret | undefined,
  work: (shadow: Engine) => Promise<T>,
): Promise<T> {
  if (given !== undefined && !given.isEmpty) {
    const target = readDatabaseUrl(given.reveal());
    await refuseUsed(engine, target);
    return work(onTarget(engine, target));
  }
  const admin = await open(engine, engine.target);
  try {
    await dropStale(admin, engine);
    const name = `${PREFIX}${Math.floor(engine.clock.now() / 1_000)}_${randomBytes(3).toString('hex')}`;
    await admin.rows(`create database ${identifier(name)}`);
    try {
      return await work(onTarget(engine, { ...engine.target, database: name }));
    } finally {
      await drop(admin, name, engine);
    }
  } finally {
    await admin.close();
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

/** What every Supabase project has by itself: tables in them say nothing, but for who has signed up. */
const SUPABASE =
  '_analytics _realtime _supavisor auth cron extensions graphql graphql_public net pgbouncer pgmq pgsodium pgsodium_masks ' +
  'realtime storage supabase_functions supabase_migrations tiger topology vault lockstep';

/** Somebody's data must not be what is thrown away. */
async function refuseUsed(engine: Engine, target: Target): Promise<void> {
  const itself = new InputError('shadow-database-url: is the database itself; give one that may be thrown away');
  const same = ['host', 'port', 'database'] as const;
  if (same.every((key) => target[key] === engine.target[key])) throw itself;
  const session = await open(engine, target);
  try {
    // By another name, or through a pooler, it is still the same.
    if ((await identityOf(session)) === (await identityOfTarget(engine))) throw itself;
    const rows = await session.rows(
      `select n.nspname || '.' || c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
          and n.nspname <> all (pg_catalog.string_to_array(${literal(SUPABASE)}, ' '))
          and not exists (select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1`,
    );
    const names = rows.slice(0, 3).map((row) => row[0] ?? '');
    const what = rows.length > 0 ? `${count(rows.length, 'table')} (${names.join(', ')})` : await usersOf(session);
    if (what === undefined) return;
    throw new InputError(`shadow-database-url: holds ${what}; give an empty database that may be thrown away`);
  } finally {
    await session.close();
  }
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
  if (!result.ok) engine.log.warning(`the shadow database ${name} could not be dropped: ${describe(result.error)}`);
}
