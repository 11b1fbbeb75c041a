import { formatDuration, RemoteError } from '@lockstep/base';
import { type Session, SqlError, textArray } from '@lockstep/postgres';
import {
  canonical,
  child,
  children,
  listName,
  type Node,
  opened,
  type Parse,
  relationName,
  text,
} from '../parse/parser.ts';
import type { Statement } from '../parse/statements.ts';
import { policyOf } from './definitions.ts';
import type { Body, Column, Key, Known, Policy, Relation, Routine } from './known.ts';

/** Every name that some statements use, canonical: of relations, routines, types; of parts of them too. */
export function namesIn(statements: readonly Pick<Statement, 'parsed'>[]): Set<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      const isName = node.some((part: Node) => 'String' in part);
      const words = isName
        ? listName(node as Node[])
            .split('.')
            .filter((each) => each !== '')
        : [];
      // A policy or a trigger is named behind its table, a column behind its relation.
      if (words.length > 0 && words.length <= 4)
        for (let end = 1; end <= words.length; end++) names.add(canonical(words.slice(0, end).join('.')));
      node.forEach(visit);
    } else if (typeof node === 'object' && node !== null) {
      const relation = relationName(node as Node);
      if (relation !== '') names.add(canonical(relation));
      const index = text(node as Node, 'idxname');
      if (index !== '') names.add(canonical(index));
      Object.values(node).forEach(visit);
    }
  };
  for (const { parsed } of statements) if (parsed !== undefined) visit(parsed.fields);
  return names;
}

/** As long as a migration is tried again that does not get its locks (`defaultLimits.lockRetryForMs`). */
const LOCKED_FOR_MS = 60_000;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Asks the database what it has of some names. The server spells out views, policies and constraints under the lock of a
 * reader, which keeps nobody but those out who change the table. Throws RemoteError (55P03) where such a one stays for
 * `waitMs` milliseconds. Not within a transaction.
 */
export async function readKnown(
  session: Session,
  asked: ReadonlySet<string>,
  parse: Parse,
  waitMs = LOCKED_FOR_MS,
): Promise<Known> {
  await session.rows(`begin read only; set local lock_timeout = ${waitMs}`);
  try {
    return await readNames(session, asked, parse);
  } catch (error) {
    if (!(error instanceof SqlError) || error.server.code !== LOCK_NOT_AVAILABLE) throw error;
    const message = `another session has locked a table that the migrations name for ${formatDuration(waitMs)}; nothing was changed: run it again once that session is done`;
    throw new RemoteError(message, { service: 'PostgreSQL', code: LOCK_NOT_AVAILABLE, retryable: true, cause: error });
  } finally {
    if (!session.lost) await session.send('rollback');
  }
}

