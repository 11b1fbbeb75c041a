import { randomUUID } from 'node:crypto';
import { identifier, literal, type Session } from '@lockstep/postgres';
import type { Routine, Table } from '../catalog/types.ts';
import type { Values } from '../seed/choose-row.ts';
import type { Actor } from './actor.ts';
import { attemptAll } from './attempt.ts';

/** So many ways to call a function are tried. */
const MOST_CALLS = 24;

/** Rows of a tenant, by what an argument may be meant to name. */
export interface Arguments {
  readonly tenantId: string;
  readonly userId: string;
  readonly rows: readonly { readonly table: Table; readonly values: Values }[];
}

interface Choice {
  readonly real: string;
  /** Of the same type, and nobody's. */
  readonly absent: string;
  /** Where it is a whole row: its fields, and those of the absent one. */
  readonly fields?: { readonly real: readonly string[]; readonly absent: readonly string[] };
}

/** The ways to call a function about somebody's rows: each argument by its type, the best guess from its name first. */
export function callsOf(routine: Routine, about: Arguments): readonly (readonly Choice[])[] {
  const lists = routine.types.map((type, at) => choices(type, routine.names[at] ?? '', about));
  if (lists.some((list) => list.length === 0)) return [];
  const calls: Choice[][] = [];
  const add = (call: readonly Choice[], at: number): void => {
    if (calls.length >= MOST_CALLS) return;
    const list = lists[at];
    if (list === undefined) calls.push([...call]);
    else for (const choice of list) add([...call, choice], at + 1);
  };
  add([], 0);
  return calls;
}

function choices(type: string, name: string, { rows, tenantId, userId }: Arguments): readonly Choice[] {
  const words = name
    .toLowerCase()
    .replace(/^(p|in|arg|_)_*/, '')
    .replace(/_?(id|uuid)$/, '');
  const near = (table: Table) =>
    words !== '' && (table.name.includes(words) || words.includes(table.name.replace(/s$/, '')));
  const ordered = [...rows].sort((one, other) => Number(near(other.table)) - Number(near(one.table)));
  const values = (matches: (type: string) => boolean, onlyKeys: boolean) =>
    ordered.flatMap(({ table, values: row }) =>
      table.columns
        .filter((column) => matches(column.type) && (!onlyKeys || table.primaryKey.includes(column.name)))
        .flatMap((column) => (typeof row[column.name] === 'string' ? [row[column.name] as string] : [])),
    );
  const list = (found: readonly string[], absent: () => string) =>
    [...new Set(found.filter((text) => text !== ''))].slice(0, MOST_CALLS).map((real) => ({ real, absent: absent() }));
  if (type === 'uuid') {
    const ids = /user|owner|author|uid|member/.test(name)
      ? [userId, tenantId]
      : /tenant|org|team|clinic|account|company/.test(name)
        ? [tenantId, userId]
        : [];
    return list([...ids, ...values((one) => one === 'uuid', true), tenantId, userId].filter(isUuid), randomUUID);
  }
  if (/^(small|big)?int/.test(type))
    return list(
      values((one) => /^(small|big)?int/.test(one), true),
      () => '-7',
    );
  if (type.endsWith('[]')) {
    const inner = choices(type.slice(0, -2), name, { rows, tenantId, userId });
    if (inner.length === 0) return [];
    const array = (all: readonly string[]) => `{${all.map((one) => `"${one.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
    return [{ real: array(inner.map(({ real }) => real)), absent: array(inner.map(({ absent }) => absent)) }];
  }
  const whole = rows.filter(({ table }) => table.sql === type).map(({ table, values: row }) => wholeRow(table, row));
  if (whole.length > 0) return whole;
  if (/^(text|character varying|citext|.*\.citext)/.test(type)) {
    if (/query|sql|statement|command/i.test(name))
      return ordered.flatMap(({ table, values: row }) => query(table, row));
    if (/table|entity|relation|resource|collection/i.test(name))
      return ordered.flatMap(({ table }) => [table.name, table.label].map((one) => ({ real: one, absent: one })));
    const texts = values((one) => /text|character varying/.test(one), false);
    return list([...ids(name, tenantId, userId), ...texts], () => `absent-${randomUUID()}`);
  }
  if (type === 'boolean') return [{ real: 'true', absent: 'true' }];
  return [];
}

