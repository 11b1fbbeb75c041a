import { literal } from '@lockstep/postgres';
import { type OwnRows, ownRows } from '../data-loss/own-rows.ts';
import type { Runner } from '../run/runner.ts';
import { inspect, type Script } from '../sql/inspect.ts';
import { FileError, type Problem } from '../sql/problem.ts';
import { textSource } from '../sql/source.ts';
import { noHints, type SplitHints } from '../sql/split-hints.ts';
import type { PlannedDown } from './plan.ts';

/** How messages name a stored down migration. */
export function nameOf({ name, version }: PlannedDown): string {
  return `${version}_${name} (down)`;
}

/** Which rows the migration, and the newer ones that were rolled back with it, wrote themselves. */
export async function readOwnRows(
  { session, tables }: Runner,
  { side, version }: PlannedDown,
  newer: readonly PlannedDown[],
): Promise<OwnRows | undefined> {
  const horizon = side.xminHorizon;
  if (side.facts === undefined || horizon === undefined) return undefined;
  const [row] = await session.rows(
    `select pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot()),
            exists (select from lockstep.events e
                     where e.id > (select coalesce(max(up.id), 0) from lockstep.events up where up.kind = 'up' and up.version = ${literal(version)})
                       and case when e.kind in ('up', 'down', 'adopt') then e.detail->>'destroyed' is distinct from 'false'
                                when e.kind in ('failed', 'cancelled') then e.detail->>'segmentsDone' is distinct from '0' end)
         or exists (select from supabase_migrations.schema_migrations h
                     where pg_catalog.age(h.xmin) <= pg_catalog.age((${literal(horizon)}::bigint & ${0xffffffff})::text::xid)
                       and not exists (select from lockstep.migrations m where m.version = h.version))`,
  );
  const now = { cluster: tables.cluster, currentXid: row?.[0] ?? '0', destroyedSince: row?.[1] !== 'f' };
  return ownRows(
    side,
    newer.map((each) => each.side),
    now,
  );
}

/** How a down migration must be cut, where it was interrupted. */
export function hintsFor({ side }: PlannedDown): SplitHints {
  return side.state === 'reverting' ? side.hints : noHints;
}

/** A stored down migration, cut and checked like a file. Throws FileError where it cannot be run. */
export function readStored(file: string, sql: string): Script {
  const problems: Problem[] = [];
  const script = inspect(textSource(file, sql), problems);
  if (problems.length > 0) throw new FileError(problems);
  return script;
}
