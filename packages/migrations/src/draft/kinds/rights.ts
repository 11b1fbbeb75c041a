import type { Facts, Kind } from '../item.ts';
import { isOwn, relationId } from '../words.ts';

/** Who may do what, as JSON: grantee to rights, those with `*` with the grant option. */
const GRANTS = (acl: string) => `(select coalesce(jsonb_object_agg(g.grantee, g.rights), '{}') from (
    select case e.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(e.grantee)) end as grantee,
           jsonb_agg(lower(e.privilege_type) || case when e.is_grantable then '*' else '' end order by e.privilege_type) as rights
      from aclexplode(${acl}) e group by e.grantee) as g)`;

const facts = (word: string, of: string, acl: string, usual: string) =>
  `jsonb_build_object('word', ${word}, 'of', ${of}, 'grants', ${GRANTS(`coalesce(${acl}, acldefault(${usual}))`)})`;

export const grants: Kind = {
  name: 'rights',
  query: `select ${relationId('c')}, '', '', ${facts(`case c.relkind when 'S' then 'sequence' else 'table' end`, 'c.oid::regclass::text', 'c.relacl', `(case c.relkind when 'S' then 's' else 'r' end)::"char", c.relowner`)}
       from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}
     union all select p.oid::regprocedure::text, '', '', ${facts(`case p.prokind when 'p' then 'procedure' else 'function' end`, 'p.oid::regprocedure::text', 'p.proacl', `'f'::"char", p.proowner`)}
       from pg_proc p where ${isOwn('p.oid', 'pg_proc', 'p.pronamespace')}
     union all select 'type ' || t.oid::regtype, '', '', ${facts(`'type'`, 't.oid::regtype::text', 't.typacl', `'T'::"char", t.typowner`)}
       from pg_type t where t.typtype in ('e', 'd', 'r') and ${isOwn('t.oid', 'pg_type', 't.typnamespace')}
     union all select 'schema ' || quote_ident(n.nspname), '', '', ${facts(`'schema'`, 'quote_ident(n.nspname)', 'n.nspacl', `'n'::"char", n.nspowner`)}
       from pg_namespace n where n.oid in (select oid from own)
     union all select 'column ' || c.oid::regclass || '.' || quote_ident(a.attname), '', '',
         jsonb_build_object('word', 'table', 'of', c.oid::regclass::text, 'column', quote_ident(a.attname), 'grants', ${GRANTS('a.attacl')})
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attacl is not null and not a.attisdropped where ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
  change: (from, to) => {
    const { column, of, word } = (to ?? from)?.facts ?? {};
    // Something that is created now has its rights once it is there.
    if (column === undefined && (from === undefined || to === undefined)) return [];
    const part = column === undefined ? '' : ` (${column})`;
    return difference(from?.facts['grants'] ?? {}, to?.facts['grants'] ?? {}, {
      right: (right) => `${right}${part}`,
      on: `on ${word} ${of}`,
      before: '',
    });
  },
};

interface Words {
  readonly right: (right: string) => string;
  readonly on: string;
  readonly before: string;
}

function difference(is: Facts, was: Facts, { before, on, right }: Words): readonly string[] {
  const grantees = [...new Set([...Object.keys(is), ...Object.keys(was)])].sort();
  return grantees.flatMap((grantee) => {
    const now = (is[grantee] ?? []) as readonly string[];
    const then = (was[grantee] ?? []) as readonly string[];
    const bare = (rights: readonly string[]) => rights.map((each) => each.replace('*', ''));
    const gone = bare(now).filter((each) => !bare(then).includes(each));
    const lesser = then.filter((each) => !each.endsWith('*') && now.includes(`${each}*`));
    const plain = then.filter((each) => !each.endsWith('*') && !bare(now).includes(each));
    const strong = bare(then.filter((each) => each.endsWith('*') && !now.includes(each)));
    const list = (rights: readonly string[]) => rights.map(right).join(', ');
    return [
      ...(gone.length === 0 ? [] : [`${before}revoke ${list(gone)} ${on} from ${grantee}`]),
      ...(lesser.length === 0 ? [] : [`${before}revoke grant option for ${list(lesser)} ${on} from ${grantee}`]),
      ...(plain.length === 0 ? [] : [`${before}grant ${list(plain)} ${on} to ${grantee}`]),
      ...(strong.length === 0 ? [] : [`${before}grant ${list(strong)} ${on} to ${grantee} with grant option`]),
    ];
  });
}

const LETTERS = `case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types' else 'schemas' end`;

export const defaultRights: Kind = {
  name: 'default rights',
  query: `select pg_get_userbyid(d.defaclrole) || ' ' || d.defaclnamespace || ' ' || d.defaclobjtype::text, '', '', jsonb_build_object('role', quote_ident(pg_get_userbyid(d.defaclrole)),
            'schema', nullif(d.defaclnamespace, 0)::regnamespace, 'word', ${LETTERS}, 'grants', ${GRANTS('d.defaclacl')},
            'usual', case when d.defaclnamespace = 0 then ${GRANTS("acldefault((case d.defaclobjtype when 'S' then 's' else d.defaclobjtype::text end)::\"char\", d.defaclrole)")} else '{}'::jsonb end)
       from pg_default_acl d where d.defaclnamespace = 0 or d.defaclnamespace in (select oid from own)`,
  change: (from, to) => {
    const { role, schema, usual, word } = (to ?? from)?.facts ?? {};
    const place = schema === null ? '' : ` in schema ${schema}`;
    return difference(from?.facts['grants'] ?? usual, to?.facts['grants'] ?? usual, {
      right: (each) => each,
      on: `on ${word}`,
      before: `alter default privileges for role ${role}${place} `,
    });
  },
};