/** As a computed field gets it. What the row itself says is known to whoever has the row: what it leads to is not. */
function wholeRow(table: Table, row: Values): Choice {
  const leads = new Set([...table.primaryKey, ...table.foreignKeys.flatMap(({ columns }) => columns)]);
  const real = table.columns.map(({ name }) => row[name] ?? null);
  const absent = table.columns.map(({ name, type }, at) => {
    if (!leads.has(name) || real[at] === null) return real[at] ?? null;
    return type === 'uuid' ? randomUUID() : /^(small|big)?int/.test(type) ? '-7' : `absent-${randomUUID()}`;
  });
  const text = (fields: readonly (string | null)[]) =>
    `(${fields.map((one) => (one === null ? '' : `"${one.replace(/["\\]/g, '\\$&')}"`)).join(',')})`;
  const changed = table.columns.map((_, at) => at).filter((at) => real[at] !== absent[at]);
  const of = (fields: readonly (string | null)[]) => changed.map((at) => fields[at] ?? '');
  return { real: text(real), absent: text(absent), fields: { real: of(real), absent: of(absent) } };
}

/** For a function that runs what it is given. */
function query(table: Table, row: Values): readonly Choice[] {
  const [key] = table.primaryKey;
  const value = key === undefined ? undefined : row[key];
  if (key === undefined || typeof value !== 'string') return [];
  const find = (condition: string) => `select ${identifier(key)} from ${table.sql} where ${condition}`;
  return [{ real: find(`${identifier(key)}::text = ${literal(value)}`), absent: find('false') }];
}

function ids(name: string, tenantId: string, userId: string): readonly string[] {
  return /id$/.test(name) ? [tenantId, userId] : [];
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-/.test(text);
}

function without(text: string, choice: Choice, key: 'real' | 'absent'): string {
  const words = [choice[key], ...(choice.fields?.[key] ?? [])].filter((word) => word !== '');
  return words.reduce((rest, word) => rest.replaceAll(word, '·'), text);
}

/** Parts of longer words count too, so that a doubt is none. */
const READS = /from|perform|execute|query|table|call |insert|update|delete|merge|copy|cursor/i;
/** What may stand before a bracket in a function that only reckons. */
const RECKONS = new Set(
  `in and or not any all if elsif when then else case return as values row array coalesce nullif greatest least lower upper initcap
   concat concat_ws format replace regexp_replace btrim ltrim rtrim trim left right substr length char_length split_part
   array_to_string string_to_array array_length cardinality unnest to_tsvector setweight to_char to_number date_trunc date_part now
   abs round floor ceil ceiling trunc power sqrt exp ln log mod sign md5 encode decode numeric varchar char decimal`.split(
    /\s+/,
  ),
);

/** Whether what a function says can come from its arguments alone. One whose text is not known may read. */
export function readsNothing({ source }: Routine): boolean {
  if (source === '' || READS.test(source)) return false;
  return [...source.matchAll(/([\w."]+)\s*\(/g)].every(([, name = '']) =>
    RECKONS.has(name.replace(/^pg_catalog\./, '').toLowerCase()),
  );
}

export interface Called {
  /** Asked about the other's rows it says something else than about rows that are nowhere. */
  readonly tells: boolean;
  /** It could be called at all. */
  readonly answered: boolean;
  readonly message: string;
}

/** Calls a function about somebody's rows and about nobody's. */
export async function callAbout(session: Session, actor: Actor, routine: Routine, about: Arguments): Promise<Called> {
  const calls = callsOf(routine, about);
  const statement = (values: readonly string[]) =>
    `select x::text from ${routine.sql}(${values.map((value, at) => `${literal(value)}::${routine.types[at]}`).join(', ')}) x`;
  const answers = await attemptAll(
    session,
    actor,
    calls.flatMap((call) => [
      { statement: statement(call.map(({ real }) => real)) },
      { statement: statement(call.map(({ absent }) => absent)) },
    ]),
  );
  let tells = false;
  for (let at = 0; at < answers.length; at += 2) {
    const [real, absent] = [answers[at], answers[at + 1]];
    const call = calls[at / 2] ?? [];
    if (real === undefined || absent === undefined || real.code !== '') continue;
    // A function that gives back what it was given says nothing.
    const plain = (rows: typeof real.rows, key: 'real' | 'absent') =>
      JSON.stringify(rows.map((row) => call.reduce((text, choice) => without(text, choice, key), row[0] ?? '')));
    if (plain(real.rows, 'real') !== plain(absent.rows, 'absent')) tells = true;
  }
  return {
    tells,
    answered: answers.some(({ code }) => code === ''),
    message: answers.find(({ code }) => code !== '')?.message ?? '',
  };
}
