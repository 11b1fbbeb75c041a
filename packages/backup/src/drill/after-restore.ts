import { type Check, describe, type NotVerified } from '@lockstep/base';
import { type Session, SqlError, type Target } from '@lockstep/postgres';
import type { Found } from './compare.ts';

export interface AfterOptions {
  readonly open: () => Promise<Session>;
  readonly scratch: Target;
  readonly sql: string | undefined;
  readonly probe: ((target: Target) => Promise<readonly Check[]>) | undefined;
}

/**
 * Triggers may call the world (webhooks); those that keep foreign keys stay on. Those of events first: what follows would
 * fire them.
 */
const TRIGGERS_OFF = `do $lockstep$ declare t record; begin
  for t in select evtname from pg_catalog.pg_event_trigger loop
    execute pg_catalog.format('alter event trigger %I disable', t.evtname);
  end loop;
  for t in select distinct c.oid::regclass as name, c.relkind from pg_catalog.pg_trigger g join pg_catalog.pg_class c on c.oid = g.tgrelid
    where not g.tgisinternal and g.tgparentid = 0 and c.relkind in ('r', 'p', 'f') loop
    execute pg_catalog.format('alter table %s disable trigger user', t.name);
  end loop;
  for t in select c.oid::regclass as name, g.tgname from pg_catalog.pg_trigger g join pg_catalog.pg_class c on c.oid = g.tgrelid
    where not g.tgisinternal and c.relkind = 'v' loop
    execute pg_catalog.format('drop trigger %I on %s', t.tgname, t.name);
  end loop;
end $lockstep$`;

/** Repeats erasures, and lets the caller look, with everything off that would act on the world. */
export async function afterRestore({ open, scratch, sql, probe }: AfterOptions): Promise<Found> {
  if (sql === undefined && probe === undefined) return { checks: [], notVerified: [] };
  const session = await open();
  const off = await session.send(TRIGGERS_OFF);
  if (!off.ok) {
    const because = `triggers could not be switched off: ${describe(off.error)}`;
    const remedy = 'let the role of the scratch server own what it restores, or be a superuser there';
    const gap = { because, remedy, chosen: false };
    const gaps: NotVerified[] = [];
    if (sql !== undefined) gaps.push({ id: 'after-restore', what: 'the SQL after the restore', ...gap });
    if (probe !== undefined) gaps.push({ id: 'probe', what: "the caller's own check", ...gap });
    return { checks: [], notVerified: gaps };
  }
  const checks: Check[] = [];
  // In a new session, with the settings of the database.
  if (sql !== undefined) checks.push(await erasures(await open(), sql));
  if (probe !== undefined) checks.push(...(await probe(scratch)));
  return { checks, notVerified: [] };
}

async function erasures(session: Session, sql: string): Promise<Check> {
  const check = {
    id: 'after-restore',
    title: 'What was erased since is erased again',
    what: 'the SQL after the restore',
  };
  const result = await session.send(`begin;\n${sql}\n;commit;`);
  if (result.ok) {
    const measured = `${result.reply.tags.length - 2} statements`;
    return {
      ...check,
      verdict: 'pass',
      reason: 'erased-again',
      measured,
      expected: 'every statement is taken',
      remedy: '',
    };
  }
  if (!(result.error instanceof SqlError)) throw result.error;
  return {
    ...check,
    verdict: 'fail',
    reason: 'erasure-refused',
    measured: describe(result.error),
    expected: 'every statement is taken',
    remedy: 'correct the SQL: after a real restore, erased data would be back',
  };
}
