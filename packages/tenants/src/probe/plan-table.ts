import { identifier, textArray } from '@lockstep/postgres';
import type { Rights, Table } from '../catalog/types.ts';
import type { Values } from '../seed/choose-row.ts';
import { insertList, valueSql } from '../seed/seeder.ts';
import type { Answer, Attempt } from './attempt.ts';
import type { Verb } from './closed.ts';

/** A table, in the eyes of somebody: which of its rows are theirs and which are not. */
export interface Subject {
  readonly table: Table;
  readonly rights: Rights;
  /** Places of rows. */
  readonly own: readonly string[];
  readonly foreign: readonly string[];
  readonly ownRow: Values | undefined;
  readonly foreignRow: Values | undefined;
  /** Rows that are not there yet: one of their own, and those that would be the other's. */
  readonly newOwn: Values | undefined;
  readonly newForeign: readonly Values[];
  /** The columns that say whose a row is. */
  readonly deciding: readonly (readonly string[])[];
}

/** What a try showed. */
export interface Sign {
  /** The foreign row was reached. */
  readonly leak: boolean;
  /** The same was possible with an own row. */
  readonly control: boolean;
}

export interface Probe {
  readonly verb: Verb;
  /** The statement without its values. */
  readonly shown: string;
  readonly attempt: Attempt;
  readonly read: (answer: Answer) => Sign;
  /** It tries what is allowed; that it is refused says nothing of the other's rows. */
  readonly isControl?: boolean;
  /** A constraint that refuses it keeps the tenants apart: the row would belong to both. */
  readonly mixed?: boolean;
}

const KEY = 'tableoid::text || ctid::text';

export function planTable(subject: Subject, verbs: readonly Verb[]): readonly Probe[] {
  return verbs.flatMap((verb) => PLANS[verb](subject));
}

const PLANS: Readonly<Record<Verb, (subject: Subject) => readonly Probe[]>> = {
  read: planRead,
  change: planChange,
  delete: planDelete,
  plant: planPlant,
  move: planMove,
};

function look({ foreign, own, table }: Subject): string {
  const many = (keys: readonly string[]) => `count(*) filter (where k = any(${textArray(keys)}))`;
  return `select ${many(own)}, ${many(foreign)} from (select ${KEY} k from ${table.sql}) x`;
}

function counts({ rows }: Answer): readonly [number, number] {
  return [Number(rows[0]?.[0] ?? -1), Number(rows[0]?.[1] ?? -1)];
}

function planRead(subject: Subject): readonly Probe[] {
  const { own, rights, table } = subject;
  if (rights.select) {
    const statement = look(subject);
    return [
      {
        verb: 'read',
        shown: `select * from ${table.label}`,
        attempt: { statement },
        read: (answer) => ({ leak: counts(answer)[1] > 0, control: counts(answer)[0] > 0 }),
      },
    ];
  }
  // The place of a row takes a right to the whole table: here rows can only be counted.
  const columns = rights.selectColumns.map(identifier).join(', ');
  return [
    {
      verb: 'read',
      shown: `select ${rights.selectColumns.join(', ')} from ${table.label}`,
      attempt: { statement: `select count(*) from (select ${columns} from ${table.sql}) x` },
      read: (answer) => {
        const many = Number(answer.rows[0]?.[0] ?? 0);
        return { leak: many > own.length, control: many > 0 && own.length > 0 };
      },
    },
  ];
}

/** Rows were changed or deleted where they are not in their place any more. */
function touched(subject: Subject): (answer: Answer) => Sign {
  return (answer) => {
    if (answer.code !== '') return { leak: false, control: false };
    const [own, foreign] = counts(answer);
    return { leak: foreign < subject.foreign.length, control: own < subject.own.length };
  };
}

const BEFORE = 'lockstep.rows_before';

/**
 * Counts the rows of the other's that a statement adds: that it is carried out proves nothing where a trigger puts the row
 * into the tenant of its writer.
 */
export function arrivals(table: Table, columns: readonly string[], values: Values): Pick<Attempt, 'before' | 'look'> {
  const theirs = columns
    .filter((name) => name in values)
    .map((name) => `${identifier(name)} is not distinct from ${valueSql(table, name, values[name] ?? null)}`);
  const many = `select count(*) from ${table.sql} where ${['true', ...theirs].join(' and ')}`;
  return {
    before: `select pg_catalog.set_config('${BEFORE}', (${many})::text, true)`,
    look: `select (${many}) - pg_catalog.current_setting('${BEFORE}')::bigint`,
  };
}

export function arrived({ code, rows }: Answer): boolean {
  return code === '' && Number(rows[0]?.[0] ?? 0) > 0;
}

export function whereIs(table: Table, row: Values | undefined): string | undefined {
  const key = table.primaryKey;
  if (row === undefined || key.length === 0 || key.some((name) => typeof row[name] !== 'string')) return undefined;
  return key.map((name) => `${identifier(name)} = ${valueSql(table, name, row[name] ?? null)}`).join(' and ');
}

/** Not one that says whose the row is, where there is another. */
function plainColumn({ deciding, rights, table }: Subject): string | undefined {
  const may = table.columns.filter(
    ({ generated, identity, name }) => rights.updateColumns.includes(name) && !generated && identity !== 'a',
  );
  const rank = (name: string) =>
    (deciding.flat().includes(name) ? 8 : 0) +
    (table.primaryKey.includes(name) ? 4 : 0) +
    (table.foreignKeys.some(({ columns }) => columns.includes(name)) ? 2 : 0) +
    (table.uniques.some((unique) => unique.includes(name)) ? 1 : 0);
  return [...may].sort((one, other) => rank(one.name) - rank(other.name))[0]?.name;
}

