import type { Kind } from '../item.ts';
import { address, isNoMember, isOwn } from '../words.ts';

export const routine: Kind = {
  name: 'routine',
  query: `select p.oid::regprocedure::text, ${address('pg_proc', 'p.oid')}, '', jsonb_build_object('word', case p.prokind when 'p' then 'procedure' else 'function' end,
            'def', rtrim(pg_get_functiondef(p.oid), E'\\n'), 'shape', concat_ws(' ', p.prokind, p.prorettype::regtype, p.proretset, p.proargnames, p.proargmodes, p.proallargtypes), 'defaults', p.pronargdefaults)
       from pg_proc p where p.prokind <> 'a' and ${isOwn('p.oid', 'pg_proc', 'p.pronamespace')}
        and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i')`,
  create: ({ facts }) => [facts['def']],
  drop: ({ facts, name }) => [`drop ${facts['word']} ${name}`],
  change: (from, to) =>
    from === undefined ||
    to === undefined ||
    from.facts['shape'] !== to.facts['shape'] ||
    from.facts['defaults'] > to.facts['defaults']
      ? undefined
      : [to.facts['def']],
};

/** Rare things: what an up migration created can be dropped; what it dropped is written by hand. */
export const rare: Kind = {
  name: 'rare',
  query: `select i.type || ' ' || i.identity, x.class || '/' || x.oid || '/0', '', jsonb_build_object('drop', 'drop ' || i.type || ' ' || i.identity)
       from (${[
         ['pg_operator', 'oprnamespace'],
         ['pg_opclass', 'opcnamespace'],
         ['pg_opfamily', 'opfnamespace'],
         ['pg_collation', 'collnamespace'],
         ['pg_conversion', 'connamespace'],
         ['pg_ts_config', 'cfgnamespace'],
         ['pg_ts_dict', 'dictnamespace'],
         ['pg_ts_parser', 'prsnamespace'],
         ['pg_ts_template', 'tmplnamespace'],
       ]
         .map(
           ([table, schema]) =>
             `select '${table}' as class, '${table}'::regclass as classid, o.oid from ${table} o where ${isOwn('o.oid', String(table), `o.${schema}`)}`,
         )
         .join(' union all ')}
         union all select 'pg_proc', 'pg_proc'::regclass, p.oid from pg_proc p where p.prokind = 'a' and ${isOwn('p.oid', 'pg_proc', 'p.pronamespace')}
         ${['pg_cast', 'pg_am', 'pg_foreign_data_wrapper', 'pg_foreign_server', 'pg_language', 'pg_transform']
           .map(
             (table) =>
               `union all select '${table}', '${table}'::regclass, o.oid from ${table} o where o.oid >= 16384 and ${isNoMember('o.oid', table)}`,
           )
           .join(' ')}
         union all select 'pg_class', 'pg_class'::regclass, c.oid from pg_class c where c.relkind = 'f' and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}) as x
       cross join lateral pg_identify_object(x.classid, x.oid, 0) as i`,
  drop: ({ facts }) => [facts['drop']],
};
