import { literal } from '@lockstep/postgres';
import type { Claims } from './claims.ts';

/** SQL around the statements of a migration, in its transaction; each is one statement. */
export interface Observation {
  readonly before: string;
  readonly after: string;
}

/** SQL for what was observed in this transaction, as JSON; null where nothing was, so that nothing is known. */
export const OBSERVED = "nullif(pg_catalog.current_setting('lockstep.facts', true), '')::jsonb";

/** Another body gets another name: each version of the toolkit calls its own. */
const PICTURE = 'lockstep.picture_3';
const OBSERVE = 'lockstep.observe_3';
const SUM_UPDATED = 'lockstep.sums_1';
const SUM_ROWS = 'lockstep.sum_1';

/**
 * The picture from before, at a price that does not grow with the database: a cursor keeps the snapshot of the moment
 * at which it was opened, and reads only when it is asked, as a stable function within does. Asked behind the
 * statements, it looks which relations this transaction has locked by then, other than to read (locks are in no
 * snapshot), and shows each of them as it was before.
 */
const BEFORE = `
#variable_conflict use_column
begin
  select pg_catalog.array_agg(l.relation), pg_catalog.array_agg(l.writes), pg_catalog.array_agg(l.alone),
         pg_catalog.array_agg(c.relkind), pg_catalog.array_agg(c.relnatts), pg_catalog.array_agg(c.relfilenode)
    into relations, writes, alone, kinds, natts, files
    from (select relation, pg_catalog.bool_or(mode = 'RowExclusiveLock') as writes, pg_catalog.bool_or(mode = 'AccessExclusiveLock') as alone
            from pg_catalog.pg_locks where locktype = 'relation' and pid = pg_catalog.pg_backend_pid()
             and mode not in ('AccessShareLock', 'RowShareLock') group by relation) l
    left join lateral (select c.relkind, c.relnatts, c.relfilenode from pg_catalog.pg_class c where c.oid = l.relation offset 0) c on true;
end`;

/** What is compared where rows were updated and nobody can read in which columns: as much is read while the locks are held. */
const COMPARED = 32 << 20;

/**
 * All rows of a table in the columns that it had before, as one sum; null where policies hide some. The snapshot is that
 * of whoever asks: behind the cursor the one from before, for what this transaction has overwritten is still there for
 * that. Names are those of now: of a column that has another by then, this fails.
 */
const SUM = `
declare columns text; sum text;
begin
  if pg_catalog.row_security_active(relation) or pg_catalog.pg_table_size(relation) > ${COMPARED} then return null; end if;
  select pg_catalog.string_agg('t.' || pg_catalog.quote_ident(a.attname), ', ' order by a.attnum) into columns
    from pg_catalog.pg_attribute a where a.attrelid = relation and a.attnum between 1 and natts and not a.attisdropped;
  execute pg_catalog.format('select pg_catalog.count(*) || '' '' || pg_catalog.sum(pg_catalog.hashtextextended(row(%1$s)::pg_catalog.text, 0)::pg_catalog.numeric)
      || '' '' || pg_catalog.sum(pg_catalog.hashtextextended(row(%1$s)::pg_catalog.text, 1)::pg_catalog.numeric) from only %2$s t', columns, relation::pg_catalog.regclass) into sum;
  return sum;
end`;

/** The second row of the picture, which is made only where it is asked for: the sums of what was updated, from before. */
const SUMS = `
#variable_conflict use_column
begin
  select pg_catalog.array_agg(l.oid), pg_catalog.array_agg(c.relnatts), pg_catalog.array_agg(${SUM_ROWS}(l.oid, c.relnatts))
    into relations, natts, sums
    from (select relation as oid from pg_catalog.pg_locks where locktype = 'relation' and pid = pg_catalog.pg_backend_pid() and mode = 'RowExclusiveLock'
             and pg_catalog.pg_stat_get_xact_tuples_updated(relation) > 0 group by relation) l
    join lateral (select c.relnatts from pg_catalog.pg_class c where c.oid = l.oid and c.relkind = 'r' offset 0) c on true;
end`;

/**
 * Observes what the statements in between do: what they make, and whether they destroy anything. Whatever a
 * transaction writes to or alters, it has locked. Never fails: what cannot be found out stays unknown.
 */
export function observation(claims: Claims | undefined): Observation {
  const argument = claims === undefined ? 'null' : literal(JSON.stringify(claims));
  return {
    before: `declare lockstep_before no scroll cursor for select * from ${PICTURE}() union all select * from ${SUM_UPDATED}();`,
    after: `select ${OBSERVE}(${argument});`,
  };
}

/** SQL that is true where the functions of this version are there. */
export const HAS_OBSERVERS = `pg_catalog.to_regprocedure('${PICTURE}()') is not null and pg_catalog.to_regprocedure('${OBSERVE}(jsonb)') is not null`;