function planChange(subject: Subject): readonly Probe[] {
  const { foreignRow, ownRow, rights, table } = subject;
  const column = plainColumn(subject);
  const row = ownRow ?? foreignRow;
  if (column === undefined || row === undefined) return [];
  const set = `update ${table.sql} set ${identifier(column)} = ${valueSql(table, column, row[column] ?? null)}`;
  const shown = `update ${table.label} set ${column} = …`;
  const read = touched(subject);
  const probe = (statement: string, text: string): Probe => ({
    verb: 'change',
    shown: text,
    attempt: { statement, look: look(subject) },
    read,
  });
  const where = whereIs(table, foreignRow);
  // Without a condition the policies for SELECT do not come into it, and hide nothing.
  const probes = [probe(set, shown)];
  if (where !== undefined && foreignRow !== undefined) {
    probes.push(probe(`${set} where ${where}`, `${shown} where ${table.primaryKey.join(', ')} = …`));
    const values = Object.fromEntries(
      table.columns
        .filter(({ generated, name }) => !generated && rights.insertColumns.includes(name))
        .map(({ name }) => [name, foreignRow[name] ?? null]),
    );
    const key = table.primaryKey.map(identifier).join(', ');
    const overriding = insertList(table, values).replace(') values (', ') overriding system value values (');
    if (table.primaryKey.every((name) => name in values)) {
      probes.push({
        ...probe(
          `insert into ${table.sql} ${overriding} on conflict (${key}) do update set ${identifier(column)} = excluded.${identifier(column)}`,
          `insert into ${table.label} … on conflict (${table.primaryKey.join(', ')}) do update set ${column} = …`,
        ),
        isControl: true,
      });
    }
  }
  return probes;
}

function planDelete(subject: Subject): readonly Probe[] {
  const { foreignRow, table } = subject;
  const where = whereIs(table, foreignRow);
  const probe = (statement: string, shown: string): Probe => ({
    verb: 'delete',
    shown,
    attempt: { statement, look: look(subject) },
    read: touched(subject),
  });
  return [
    probe(`delete from ${table.sql}`, `delete from ${table.label}`),
    ...(where === undefined
      ? []
      : [
          probe(
            `delete from ${table.sql} where ${where}`,
            `delete from ${table.label} where ${table.primaryKey.join(', ')} = …`,
          ),
        ]),
  ];
}

function planPlant(subject: Subject): readonly Probe[] {
  const { deciding, newForeign, newOwn, rights, table } = subject;
  const insert = (values: Values) => {
    const may = Object.fromEntries(Object.entries(values).filter(([name]) => rights.insertColumns.includes(name)));
    return `insert into ${table.sql} ${insertList(table, may)}`;
  };
  const done = ({ code }: Answer) => code === '';
  const shown = `insert into ${table.label} …`;
  const tries: readonly Probe[] = newForeign.map((values, at) => ({
    verb: 'plant',
    shown,
    attempt: { statement: insert(values), ...arrivals(table, deciding[0] ?? [], values) },
    read: (answer) => ({ leak: arrived(answer), control: false }),
    mixed: at > 0,
  }));
  if (newOwn === undefined) return tries;
  return [
    ...tries,
    {
      verb: 'plant',
      shown,
      attempt: { statement: insert(newOwn) },
      // A key that is there already is refused behind the policy.
      read: (answer) => ({ leak: false, control: done(answer) || answer.code === '23505' }),
      isControl: true,
    },
  ];
}

function planMove(subject: Subject): readonly Probe[] {
  const { deciding, foreignRow, own, ownRow, rights, table } = subject;
  if (own.length === 0 || ownRow === undefined || foreignRow === undefined) return [];
  const keys = [...new Set(table.foreignKeys.flatMap(({ columns }) => columns))];
  const all = [...new Set([...deciding.flat(), ...keys])];
  const ways = deciding.flatMap((columns) => (all.length > columns.length ? [columns, all] : [columns]));
  return ways
    .filter((columns) => columns.every((name) => rights.updateColumns.includes(name)))
    .filter((columns) => columns.some((name) => ownRow[name] !== foreignRow[name] && foreignRow[name] !== null))
    .flatMap((columns) => movesOf(subject, columns, { ownRow, foreignRow }));
}

function movesOf(
  subject: Subject,
  columns: readonly string[],
  { foreignRow, ownRow }: { readonly ownRow: Values; readonly foreignRow: Values },
): readonly Probe[] {
  const { table } = subject;
  const set = (row: Values) =>
    `update ${table.sql} set ${columns.map((name) => `${identifier(name)} = ${valueSql(table, name, row[name] ?? null)}`).join(', ')}`;
  const shown = `update ${table.label} set ${columns.map((name) => `${name} = …`).join(', ')}`;
  const where = whereIs(table, ownRow);
  const read = touched(subject);
  const move = (statement: string, text: string): Probe => ({
    verb: 'move',
    shown: text,
    attempt: { statement, ...arrivals(table, columns, foreignRow) },
    read: (answer) => ({ leak: arrived(answer), control: false }),
  });
  return [
    // With a condition the new row must also be one that its writer may see, which hides a policy that checks nothing.
    move(set(foreignRow), shown),
    ...(where === undefined
      ? []
      : [move(`${set(foreignRow)} where ${where}`, `${shown} where ${table.primaryKey.join(', ')} = …`)]),
    {
      verb: 'move',
      shown,
      attempt: { statement: set(ownRow), look: look(subject) },
      read: (answer) => ({ leak: false, control: read(answer).control }),
      isControl: true,
    },
  ];
}
