import { basename } from 'node:path';
import { count, nameSome } from '@lockstep/base';
import { textArray } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import { type Runner, withReader } from '../run/runner.ts';
import type { UpPlan } from './plan.ts';

/** A contract migration that no release applied, and that waits for a workflow of its own. */
export interface Waiting {
  readonly version: string;
  readonly file: string;
  /** The first release that held it back, and when, ISO 8601 by the database's clock; '' where none did yet. */
  readonly release: string;
  readonly since: string;
}

/** How many versions a release writes down as held: a folder that was never released may hold thousands. */
const WRITTEN = 200;

/** What a release leaves in its trace of what it held back; nothing where that is nothing. */
export function heldDetail(plan: UpPlan): { readonly held?: readonly string[] } {
  const held = contractsOf(plan.held).slice(0, WRITTEN);
  return held.length === 0 ? {} : { held: held.map(({ version }) => version) };
}

/** The pending contract migrations of a plan, and which release held each of them back first. */
export async function waitingOf(
  { session, tables }: Pick<Runner, 'session' | 'tables'>,
  plan: UpPlan,
): Promise<readonly Waiting[]> {
  const pending = contractsOf(plan.pending);
  const found = new Map<string, { readonly release: string; readonly since: string }>();
  if (pending.length > 0 && tables.side.exists) {
    // One that was applied and rolled back waits since then, whatever held it back before.
    const rows = await session.rows(
      `with moved as (
         select version, pg_catalog.max(id) as id from lockstep.events where kind in ('up', 'down') group by version
       ), first as (
         select held.version, pg_catalog.min(e.id) as id
           from lockstep.events e cross join lateral pg_catalog.jsonb_array_elements_text(
             case when pg_catalog.jsonb_typeof(e.detail->'held') = 'array' then e.detail->'held' end) as held(version)
           left join moved on moved.version = held.version
          where e.kind = 'release' and e.id > coalesce(moved.id, 0)
            and held.version = any(${textArray(pending.map(({ version }) => version))})
          group by held.version
       )
       select first.version, e.release, pg_catalog.to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
         from first join lockstep.events e on e.id = first.id`,
    );
    for (const [version, release, since] of rows)
      found.set(version ?? '', { release: release ?? '', since: since ?? '' });
  }
  return pending.map(({ file, version }) => {
    const { release, since } = found.get(version) ?? { release: '', since: '' };
    return { version, file, release, since };
  });
}

/** The same, by a look of its own that takes no lock. */
export async function readWaiting(engine: Engine, plan: UpPlan): Promise<readonly Waiting[]> {
  return contractsOf(plan.pending).length === 0 ? [] : withReader(engine, (reader) => waitingOf(reader, plan));
}

/** `2 contract migrations wait since 2026-11-20 (release 7f3a): a.sql, b.sql`; '' where none waits. */
export function describeWaiting(waiting: readonly Waiting[]): string {
  if (waiting.length === 0) return '';
  const [oldest] = waiting.filter(({ since }) => since !== '').sort((a, b) => a.since.localeCompare(b.since));
  const since = oldest === undefined ? '' : ` since ${oldest.since.slice(0, 10)} (release ${oldest.release})`;
  const names = nameSome(
    waiting.map(({ file }) => basename(file)),
    3,
  );
  return `${count(waiting.length, 'contract migration')} ${waiting.length === 1 ? 'waits' : 'wait'}${since}: ${names}`;
}

function contractsOf(planned: UpPlan['pending']) {
  return planned.flatMap(({ decision, migration: { file, version } }) =>
    decision.phase === 'contract' ? [{ file, version }] : [],
  );
}