/** True of a row of a catalog that this transaction wrote, or one within it: nobody else's is visible while in progress. */
const ours = (xmin: string) =>
  `case when pg_catalog.age(${xmin}) <= pg_catalog.age(top32) then pg_catalog.pg_xact_status(
     (top + pg_catalog.age(top32)::bigint - pg_catalog.age(${xmin}))::text::xid8) = 'in progress' else false end`;

/** Whether a claim is about a table or, where it is a partition, about its parent. */
const ABOUT = `(pg_catalog.to_regclass(u->>'table') = t.oid or pg_catalog.to_regclass(u->>'table') in
  (select i.inhparent from pg_catalog.pg_inherits i where i.inhrelid = t.oid))`;

/**
 * What few migrations need is asked only there: columns where a table that was there was
 * altered, claims where rows of one were updated (see claims.ts), rows where one was written anew.
 *
 * Claims hold where nothing else can have written: no trigger, no rule, no function of somebody's.
 */
const CAPTURE = `
#variable_conflict use_column
declare
  cursor_before refcursor := 'lockstep_before';
  relations oid[]; writes boolean[]; alone boolean[]; kinds "char"[]; natts smallint[]; files oid[]; sums text[];
  compared oid[]; compared_natts smallint[];
  top bigint := pg_catalog.pg_current_xact_id()::text::bigint;
  top32 xid := (pg_catalog.pg_current_xact_id()::text::bigint & 4294967295)::text::xid;
  tables jsonb; columns jsonb; assigned jsonb;
  written oid[]; altered oid[]; altered_natts smallint[]; inserted oid[]; updated oid[]; rewritten oid[]; table_oid oid;
  destroyed boolean; is_left boolean;
begin
  if not pg_catalog.current_setting('track_counts')::boolean then raise 'nothing was counted'; end if;
  -- Fails where the migration has closed it; empty where the migration has read it.
  fetch cursor_before into relations, writes, alone, kinds, natts, files, sums;
  if not found then raise 'what was there before is unknown'; end if;
  select pg_catalog.jsonb_object_agg(t.oid, t.natts) filter (where t.made),
         pg_catalog.array_agg(t.oid) filter (where t.writes),
         pg_catalog.array_agg(t.oid) filter (where t.altered), pg_catalog.array_agg(t.was_natts) filter (where t.altered),
         pg_catalog.array_agg(t.oid) filter (where t.inserts and not t.made),
         pg_catalog.array_agg(t.oid) filter (where t.updates and not t.made),
         pg_catalog.array_agg(t.oid) filter (where t.was_file <> t.file and t.kind = 'r'),
         coalesce(pg_catalog.bool_or(not t.made and (
           t.kind is null and t.was_kind in ('r', 'm')
           or t.deletes
           or t.kind = 'f' and t.writes
           or t.kind = 'm' and (t.updates or t.was_file <> t.file))), false)
           or pg_catalog.pg_stat_get_xact_tuples_deleted(2613) > 0 or pg_catalog.pg_stat_get_xact_tuples_updated(2613) > 0
    into tables, written, altered, altered_natts, inserted, updated, rewritten, destroyed
    from (select l.oid, l.was_kind, l.was_natts, l.was_file, l.writes, c.kind, c.natts, c.file,
                 l.was_kind is not null and l.alone and c.kind in ('r', 'p', 'f', 'c') as altered,
                 l.was_kind is null and c.kind in ('r', 'm', 'p', 'f') and ${ours('a.made')} as made,
                 c.kind in ('r', 'm') and pg_catalog.pg_stat_get_xact_tuples_deleted(l.oid) > 0 as deletes,
                 c.kind in ('r', 'm') and pg_catalog.pg_stat_get_xact_tuples_updated(l.oid) > 0 as updates,
                 c.kind = 'r' and pg_catalog.pg_stat_get_xact_tuples_inserted(l.oid) > 0 as inserts
            from unnest(relations, writes, alone, kinds, natts, files) l (oid, writes, alone, was_kind, was_natts, was_file)
            left join lateral (select c.relkind as kind, c.relnatts as natts, c.relfilenode as file
                                 from pg_catalog.pg_class c where c.oid = l.oid offset 0) c on true
            left join lateral (select a.xmin as made from pg_catalog.pg_attribute a
                                where a.attrelid = l.oid and a.attnum = -1 and l.was_kind is null offset 0) a on true
           -- Indexes, sequences and what is too long for a row are parts of what is looked at.
           where coalesce(c.kind, l.was_kind, 'r') not in ('i', 'I', 'S', 't')) t;
  if altered is not null then
    select pg_catalog.jsonb_object_agg(t.oid, t.added) filter (where t.added is not null),
           destroyed or pg_catalog.bool_or(t.replaced)
      into columns, destroyed
      from (select t.oid,
                   pg_catalog.jsonb_agg(a.attnum) filter (where a.attnum > t.natts and not a.attisdropped) as added,
                   coalesce(pg_catalog.bool_or(a.attnum <= t.natts
                                               and (a.attisdropped or t.oid = any (rewritten))), false) as replaced
              from unnest(altered, altered_natts) t (oid, natts)
              left join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and ${ours('a.xmin')}
             group by t.oid) t;
  end if;
  if updated is not null and claims is not null
     and not exists (select from pg_catalog.pg_trigger t where t.tgrelid = any (written) and not t.tgisinternal)
     and not exists (select from pg_catalog.pg_rewrite w where w.ev_class = any (written))
     and not exists (select from pg_catalog.pg_proc p
                      where p.proname = any (array(select pg_catalog.jsonb_array_elements_text(claims->'calls')))
                        and p.pronamespace <> 'pg_catalog'::pg_catalog.regnamespace
                        and p.prolang not in (select l.oid from pg_catalog.pg_language l where l.lanname in ('internal', 'c'))) then
    select pg_catalog.jsonb_object_agg(t.oid, coalesce(t.constants, '[]')),
           destroyed or pg_catalog.bool_or(t.outside) or count(*) < pg_catalog.cardinality(updated)
      into assigned, destroyed
      from (select t.oid, pg_catalog.jsonb_agg(distinct a.attnum) filter (where (u->>'constant')::boolean) as constants,
                   pg_catalog.bool_or(a.attnum is null or not (coalesce(columns->t.oid::text, '[]') @> pg_catalog.to_jsonb(a.attnum))) as outside,
                   pg_catalog.bool_or(a.attnum is null or not (u->>'constant')::boolean
                                      and not (coalesce(columns->t.oid::text, '[]') @> pg_catalog.to_jsonb(a.attnum))) as unknown
              from unnest(updated) t (oid)
              join pg_catalog.jsonb_array_elements(claims->'updates') u on ${ABOUT}
             cross join lateral pg_catalog.jsonb_array_elements_text(u->'columns') set_column (name)
              left join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attname = set_column.name and a.attnum > 0 and not a.attisdropped
             group by t.oid) t
     where not t.unknown;
  elsif updated is not null and not destroyed then
    -- What was written cannot be read: it is compared. Where all rows are in their old columns what they were, none is lost.
    begin
      fetch cursor_before into relations, writes, alone, kinds, compared_natts, files, sums;
      compared := relations;
      destroyed := not coalesce(updated <@ compared and not updated && coalesce(rewritten, '{}')
        and (select pg_catalog.bool_and(s.sum is not null and s.sum = ${SUM_ROWS}(s.oid, s.natts))
               from unnest(compared, compared_natts, sums) s (oid, natts, sum) where s.oid = any (updated)), false);
    exception when others then
      destroyed := true;
    end;
  end if;
  -- A table that was rewritten may have been emptied before or after: then only newer rows are left.
  foreach table_oid in array coalesce(rewritten, '{}') loop
    exit when destroyed;
    execute pg_catalog.format('select exists (select from only %s offset %s)', table_oid::pg_catalog.regclass,
      pg_catalog.pg_stat_get_xact_tuples_inserted(table_oid)) into is_left;
    destroyed := not is_left;
  end loop;
  perform pg_catalog.set_config('lockstep.facts', pg_catalog.jsonb_build_object(
    'xid', top::text, 'tables', coalesce(tables, '{}'), 'columns', coalesce(columns, '{}'), 'updated', coalesce(updated, '{}'),
    'inserted', coalesce(inserted, '{}'), 'assigned', coalesce(assigned, '{}'), 'rewritten', coalesce(rewritten, '{}'), 'destroyed', coalesce(destroyed, true))::text, true);
  -- The server adds up what it counts until it is idle for a second: the next migration begins at zero.
  if pg_catalog.current_setting('server_version_num')::int >= 150000 then perform pg_catalog.pg_stat_force_next_flush(); end if;
exception when others then
  perform pg_catalog.set_config('lockstep.facts', '', true);
end`;

/** What a cursor shows of relations, each in the same place of all lists. */
const ROW =
  'out relations oid[], out writes boolean[], out alone boolean[], out kinds "char"[], out natts smallint[], out files oid[], out sums text[]';

/** Functions, so that their statements are planned once in a session and not for each migration. */
export const OBSERVERS = `
create or replace function ${SUM_ROWS}(relation oid, natts smallint) returns text language plpgsql stable
  set extra_float_digits = 3 set datestyle = 'ISO' set intervalstyle = 'postgres' set bytea_output = 'hex' as ${literal(SUM)};
create or replace function ${SUM_UPDATED}(${ROW}) language plpgsql stable as ${literal(SUMS)};
create or replace function ${PICTURE}(${ROW}) language plpgsql stable as ${literal(BEFORE)};
create or replace function ${OBSERVE}(claims jsonb) returns void language plpgsql set plan_cache_mode = force_generic_plan as ${literal(CAPTURE)};
revoke all on function ${SUM_ROWS}(oid, smallint) from public;
revoke all on function ${SUM_UPDATED}() from public;
revoke all on function ${PICTURE}() from public;
revoke all on function ${OBSERVE}(jsonb) from public;
`;
