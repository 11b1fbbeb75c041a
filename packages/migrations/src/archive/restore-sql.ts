import { identifier, literal, textArray } from '@lockstep/postgres';
import type { ArchiveRecord } from './catalog.ts';
import { archivedValue, type Target, type Untouched } from './target.ts';

/** What an archived row meets. */
export type Met =
  /** It is missing, or its values are to be set: nobody wrote the row since. */
  | 'insert'
  | 'set'
  /** It is there as it was. */
  | 'already'
  /** Its migration archived it once more later: the newer one is what comes back. */
  | 'superseded'
  /** Conflicts: another row has its key; its row is gone; somebody wrote its row since. */
  | 'row-exists'
  | 'row-gone'
  | 'written-since';

/** One archive, the table into which it goes back, and which of its rows nobody wrote. */
export interface Restoring {
  readonly archive: ArchiveRecord;
  readonly target: Target;
  readonly untouched: Untouched;
  /** What the same migration archived later of the same rows, newest first. */
  readonly newer: readonly ArchiveRecord[];
  /** What other migrations archived of rows that are still there, and is not restored yet. */
  readonly others: readonly ArchiveRecord[];
}

const asText = (of: string, name: string) => `${of}.${identifier(name)}::pg_catalog.text collate pg_catalog."C"`;

/** SQL: the table, as `t`. */
export function from({ target }: Pick<Restoring, 'target'>): string {
  return `${target.isPartitioned ? '' : 'only '}${target.name} t`;
}

/** SQL over `a` and `t`: both have the same key. */
export function match({ archive, target }: Pick<Restoring, 'archive' | 'target'>): string {
  return archive.key
    .map((name) => {
      const column = archive.columns.find((each) => each.name === name);
      const value = column === undefined ? 'null' : archivedValue(column, target);
      const collation = target.columns.get(name)?.hasOwnCollation === true ? ' collate pg_catalog."default"' : '';
      return `t.${identifier(name)} = ${value}${collation}`;
    })
    .join(' and ');
}

/** SQL over an archive: the columns whose values are to be set; null where all of the row is to be inserted. */
function archivedColumns({ dropped, kind }: ArchiveRecord, as: string): string {
  switch (kind) {
    case 'rows':
      return 'null::pg_catalog.text[]';
    case 'values':
      return `coalesce(${as}._lockstep_lost, ${textArray(dropped)})`;
    case 'mixed':
      return `${as}._lockstep_lost`;
  }
}

/** SQL: the archived rows, as `a`, and what was archived of the same rows later. */
function archived({ archive, newer }: Restoring): string {
  const joins = newer.map((each, nth) => {
    const same = archive.key.map((name) => `${asText(`n${nth}`, name)} = ${asText('a', name)}`);
    return ` left join ${each.contents} n${nth} on ${same.join(' and ')}`;
  });
  return `${archive.contents} a${joins.join('')}`;
}

/** SQL over those: the columns to be set, less those that were archived again later; none where that is all of it. */
function lost({ archive, newer }: Restoring): string {
  const own = archivedColumns(archive, 'a');
  if (newer.length === 0) return own;
  const again = newer.map((each, nth) => ({
    isThere: `n${nth}.ctid is not null`,
    columns: archivedColumns(each, `n${nth}`),
  }));
  const wholly = again.map(({ columns, isThere }) => `(${isThere} and ${columns} is null)`).join(' or ');
  const not = again.map(
    ({ columns, isThere }) => `not (${isThere} and c.c = any (coalesce(${columns}, array[c.c]::pg_catalog.text[])))`,
  );
  return `case when ${own} is null then case when ${wholly} then '{}'::pg_catalog.text[] end
    else array(select c.c from pg_catalog.unnest(${own}) c (c) where ${not.join(' and ')}) end`;
}

function besidesKey({ archive }: Pick<Restoring, 'archive'>) {
  return archive.columns.filter(({ name }) => !archive.key.includes(name));
}

/**
 * SQL: of how many archived values the row is gone, and of how many it was written since, though the column was there all
 * along; undefined where rows themselves are archived. Both would be conflicts.
 */
export function lostRows(archive: ArchiveRecord, target: Target, isHere: boolean): string | undefined {
  if (archive.kind === 'rows' || archive.key.length === 0) return undefined;
  if (archive.key.some((name) => !target.columns.has(name))) return undefined;
  const isGone = `t.${identifier(archive.key[0] ?? '')} is null`;
  const stays = `not (${archivedColumns(archive, 'a')} <@ ${textArray(archive.dropped)})`;
  const isWritten = isHere ? '(t.xmin = a._lockstep_xmin) is not true' : 'true';
  return `select pg_catalog.count(*) filter (where ${isGone}), pg_catalog.count(*) filter (where not (${isGone}) and ${stays} and ${isWritten})
            from ${archive.contents} a left join ${from({ target })} on ${match({ archive, target })}
           where ${archivedColumns(archive, 'a')} is not null and a._lockstep_done is null`;
}