async function readNames(session: Session, asked: ReadonlySet<string>, parse: Parse): Promise<Known> {
  const names = textArray([...asked]);
  const wanted = `(n.nspname || '.' || c.relname = any (${names}))`;
  const from = 'from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace';
  const name = "n.nspname || '.' || c.relname";
  // An index that is invalid refuses nothing, and is none.
  const [relations, columns, keys, constraints, policies, routines, types, objects] = await Promise.all(
    [
      `select ${name}, c.relkind, pg_catalog.pg_get_userbyid(c.relowner), c.relrowsecurity,
              case when c.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(c.oid) end ${from}
        where ${wanted} and not (c.relkind = 'i' and exists (select from pg_catalog.pg_index x where x.indexrelid = c.oid and not x.indisvalid))`,
      `select ${name}, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.atthasdef or a.attidentity <> '',
              a.attnotnull or exists (select from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.convalidated
                and pg_catalog.pg_get_constraintdef(k.oid) = pg_catalog.format('CHECK ((%I IS NOT NULL))', a.attname))
         ${from} join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where ${wanted} and c.relkind in ('r', 'p', 'v', 'm', 'f') order by a.attnum`,
      `select ${name}, n.nspname || '.' || i.relname, x.indpred is not null,
              (select pg_catalog.string_agg(coalesce(a.attname, ''), ',' order by k.nth) from pg_catalog.unnest(x.indkey) with ordinality k (attnum, nth)
                 left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where k.nth <= x.indnkeyatts)
         ${from} join pg_catalog.pg_index x on x.indrelid = c.oid and x.indisunique and x.indisvalid join pg_catalog.pg_class i on i.oid = x.indexrelid
        where ${wanted} or n.nspname || '.' || i.relname = any (${names})`,
      `select ${name}, k.conname, pg_catalog.pg_get_constraintdef(k.oid), k.contype = 'c' and k.convalidated
         ${from} join pg_catalog.pg_constraint k on k.conrelid = c.oid where ${wanted} and k.contype in ('c', 'f', 'p', 'u', 'x')`,
      `select ${name}, p.polname, case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
              p.polpermissive, (select pg_catalog.string_agg(case when r = 0 then 'public' else pg_catalog.pg_get_userbyid(r) end, ',') from pg_catalog.unnest(p.polroles) r),
              pg_catalog.pg_get_expr(p.polqual, p.polrelid), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)
         ${from} join pg_catalog.pg_policy p on p.polrelid = c.oid where ${wanted}`,
      `select n.nspname || '.' || c.proname, pg_catalog.bool_and(c.prorettype in ('trigger'::regtype, 'event_trigger'::regtype)), pg_catalog.bool_or(c.provolatile = 'v'),
              pg_catalog.json_agg(pg_catalog.json_build_object('language', l.lanname, 'code', case when l.lanname in ('sql', 'plpgsql')
                then coalesce(pg_catalog.pg_get_function_sqlbody(c.oid), c.prosrc) else '' end)),
              pg_catalog.bool_or(exists (select from pg_catalog.pg_trigger g where g.tgfoid = c.oid and not g.tgisinternal and g.tgtype & 3 = 3))
         from pg_catalog.pg_proc c join pg_catalog.pg_namespace n on n.oid = c.pronamespace join pg_catalog.pg_language l on l.oid = c.prolang
        where n.nspname || '.' || c.proname = any (${names}) group by 1`,
      `select n.nspname || '.' || t.typname, (select pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ',' order by e.enumsortorder) from pg_catalog.pg_enum e where e.enumtypid = t.oid)
         from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        where n.nspname || '.' || t.typname = any (${names}) and t.typtype in ('e', 'd', 'r', 'c') and not exists (select from pg_catalog.pg_class c where c.oid = t.typrelid and c.relkind <> 'c')`,
      `select kind || ' ' || name from (select 'schema' as kind, nspname as name from pg_catalog.pg_namespace
         union all select 'extension', extname from pg_catalog.pg_extension union all select 'publication', pubname from pg_catalog.pg_publication
         union all select 'server', srvname from pg_catalog.pg_foreign_server) found where 'public.' || name = any (${names})`,
    ].map((sql) => session.rows(sql)),
  );
  const groups = new Map([columns, keys, constraints, policies].map((rows) => [rows, grouped(rows ?? [])]));
  const by = <T>(rows: Rows | undefined, table: string, read: (row: readonly (string | null)[]) => T): T[] =>
    (groups.get(rows)?.get(table) ?? []).map(read);
  const tables = (relations ?? []).map(([full, kind, owner, rls, query]): [string, Relation] => {
    const table = full ?? '';
    return [
      table,
      {
        kind: KINDS[kind ?? ''] ?? 'table',
        isForeign: kind === 'f',
        owner: owner ?? undefined,
        rowSecurity: rls === 't',
        columns: new Map(
          by(columns, table, ([, column, type, hasDefault, notNull]): [string, Column] => [
            column ?? '',
            {
              type: (type ?? '').replace(/^public\./, ''),
              hasDefault: hasDefault === 't',
              notNull: notNull === 't',
              isNew: false,
            },
          ]),
        ),
        keys: by(
          keys,
          table,
          ([, index, partial, list]): Key => ({
            name: index ?? '',
            partial: partial === 't',
            columns: (list ?? '').split(','),
          }),
        ),
        constraints: new Map(
          by(constraints, table, ([, constraint, definition]): [string, Node] => [
            constraint ?? '',
            constraintIn(definition ?? '', parse),
          ]),
        ),
        policies: new Map(by(policies, table, (row): [string, Policy] => [row[1] ?? '', policyIn(row, parse)])),
        query: query === null || query === undefined ? undefined : parse(query)?.fields,
        isChecked: by(constraints, table, (row) => row[3] === 't').includes(true),
        isMade: false,
        isRenamed: false,
      },
    ];
  });
  return {
    complete: true,
    objects: new Set((objects ?? []).map(([each]) => each ?? '')),
    // The tables of indexes that were asked for are known by their keys alone.
    relations: new Map([...keyed(keys ?? [], new Set(tables.map(([table]) => table))), ...tables]),
    routines: new Map((routines ?? []).map((row) => [row[0] ?? '', routineIn(row)])),
    types: new Map(
      (types ?? []).map(([type, labels]) => [
        type ?? '',
        { labels: labels === null || labels === undefined ? undefined : labelsIn(labels) },
      ]),
    ),
  };
}

