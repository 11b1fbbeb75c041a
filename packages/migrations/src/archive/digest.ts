import { identifier, literal, type Session } from '@lockstep/postgres';
import type { ArchiveRecord } from './catalog.ts';
import { ARCHIVES } from './schema.ts';
import { asArchivist } from './settings.ts';

/** SQL over `a`: the number of rows, and what all of them sum up to, in whatever order. */
export function digestSql(columns: ArchiveRecord['columns']): string {
  const values = [...columns.map(({ name }) => `a.${identifier(name)}`), 'a._lockstep_lost'];
  return `pg_catalog.count(*) || ' ' || coalesce(pg_catalog.sum(pg_catalog.hashtextextended(row(${values.join(', ')})::pg_catalog.text, 0)::pg_catalog.numeric), 0)`;
}

/**
 * Sums up archives that are new, behind the commit that made them: no lock is held for it. One that was not sealed,
 * because the run ended, is known by its rows, which one single transaction wrote.
 */
export async function sealArchives(session: Session, archives: readonly ArchiveRecord[]): Promise<void> {
  for (const { columns, contents, digest, id } of archives) {
    if (digest !== undefined) continue;
    await session.rows(
      `begin; ${asArchivist}; update ${ARCHIVES} set digest = (select ${digestSql(columns)} from ${contents} a) where id = ${literal(id)} and digest is null; commit`,
    );
  }
}

/** Whether an archive is what it was when it was made; false as well where its table is gone. Ask in a transaction with our settings. */
export async function isUnchanged(session: Session, archive: ArchiveRecord): Promise<boolean> {
  const { columns, contents, digest, rows } = archive;
  const [exists] = await session.rows(`select pg_catalog.to_regclass(${literal(contents)}) is not null`);
  if (exists?.[0] !== 't') return false;
  const [row] = await session.rows(
    `select ${digestSql(columns)}, pg_catalog.count(*), pg_catalog.count(distinct a.xmin::pg_catalog.text) from ${contents} a`,
  );
  if (Number(row?.[1]) !== rows) return false;
  return digest === undefined ? Number(row?.[2]) <= 1 : row?.[0] === digest;
}