/** SQL: what each of some archived rows meets (`what`), by its place in the archive (`at`). */
export function meeting(restoring: Restoring, where: string): string {
  const { archive, target, untouched } = restoring;
  if (archive.key.length === 0)
    return `select a.ctid as at, 'insert' as what from ${archive.contents} a where ${where}`;
  const dropped = `${textArray(archive.dropped)}`;
  const key = archive.key[0] ?? '';
  const differs = besidesKey(restoring)
    .filter(({ name }) => target.columns.get(name)?.isGenerated !== true)
    .map(
      ({ name }) =>
        `case when (l.lost is null or ${literal(name)} = any (l.lost)) and ${asText('t', name)} is distinct from ${asText('a', name)} then ${literal(name)} end`,
    );
  const differing = `pg_catalog.array_remove(array[${differs.join(', ')}]::pg_catalog.text[], null)`;
  return `select a.ctid as at, case
      when l.lost = '{}' then 'superseded'
      when t.${identifier(key)} is null then case when l.lost is null then 'insert' else 'row-gone' end
      when d.differing = '{}' then 'already'
      when l.lost is null then 'row-exists'
      when (not d.differing && ${dropped} or ${untouched.since}) and (d.differing <@ ${dropped} or ${untouched.sinceDown}) then 'set'
      else 'written-since' end as what
    from ${archived(restoring)} left join ${from(restoring)} on ${match(restoring)}
   cross join lateral (select ${lost(restoring)} as lost) l cross join lateral (select ${differing} as differing) d
   where ${where}`;
}

/**
 * SQL that inserts or sets the archived rows at some places (`at`, an array of tids), and says how many it wrote, and
 * whether what it wrote is what was archived: proven by the rows that the server has written, as text.
 */
export function writing(restoring: Restoring, what: 'insert' | 'set', at: string): string {
  const places = `a.ctid = any (${at}::pg_catalog.tid[])`;
  const written = what === 'insert' ? insertion(restoring, places) : update(restoring, places);
  const kept = `select ${sum(written.kept)} from ${archived(restoring)} cross join lateral (select ${lost(restoring)} as lost) l where ${places}`;
  return `with w as (${written.sql}) select pg_catalog.count(*), (select ${sum('w.v')} from w) is not distinct from (${kept}) from w`;
}

function sum(value: string): string {
  return `pg_catalog.sum(pg_catalog.hashtextextended(${value}, 0)::pg_catalog.numeric)`;
}

function rowText(values: readonly string[]): string {
  return values.length === 0 ? "''" : `row(${values.join(', ')})::pg_catalog.text`;
}

function insertion({ archive, target }: Restoring, places: string) {
  const columns = archive.columns.filter(({ name }) => target.columns.get(name)?.isGenerated !== true);
  const names = columns.map(({ name }) => identifier(name));
  const values = columns.map((column) => archivedValue(column, target));
  const returned = rowText(columns.map(({ name }) => asText('t', name)));
  const into = `insert into ${target.name} as t`;
  const source = `from ${archive.contents} a where ${places}`;
  return {
    sql:
      names.length === 0
        ? `${into} select ${source} returning '' as v`
        : `${into} (${names.join(', ')}) overriding system value select ${values.join(', ')} ${source} returning ${returned} as v`,
    kept: rowText(columns.map(({ name }) => asText('a', name))),
  };
}

function update(restoring: Restoring, places: string) {
  const { target } = restoring;
  const columns = besidesKey(restoring).filter(({ name }) => {
    const column = target.columns.get(name);
    return column?.isGenerated === false && !column.isIdentity;
  });
  const isLost = (name: string) => `${literal(name)} = any (l.lost)`;
  const sets = columns.map(
    (column) =>
      `${identifier(column.name)} = case when ${isLost(column.name)} then ${archivedValue(column, target)} else t.${identifier(column.name)} end`,
  );
  const shown = (of: string) =>
    rowText(besidesKey(restoring).map(({ name }) => `case when ${isLost(name)} then ${asText(of, name)} end`));
  return {
    sql: `update ${from(restoring)} set ${sets.join(', ')} from ${archived(restoring)} cross join lateral (select ${lost(restoring)} as lost) l
           where ${places} and ${match(restoring)} returning ${shown('t')} as v`,
    kept: shown('a'),
  };
}

/**
 * SQL that marks archived rows as there already where no key tells them, and says how many: as many as the migration that
 * was applied again has put there itself.
 */
export function offsetByUp({ archive, target }: Restoring, xids: readonly string[]): string {
  const value = (of: string) => rowText(archive.columns.map(({ name }) => asText(of, name)));
  const own = xids.map((xid) => `'${xid}'::pg_catalog.xid`).join(', ');
  return `
    with up as (select ${value('t')} as v, pg_catalog.count(*) as n from ${target.isPartitioned ? '' : 'only '}${target.name} t
                 where t.xmin = any (array[${own}]::pg_catalog.xid[]) group by 1),
         kept as (select a.ctid as at, ${value('a')} as v, pg_catalog.row_number() over (partition by ${value('a')}) as nth
                    from ${archive.contents} a where a._lockstep_done is null),
         marked as (
    update ${archive.contents} a set _lockstep_done = pg_catalog.clock_timestamp(), _lockstep_conflict = null
      from kept join up on up.v = kept.v and kept.nth <= up.n where a.ctid = kept.at returning 1)
    select pg_catalog.count(*) from marked`;
}