type Rows = readonly (readonly (string | null)[])[];

function grouped(rows: Rows): Map<string, (readonly (string | null)[])[]> {
  const groups = new Map<string, (readonly (string | null)[])[]>();
  for (const row of rows) {
    const group = groups.get(row[0] ?? '');
    if (group === undefined) groups.set(row[0] ?? '', [row]);
    else group.push(row);
  }
  return groups;
}

const KINDS: Readonly<Record<string, Relation['kind']>> = {
  r: 'table',
  p: 'table',
  f: 'table',
  v: 'view',
  m: 'view',
  i: 'index',
  I: 'index',
  S: 'sequence',
  c: 'type',
};

function keyed(rows: readonly (readonly (string | null)[])[], known: ReadonlySet<string>): [string, Relation][] {
  const tables = new Map<string, Key[]>();
  for (const [table, name, partial, list] of rows) {
    if (known.has(table ?? '')) continue;
    const key = { name: name ?? '', partial: partial === 't', columns: (list ?? '').split(',') };
    tables.set(table ?? '', [...(tables.get(table ?? '') ?? []), key]);
  }
  return [...tables].map(([table, keys]) => [
    table,
    {
      kind: 'table',
      owner: undefined,
      rowSecurity: undefined,
      columns: undefined,
      keys,
      constraints: new Map(),
      policies: new Map(),
      query: undefined,
      isChecked: false,
      isMade: false,
      isRenamed: false,
    },
  ]);
}

function constraintIn(definition: string, parse: Parse): Node {
  const [cmd] = children(parse(`alter table t add ${definition}`)?.fields ?? {}, 'cmds');
  return child(child(opened(cmd ?? {}).fields, 'def') ?? {}, 'Constraint') ?? {};
}

function policyIn([, , command, permissive, roles, using, check]: readonly (string | null)[], parse: Parse): Policy {
  const parts = [using === null ? '' : `using (${using})`, check === null ? '' : `with check (${check})`];
  const read = policyOf(parse(`create policy p on t ${parts.join(' ')}`)?.fields ?? {});
  return { ...read, command: command ?? 'all', permissive: permissive === 't', roles: (roles ?? '').split(',') };
}

function routineIn([, trigger, mayWrite, bodies, isBefore]: readonly (string | null)[]): Routine {
  return {
    trigger: trigger === 't',
    mayWrite: mayWrite === 't',
    bodies: JSON.parse(bodies ?? '[]') as Body[],
    isBefore: isBefore === 't',
    isMade: false,
  };
}

function labelsIn(list: string): string[] {
  return [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, label]) => (label ?? '').replaceAll("''", "'"));
}
