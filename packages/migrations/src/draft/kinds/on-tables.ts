import type { Kind } from '../item.ts';
import { address, isOwn, relationId } from '../words.ts';

export const constraint: Kind = {
  name: 'constraint',
  query: `select quote_ident(o.conname) || ' on ' || coalesce(nullif(o.conrelid, 0)::regclass::text, o.contypid::regtype::text), ${address('pg_constraint', 'o.oid')},
            case when o.conrelid <> 0 then 'table ' || o.conrelid::regclass else 'domain ' || o.contypid::regtype end,
            jsonb_build_object('on', case when o.conrelid <> 0 then 'table ' || o.conrelid::regclass else 'domain ' || o.contypid::regtype end, 'constraint', quote_ident(o.conname), 'def', pg_get_constraintdef(o.oid))
       from pg_constraint o where o.contype in ('c', 'f', 'p', 'u', 'x') and o.connamespace in (select oid from own)
        and (o.conislocal or o.coninhcount = 0) and o.conparentid = 0
        and o.conrelid not in (select m.objid from members m where m.classid = 'pg_class'::regclass)
        and o.contypid not in (select m.objid from members m where m.classid = 'pg_type'::regclass)`,
  create: ({ facts }) => [`alter ${facts['on']} add constraint ${facts['constraint']} ${facts['def']}`],
  drop: ({ facts }) => [`alter ${facts['on']} drop constraint ${facts['constraint']}`],
};

export const index: Kind = {
  name: 'index',
  query: `select c.oid::regclass::text, ${address('pg_class', 'c.oid')}, '', jsonb_build_object('def', pg_get_indexdef(c.oid), 'valid', i.indisvalid)
       from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
      where t.relkind in ('r', 'p', 'm') and ${isOwn('t.oid', 'pg_class', 't.relnamespace')} and not c.relispartition
        and not exists (select from pg_constraint o where o.conindid = c.oid and o.contype in ('p', 'u', 'x'))`,
  create: ({ facts }) => [facts['def']],
  drop: ({ name }) => [`drop index ${name}`],
};

export const trigger: Kind = {
  name: 'trigger',
  query: `select quote_ident(t.tgname) || ' on ' || t.tgrelid::regclass, ${address('pg_trigger', 't.oid')}, ${relationId('c')},
            jsonb_build_object('table', t.tgrelid::regclass, 'trigger', quote_ident(t.tgname), 'def', pg_get_triggerdef(t.oid), 'enabled', t.tgenabled)
       from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and t.tgparentid = 0 and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
  create: ({ facts }) => [facts['def'], ...(facts['enabled'] === 'O' ? [] : [enabling(facts)])],
  drop: ({ facts }) => [`drop trigger ${facts['trigger']} on ${facts['table']}`],
  change: (from, to) =>
    from === undefined || to === undefined || from.facts['def'] !== to.facts['def'] ? undefined : [enabling(to.facts)],
};

const ENABLED: Readonly<Record<string, string>> = {
  O: 'enable trigger',
  D: 'disable trigger',
  R: 'enable replica trigger',
  A: 'enable always trigger',
};

function enabling(facts: Readonly<Record<string, unknown>>): string {
  return `alter table ${facts['table']} ${ENABLED[String(facts['enabled'])]} ${facts['trigger']}`;
}

export const rule: Kind = {
  name: 'rule',
  query: `select quote_ident(r.rulename) || ' on ' || r.ev_class::regclass, ${address('pg_rewrite', 'r.oid')}, ${relationId('c')},
            jsonb_build_object('table', r.ev_class::regclass, 'rule', quote_ident(r.rulename), 'def', rtrim(pg_get_ruledef(r.oid), ';'))
       from pg_rewrite r join pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN' and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
  create: ({ facts }) => [facts['def']],
  drop: ({ facts }) => [`drop rule ${facts['rule']} on ${facts['table']}`],
};

const COMMANDS: Readonly<Record<string, string>> = { r: 'select', a: 'insert', w: 'update', d: 'delete', '*': 'all' };

export const policy: Kind = {
  name: 'policy',
  query: `select quote_ident(p.polname) || ' on ' || p.polrelid::regclass, ${address('pg_policy', 'p.oid')}, 'table ' || p.polrelid::regclass,
            jsonb_build_object('table', p.polrelid::regclass, 'policy', quote_ident(p.polname), 'permissive', p.polpermissive, 'command', p.polcmd,
              'roles', (select string_agg(case when r = 0 then 'public' else quote_ident(pg_get_userbyid(r)) end, ', ' order by 1) from unnest(p.polroles) r),
              'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))
       from pg_policy p join pg_class c on c.oid = p.polrelid where ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}
         or exists (select from pg_namespace n where n.oid = c.relnamespace and n.nspname in ('storage', 'realtime'))`,
  create: ({ facts }) => [
    [
      `create policy ${facts['policy']} on ${facts['table']}${facts['permissive'] ? '' : ' as restrictive'} for ${COMMANDS[facts['command']]} to ${facts['roles']}`,
      ...(facts['using'] === null ? [] : [`using (${facts['using']})`]),
      ...(facts['check'] === null ? [] : [`with check (${facts['check']})`]),
    ].join(' '),
  ],
  drop: ({ facts }) => [`drop policy ${facts['policy']} on ${facts['table']}`],
};

export const statistics: Kind = {
  name: 'statistics',
  query: `select s.stxnamespace::regnamespace || '.' || quote_ident(s.stxname), ${address('pg_statistic_ext', 's.oid')}, '',
            jsonb_build_object('def', pg_get_statisticsobjdef(s.oid)) from pg_statistic_ext s where s.stxnamespace in (select oid from own)`,
  create: ({ facts }) => [facts['def']],
  drop: ({ name }) => [`drop statistics ${name}`],
};
