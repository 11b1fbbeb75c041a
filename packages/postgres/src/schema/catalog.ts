import { OBJECTS } from './catalog-objects.ts';
import { comment, ofExtension, options, relationName, rights, visible, visibleSchema } from './catalog-words.ts';

/**
 * The schema of a database as PostgreSQL itself describes it: one query for each kind of object, each with the columns
 * `object` (its identity) and `line` (one fact of it). Within an object, lines come in the order of `nth`; only there
 * does order matter, as it does for columns and enum labels. Run with an empty search_path, so that every name in a
 * definition is qualified.
 */
export const CATALOG: readonly string[] = [
  // Schemas
  `select 'schema ' || quote_ident(n.nspname), 0, 'owner ' || pg_get_userbyid(n.nspowner) || ${rights('n.nspacl', `'n'`, 'n.nspowner')} || ${comment('n.oid', 'pg_namespace')}
     from pg_namespace n where ${visibleSchema('n.oid')}`,

  // Tables, views, sequences, composite types
  `select ${relationName('c')}, 0, concat_ws(' ', 'owner', pg_get_userbyid(c.relowner),
        case c.relpersistence when 'u' then 'unlogged' end,
        case when c.relrowsecurity then 'row-security' end, case when c.relforcerowsecurity then 'forced' end,
        'options ' || ${options('c.reloptions')}, 'toast-options ' || (select ${options('x.reloptions')} from pg_class x where x.oid = c.reltoastrelid),
        case when not c.relispopulated then 'not populated' end,
        'access-method ' || (select amname from pg_am where oid = c.relam and c.relkind in ('r', 'm', 'p')),
        'tablespace ' || (select spcname from pg_tablespace where oid = c.reltablespace),
        case when c.relreplident <> 'd' and c.relkind in ('r', 'p') then 'replica-identity ' || c.relreplident::text end,
        'partition-by ' || pg_get_partkeydef(c.oid), 'partition ' || pg_get_expr(c.relpartbound, c.oid),
        'of-type ' || nullif(c.reloftype, 0)::regtype::text) || ${rights('c.relacl', `case c.relkind when 'S' then 's' else 'r' end`, 'c.relowner')} || ${comment('c.oid', 'pg_class')}
        || coalesce((select ${rights('t.typacl', `'T'`, 't.typowner')} || ${comment('t.oid', 'pg_type')} from pg_type t where c.relkind = 'c' and t.oid = c.reltype), '')
     from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c') and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
  `select ${relationName('c')}, 1, 'inherits ' || i.inhseqno || ' ' || i.inhparent::regclass
     from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relkind in ('r', 'p', 'f') and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
  `select ${relationName('c')}, 100 + row_number() over (partition by c.oid order by a.attnum), concat_ws(' ',
        'column', row_number() over (partition by c.oid order by a.attnum), quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
        case when a.attcollation <> t.typcollation then 'collate ' || a.attcollation::regcollation end,
        case when a.attnotnull then 'not null' end,
        case when a.attgenerated <> '' then 'generated ' || a.attgenerated::text || ' ' else 'default ' end || pg_get_expr(d.adbin, d.adrelid),
        case when a.attidentity <> '' then 'identity ' || a.attidentity::text end,
        case when a.attstorage <> t.typstorage then 'storage ' || a.attstorage::text end,
        nullif('compression ' || coalesce(to_jsonb(a)->>'attcompression', ''), 'compression '),
        case when coalesce(a.attstattarget, -1) <> -1 then 'statistics ' || a.attstattarget end,
        'options ' || ${options('a.attoptions')}, 'options ' || a.attfdwoptions::text) || ${rights('a.attacl', `'c'`, 'c.relowner')} ||
        coalesce((select ' comment ' || quote_literal(said.description) from pg_description said where said.objoid = c.oid and said.classoid = 'pg_class'::regclass and said.objsubid = a.attnum), '')
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'c') and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
  `select ${relationName('c')}, 9000, 'as ' || pg_get_viewdef(c.oid)
     from pg_class c where c.relkind in ('v', 'm') and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
  `select ${relationName('c')}, 9000, 'server ' || s.srvname || coalesce(' options ' || f.ftoptions::text, '')
     from pg_foreign_table f join pg_class c on c.oid = f.ftrelid join pg_foreign_server s on s.oid = f.ftserver
    where ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
  `select ${relationName('c')}, 9000, format('as %s start %s increment %s min %s max %s cache %s cycle %s', s.seqtypid::regtype,
        s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle) ||
        coalesce((select ' owned by ' || d.refobjid::regclass || '.' || a.attname from pg_depend d
                    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                   where d.classid = 'pg_class'::regclass and d.objid = s.seqrelid and d.deptype in ('a', 'i') and d.refobjsubid > 0), '')
     from pg_sequence s join pg_class c on c.oid = s.seqrelid where ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,

  // What hangs on tables
  `select 'constraint ' || quote_ident(o.conname) || ' on ' || coalesce(nullif(o.conrelid, 0)::regclass::text, o.contypid::regtype::text), 0,
        pg_get_constraintdef(o.oid) || case when o.convalidated then '' else ' (not validated)' end || ${comment('o.oid', 'pg_constraint')}
     from pg_constraint o where o.contype <> 'n' and ${visibleSchema('o.connamespace')} and not (${ofExtension('o.conrelid', 'pg_class')})
       and not (${ofExtension('o.contypid', 'pg_type')})`,
  `select 'index ' || i.indexrelid::regclass, 0, case when c.reloptions is null then pg_get_indexdef(i.indexrelid)
          else regexp_replace(pg_get_indexdef(i.indexrelid), ' WITH \\([^()]*\\)(?= TABLESPACE | WHERE |$)', '') end || case when i.indisvalid then '' else ' (invalid)' end
        || case when i.indisclustered then ' (clustered)' else '' end || case when i.indisreplident then ' (replica identity)' else '' end
        || coalesce(' options ' || ${options('c.reloptions')}, '')
        || coalesce((select ' statistics ' || string_agg(a.attnum || ':' || a.attstattarget, ' ' order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attstattarget >= 0), '')
        || ${comment('c.oid', 'pg_class')}
     from pg_index i join pg_class c on c.oid = i.indexrelid where ${visible('i.indrelid', 'pg_class', 'c.relnamespace')}`,
  `select 'trigger ' || quote_ident(t.tgname) || ' on ' || t.tgrelid::regclass, 0, pg_get_triggerdef(t.oid) || ' enabled ' || t.tgenabled::text
        || ${comment('t.oid', 'pg_trigger')}
     from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
  // Those of a constraint have names that nobody gave: of them, only what was switched off.
  `select 'constraint ' || quote_ident(o.conname) || ' on ' || o.conrelid::regclass, 1,
        'triggers ' || string_agg(t.tgfoid::regproc || ' on ' || t.tgrelid::regclass || ' enabled ' || t.tgenabled::text, ', ' order by t.tgfoid, t.tgrelid::regclass::text)
     from pg_trigger t join pg_constraint o on o.oid = t.tgconstraint where t.tgisinternal and t.tgenabled <> 'O' and ${visibleSchema('o.connamespace')}
       and not (${ofExtension('o.conrelid', 'pg_class')}) group by o.oid, o.conname, o.conrelid`,
  `select 'policy ' || quote_ident(p.polname) || ' on ' || p.polrelid::regclass, 0, concat_ws(' ', case when p.polpermissive then 'permissive' else 'restrictive' end,
        'for ' || p.polcmd::text, 'to ' || (select string_agg(case when r = 0 then 'public' else pg_get_userbyid(r) end, ', ' order by 1) from unnest(p.polroles) r),
        'using ' || pg_get_expr(p.polqual, p.polrelid), 'check ' || pg_get_expr(p.polwithcheck, p.polrelid)) || ${comment('p.oid', 'pg_policy')}
     from pg_policy p join pg_class c on c.oid = p.polrelid where ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
  `select 'rule ' || quote_ident(r.rulename) || ' on ' || r.ev_class::regclass, 0, pg_get_ruledef(r.oid) || ' enabled ' || r.ev_enabled::text || ${comment('r.oid', 'pg_rewrite')}
     from pg_rewrite r join pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN' and ${visible('c.oid', 'pg_class', 'c.relnamespace')}`,
  `select 'statistics ' || s.stxnamespace::regnamespace || '.' || quote_ident(s.stxname), 0, concat_ws(' ', pg_get_statisticsobjdef(s.oid), 'owner', pg_get_userbyid(s.stxowner),
        case when s.stxstattarget >= 0 then 'target ' || s.stxstattarget end) || ${comment('s.oid', 'pg_statistic_ext')} from pg_statistic_ext s where ${visibleSchema('s.stxnamespace')}`,

  // Routines
  `select case p.prokind when 'p' then 'procedure ' else 'function ' end || p.oid::regprocedure, 0,
        pg_get_functiondef(p.oid) || ' owner ' || pg_get_userbyid(p.proowner) || ${rights('p.proacl', `'f'`, 'p.proowner')} || ${comment('p.oid', 'pg_proc')}
     from pg_proc p where p.prokind <> 'a' and ${visible('p.oid', 'pg_proc', 'p.pronamespace')}`,
  `select 'aggregate ' || p.oid::regprocedure, 0, format('%s state %s final %s initial %s combine %s moving %s kind %s sort %s volatile %s parallel %s', a.aggtransfn::regproc,
        format_type(a.aggtranstype, null), nullif(a.aggfinalfn, 0)::regproc, a.agginitval, nullif(a.aggcombinefn, 0)::regproc, nullif(a.aggmtransfn, 0)::regproc, a.aggkind,
        nullif(a.aggsortop, 0)::regoperator, p.provolatile, p.proparallel) || ' owner ' || pg_get_userbyid(p.proowner) || ${rights('p.proacl', `'f'`, 'p.proowner')} || ${comment('p.oid', 'pg_proc')}
     from pg_proc p join pg_aggregate a on a.aggfnoid = p.oid where ${visible('p.oid', 'pg_proc', 'p.pronamespace')}`,

  // Types
  `select 'type ' || t.oid::regtype, 0, 'owner ' || pg_get_userbyid(t.typowner) || ${rights('t.typacl', `'T'`, 't.typowner')} || ${comment('t.oid', 'pg_type')}
     from pg_type t where t.typtype in ('e', 'd', 'r') and ${visible('t.oid', 'pg_type', 't.typnamespace')}`,
  `select 'type ' || t.oid::regtype, row_number() over (partition by t.oid order by e.enumsortorder),
        'label ' || row_number() over (partition by t.oid order by e.enumsortorder) || ' ' || quote_literal(e.enumlabel)
     from pg_enum e join pg_type t on t.oid = e.enumtypid where ${visible('t.oid', 'pg_type', 't.typnamespace')}`,
  `select 'type ' || t.oid::regtype, 1, concat_ws(' ', 'domain over', format_type(t.typbasetype, t.typtypmod), case when t.typnotnull then 'not null' end,
        'default ' || t.typdefault) from pg_type t where t.typtype = 'd' and ${visible('t.oid', 'pg_type', 't.typnamespace')}`,
  `select 'type ' || t.oid::regtype, 1, concat_ws(' ', 'range over', r.rngsubtype::regtype, 'collate ' || nullif(r.rngcollation, 0)::regcollation,
        'difference ' || nullif(r.rngsubdiff, 0)::regproc, 'canonical ' || nullif(r.rngcanonical, 0)::regproc) from pg_range r join pg_type t on t.oid = r.rngtypid
    where ${visible('t.oid', 'pg_type', 't.typnamespace')}`,
  ...OBJECTS,
];
