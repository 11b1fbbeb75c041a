import { count, nameSome } from '@lockstep/base';
import { literal, type Session } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';

const ARCHIVES = 'lockstep_archive.archives';

/**
 * Whether there is a list of archives that is ours. Asks the catalogs alone, which any role may: what is not ours, or no
 * list of archives, never stops a migration.
 */
export async function ownsArchives(session: Session): Promise<boolean> {
  const [list] = await session.rows(`
    select pg_catalog.count(*) = 5 from pg_catalog.pg_namespace n
      join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = 'archives' and c.relkind = 'r'
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname in ('source', 'expires', 'version', 'restored', 'direction')
     where n.nspname = 'lockstep_archive' and pg_catalog.pg_has_role(current_user, c.relowner, 'usage')
       and pg_catalog.pg_has_role(current_user, n.nspowner, 'usage')`);
  return list?.[0] === 't';
}

/**
 * Says after an `up`, or a `down`, which archives can be restored now, and how many are older than they are to be kept.
 * Changes nothing.
 */
export async function noteArchives(
  { log }: Engine,
  session: Session,
  changed: { readonly applied: readonly string[] } | { readonly rolledBack: readonly string[] },
): Promise<void> {
  if (!(await ownsArchives(session))) return;
  const [changedVersions, way] = 'applied' in changed ? [changed.applied, 'down'] : [changed.rolledBack, 'up'];
  const versions = changedVersions.length === 0 ? "''" : changedVersions.map(literal).join(', ');
  const rows = await session.rows(`
    select source, expires <= pg_catalog.clock_timestamp(), version in (${versions}) and direction = '${way}' and restored is distinct from 'all' from ${ARCHIVES}`);
  const over = rows.filter((row) => row[1] === 't').length;
  const waiting = rows.filter((row) => row[2] === 't' && row[1] !== 't').map((row) => row[0] ?? '');
  if (waiting.length > 0) {
    log.info(
      `archived data of ${nameSome([...new Set(waiting)], 4)} can be restored now with command: restore-archive`,
    );
  }
  if (over > 0 && 'applied' in changed) {
    log.warning(`${count(over, 'archive')} kept longer than archive-keep; delete with command: prune-archives`);
  }
}
