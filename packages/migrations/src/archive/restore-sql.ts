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
  /** Conflicts: another row has its key; its row is gone; somebody wrote its row since. */
  | 'row-exists'
  | 'row-gone'
  | 'written-since';

/** One archive, the table into which it goes back, and which of its rows nobody wrote. */
export interface Restoring {
  readonly archive: ArchiveRecord;
  readonly target: Target;
  readonly untouched: Untouched;
}

const asText = (of: string, name: string) => `${of}.${identifier(name)}::pg_catalog.text collate pg_catalog."C"`;

function from({ target }: Pick<Restoring, 'target'>): string {
  return `${target.isPartitioned ? '' : 'only '}${target.name} t`;
}

function match({ archive, target }: Pick<Restoring, 'archive' | 'target'>): string {
  return archive.key
    .map((name) => {
      const column = archive.columns.find((each) => each.name === name);
      const value = column === undefined ? 'null' : archivedValue(column, target);
      const collation = target.columns.get(name)?.hasOwnCollation === true ? ' collate pg_catalog."default"' : '';
      return `t.${identifier(name)} = ${value}${collation}`;
    })
    .join(' and ');
}

/** SQL over `a`: the columns whose values are to be set; null where all of the row is to be inserted. */
function lost({ archive }: Restoring): string {
  switch (archive.kind) {
    case 'rows':
      return 'null::pg_catalog.text[]';
    case 'values':
      return `coalesce(a._lockstep_lost, ${textArray(archive.dropped)})`;
    case 'mixed':
      return 'a._lockstep_lost';
  }
}

function others({ archive }: Restoring) {
  return archive.columns.filter(({ name }) => !archive.key.includes(name));
}

/** SQL: how many archived values have no row any more; undefined where rows themselves are archived. */
export function goneRows(archive: ArchiveRecord, target: Target): string | undefined {
  if (archive.kind === 'rows' || archive.key.length === 0) return undefined;
  if (archive.key.some((name) => !target.columns.has(name))) return undefined;
  const key = identifier(archive.key[0] ?? '');
  const values = archive.kind === 'mixed' ? 'a._lockstep_lost is not null and ' : '';
  return `select pg_catalog.count(*) from ${archive.contents} a left join ${from({ target })} on ${match({ archive, target })}
           where ${values}a._lockstep_done is null and t.${key} is null`;
}

/** SQL: what each of some archived rows meets (`what`), by its place in the archive (`at`). */
export function meeting(restoring: Restoring, where: string): string {
  const { archive, target, untouched } = restoring;
  if (archive.key.length === 0)
    return `select a.ctid as at, 'insert' as what from ${archive.contents} a where ${where}`;
  const dropped = `${textArray(archive.dropped)}`;
  const key = archive.key[0] ?? '';
  const differs = others(restoring)
    .filter(({ name }) => target.columns.get(name)?.isGenerated !== true)
    .map(
      ({ name }) =>
        `case when (l.lost is null or ${literal(name)} = any (l.lost)) and ${asText('t', name)} is distinct from ${asText('a', name)} then ${literal(name)} end`,
    );
  const differing = `pg_catalog.array_remove(array[${differs.join(', ')}]::pg_catalog.text[], null)`;
  return `select a.ctid as at, case
      when t.${identifier(key)} is null then case when l.lost is null then 'insert' else 'row-gone' end
      when d.differing = '{}' then 'already'
      when l.lost is null then 'row-exists'
      when (not d.differing && ${dropped} or ${untouched.since}) and (d.differing <@ ${dropped} or ${untouched.sinceDown}) then 'set'
      else 'written-since' end as what
    from ${archive.contents} a left join ${from(restoring)} on ${match(restoring)}
   cross join lateral (select ${lost(restoring)} as lost) l cross join lateral (select ${differing} as differing) d
   where ${where}`;
}

/**
 * SQL that inserts or sets the archived rows at some places (`at`, an array of tids), and says how many it wrote, and
 * whether what it wrote is what was archived: proven by the rows that the server has written, as text.
 */
export function writing(restoring: Restoring, what: 'insert' | 'set', at: string): string {
  const { archive } = restoring;
  const places = `a.ctid = any (${at}::pg_catalog.tid[])`;
  const written = what === 'insert' ? insertion(restoring, places) : update(restoring, places);
  const kept = `select ${sum(written.kept)} from ${archive.contents} a cross join lateral (select ${lost(restoring)} as lost) l where ${places}`;
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
  const { archive, target } = restoring;
  const columns = others(restoring).filter(({ name }) => {
    const column = target.columns.get(name);
    return column?.isGenerated === false && !column.isIdentity;
  });
  const isLost = (name: string) => `${literal(name)} = any (l.lost)`;
  const sets = columns.map(
    (column) =>
      `${identifier(column.name)} = case when ${isLost(column.name)} then ${archivedValue(column, target)} else t.${identifier(column.name)} end`,
  );
  const shown = (of: string) =>
    rowText(others(restoring).map(({ name }) => `case when ${isLost(name)} then ${asText(of, name)} end`));
  return {
    sql: `update ${from(restoring)} set ${sets.join(', ')} from ${archive.contents} a cross join lateral (select ${lost(restoring)} as lost) l
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
