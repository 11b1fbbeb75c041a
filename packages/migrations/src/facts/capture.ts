import { literal } from '../sql/quote.ts';
import type { Claims } from './claims.ts';

/** SQL around the statements of a migration, in its transaction; each is one statement. */
export interface Observation {
  readonly before: string;
  readonly after: string;
}

/** SQL for what was observed in this transaction, as JSON; null where nothing was, so that nothing is known. */
export const OBSERVED = "nullif(pg_catalog.current_setting('lockstep.facts', true), '')::jsonb";

/**
 * The picture from before, at a price that does not grow with the database: a cursor keeps the snapshot of the moment
 * at which it was opened, and reads only when it is asked. Asked behind the statements, it looks which relations this
 * transaction has locked by then (locks are in no snapshot), and shows each of them as it was before.
 */
const BEFORE = `declare lockstep_before no scroll cursor for
  select pg_catalog.jsonb_object_agg(l.relation, was.it)
    from (select distinct relation from pg_catalog.pg_locks
           where locktype = 'relation' and pid = pg_catalog.pg_backend_pid()) l
   cross join lateral (select pg_catalog.jsonb_build_object('natts', c.relnatts, 'file', c.relfilenode, 'kind', c.relkind) as it
                         from pg_catalog.pg_class c where c.oid = l.relation offset 0) was;`;

/**
 * Observes what the statements in between do: what they make, and whether they destroy anything. Whatever a
 * transaction writes to or alters, it has locked. Never fails: what cannot be found out stays unknown.
 */
export function observation(claims: Claims | undefined): Observation {
  const told = claims === undefined ? 'null' : literal(JSON.stringify(claims));
  return { before: BEFORE, after: `do ${literal(CAPTURE.replace('CLAIMS', () => told))};` };
}

/** True of a row of a catalog that this transaction wrote, or one within it: nobody else's is visible while in progress. */
const ours = (xmin: string) =>
  `case when pg_catalog.age(${xmin}) <= pg_catalog.age(top32) then pg_catalog.pg_xact_status(
     (top + pg_catalog.age(top32)::bigint - pg_catalog.age(${xmin}))::text::xid8) = 'in progress' else false end`;

/**
 * Rows that were updated count as destroyed, unless the text claims what all updates of the table wrote (see claims.ts)
 * and nothing else can have written: no trigger, no rule, no function of somebody's.
 */
const CLAIMED = `(claims is not null
  and exists (select from pg_catalog.jsonb_array_elements(claims->'updates') u
               where pg_catalog.to_regclass(u->>'table') = r.oid or pg_catalog.to_regclass(u->>'table') in
                     (select i.inhparent from pg_catalog.pg_inherits i where i.inhrelid = r.oid))
  and not exists (select from pg_catalog.pg_trigger t where t.tgrelid = any (written) and not t.tgisinternal)
  and not exists (select from pg_catalog.pg_rewrite w where w.ev_class = any (written))
  and not exists (select from pg_catalog.pg_proc p
                   where p.proname = any (array(select pg_catalog.jsonb_array_elements_text(claims->'calls')))
                     and p.pronamespace <> 'pg_catalog'::pg_catalog.regnamespace
                     and p.prolang not in (select l.oid from pg_catalog.pg_language l where l.lanname in ('internal', 'c'))))`;

