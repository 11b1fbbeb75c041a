import type { Engine } from '../run/engine.ts';
import { withReader } from '../run/runner.ts';
import { literal } from '../sql/quote.ts';

/**
 * Other releases that came by this database since this step's own: another service may rely on the schema as it is
 * now. Only those that ran `up` here are known.
 */
export async function readReleasesSince(engine: Engine): Promise<string[]> {
  return withReader(engine, async ({ session, tables }) => {
    if (!tables.side) return [];
    const { release, step } = engine.provenance;
    const rows = await session.rows(
      `select distinct release from lockstep.events
        where id > (select min(id) from lockstep.events where step = ${literal(step)})
          and release is not null and release <> ${literal(release)} order by 1`,
    );
    return rows.map((row) => row[0] ?? '');
  });
}
