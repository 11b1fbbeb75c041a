import { openSession } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';

/** Of some oids, those of relations that are there for everybody else: asked by another session, which sees no half-done work. */
export async function existsForOthers(engine: Engine, oids: readonly string[]): Promise<readonly string[]> {
  if (oids.length === 0) return [];
  const { log, signal } = engine;
  const session = await openSession(engine.target, { log, signal, applicationName: 'lockstep look' });
  try {
    const rows = await session.rows(
      `select c.oid from pg_catalog.pg_class c where c.oid = any ('{${oids.join(',')}}'::pg_catalog.oid[]) and c.relkind in ('r', 'm', 'f')`,
    );
    return rows.map((row) => row[0] ?? '');
  } finally {
    await session.close();
  }
}