const CAPTURE = `
#variable_conflict use_column
declare
  cursor_before refcursor := 'lockstep_before';
  claims jsonb := CLAIMS;
  before jsonb;
  top bigint := pg_catalog.pg_current_xact_id()::text::bigint;
  top32 xid := (pg_catalog.pg_current_xact_id()::text::bigint & 4294967295)::text::xid;
  written oid[];
  facts jsonb;
  rewrite record;
  survived boolean;
begin
  perform pg_catalog.set_config('lockstep.facts', '', true);
  if not pg_catalog.current_setting('track_counts')::boolean
     or not exists (select from pg_catalog.pg_cursors where name = 'lockstep_before') then return; end if;
  fetch cursor_before into before;
  before := coalesce(before, '{}');
    select pg_catalog.array_agg(l.relation) into written from (select distinct relation from pg_catalog.pg_locks
      where locktype = 'relation' and pid = pg_catalog.pg_backend_pid() and mode not in ('AccessShareLock', 'RowShareLock')) l;
    with relation as (
      select r.oid, before->r.oid::text as was, c.relkind as kind, c.relfilenode::text as file, c.relnatts as natts,
             c.relkind in ('r', 'm') and pg_catalog.pg_stat_get_xact_tuples_deleted(r.oid) > 0 as deletes,
             c.relkind in ('r', 'm') and pg_catalog.pg_stat_get_xact_tuples_updated(r.oid) > 0 as updates,
             exists (select from pg_catalog.pg_locks k where k.locktype = 'relation' and k.pid = pg_catalog.pg_backend_pid()
                        and k.relation = r.oid and k.mode = 'RowExclusiveLock') as writes
        from unnest(written) as r (oid)
        left join lateral (select c.relkind, c.relfilenode, c.relnatts from pg_catalog.pg_class c where c.oid = r.oid offset 0) c on true
       where coalesce(c.relkind::text, before->r.oid::text->>'kind') in ('r', 'm', 'p', 'f', 'c')
    ), known as (
      select r.*, r.was is null and exists (select from pg_catalog.pg_attribute a
               where a.attrelid = r.oid and a.attnum = -1 and ${ours('a.xmin')}) as made,
             r.was->>'file' <> r.file and r.kind in ('r', 'm') as rewrites,
             case when r.updates and r.was is not null then ${CLAIMED} else false end as claimed
        from relation r
    ), told as (
      select k.*, added.columns as added, assigned.columns as assigned, assigned.outside
        from known k
        left join lateral (select pg_catalog.array_agg(a.attnum) as columns from pg_catalog.pg_attribute a
          where k.kind in ('r', 'p', 'f') and a.attrelid = k.oid and a.attnum > coalesce((k.was->>'natts')::int, 0)
            and not a.attisdropped and ${ours('a.xmin')}) added on true
        left join lateral (
          select pg_catalog.array_agg(a.attnum) filter (where (u->>'constant')::boolean) as columns,
                 bool_or(a.attnum is null or not (u->>'constant')::boolean and not coalesce(a.attnum = any (added.columns), false)) as broken,
                 bool_or(not coalesce(a.attnum = any (added.columns), false)) as outside
            from pg_catalog.jsonb_array_elements(claims->'updates') u
           cross join lateral pg_catalog.jsonb_array_elements_text(u->'columns') set_column (name)
            left join pg_catalog.pg_attribute a on a.attrelid = k.oid and a.attname = set_column.name and a.attnum > 0 and not a.attisdropped
           where k.claimed and (pg_catalog.to_regclass(u->>'table') = k.oid or pg_catalog.to_regclass(u->>'table') in
                 (select i.inhparent from pg_catalog.pg_inherits i where i.inhrelid = k.oid))
        ) assigned on k.claimed and not assigned.broken
    )
    select pg_catalog.jsonb_build_object(
        'xid', top::text,
        'tables', coalesce(pg_catalog.jsonb_agg(t.oid::text) filter (where t.made), '[]'),
        'columns', coalesce(pg_catalog.jsonb_object_agg(t.oid::text, pg_catalog.to_jsonb(t.added)) filter (where (t.made or t.was is not null) and t.added is not null), '{}'),
        'updated', coalesce(pg_catalog.jsonb_agg(t.oid::text) filter (where t.updates and not t.made), '[]'),
        'assigned', coalesce(pg_catalog.jsonb_object_agg(t.oid::text, coalesce(pg_catalog.to_jsonb(t.assigned), '[]')) filter (where t.outside is not null), '{}'),
        'rewritten', coalesce(pg_catalog.jsonb_agg(t.oid::text) filter (where t.rewrites), '[]'),
        'destroyed', pg_catalog.pg_stat_get_xact_tuples_deleted(2613) > 0 or pg_catalog.pg_stat_get_xact_tuples_updated(2613) > 0
          or coalesce(bool_or(not t.made and (
               t.kind is null and t.was->>'kind' in ('r', 'm')
               or t.deletes
               or t.updates and coalesce(t.outside, true)
               or t.kind = 'f' and t.writes
               or t.kind = 'm' and t.rewrites
               or exists (select from pg_catalog.pg_attribute a where a.attrelid = t.oid and a.attnum between 1 and (t.was->>'natts')::int
                             and (a.attisdropped or t.rewrites) and ${ours('a.xmin')}))), false))
      into facts from told t;
  -- A table that was written anew may have been emptied before or after: then no row is left but what came since.
  for rewrite in select oid, pg_catalog.pg_stat_get_xact_tuples_inserted(oid) as inserted
                   from pg_catalog.jsonb_array_elements_text(facts->'rewritten') as each (id), lateral (select id::oid) as it (oid) loop
    exit when (facts->>'destroyed')::boolean;
    execute pg_catalog.format('select exists (select from only %s offset %s)', rewrite.oid::pg_catalog.regclass, rewrite.inserted) into survived;
    if not survived then facts := facts || '{"destroyed": true}'; end if;
  end loop;
  perform pg_catalog.set_config('lockstep.facts', facts::text, true);
  -- The server adds up what it counts until it is idle for a second: the next migration begins at zero.
  if pg_catalog.current_setting('server_version_num')::int >= 150000 then perform pg_catalog.pg_stat_force_next_flush(); end if;
exception when others then
  perform pg_catalog.set_config('lockstep.facts', '', true);
end`;
