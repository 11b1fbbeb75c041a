import { identifier, literal, type Session, SqlError } from '@lockstep/postgres';
import { type ForeignKey, isBound, type Table } from '../catalog/types.ts';
import { filled, type Intent } from '../intent.ts';
import { tokenOf } from '../probe/actor.ts';
import { chooseRow, type Values } from './choose-row.ts';
import type { Kinship } from './kinship.ts';
import { shownBy } from './shown.ts';
import {
  idOf,
  isRow,
  type NotSeeded,
  newPerson,
  type Person,
  type Row,
  type Seeded,
  salt,
  type World,
} from './world.ts';

const TRIES = 3;
const UNIQUE = '23505';

type Put = Row | (NotSeeded & { readonly code: string });

export interface SeedPlan {
  readonly tables: readonly Table[];
  readonly intent: Intent;
  readonly kinship: Kinship;
}

/** Puts rows in, what they refer to first, as the session's own role and with every trigger on. */
export class Seeder {
  readonly #session: Session;
  readonly #plan: SeedPlan;
  readonly #byOid: ReadonlyMap<string, Table>;
  readonly #shared: World = { mark: 'shared', rows: new Map() };

  constructor(session: Session, plan: SeedPlan) {
    this.#session = session;
    this.#plan = plan;
    this.#byOid = new Map(plan.tables.map((table) => [table.oid, table]));
  }

  get intent(): Intent {
    return this.#plan.intent;
  }

  /** The row of a table that belongs to somebody; put in, with all it needs, where it is not there yet. */
  async rowOf(table: Table, person: Person, bucket?: string): Promise<Seeded> {
    const world = this.worldOf(table, person);
    const place = placeIn(table, bucket);
    const known = world.rows.get(place);
    if (known === 'under way') return { why: 'foreign keys that must not be null lead in a circle', isCircle: true };
    if (known !== undefined) return known;
    world.rows.set(place, 'under way');
    const seeded = await this.#make(table, person, bucket);
    if (!isRow(seeded) && seeded.isCircle === true) world.rows.delete(place);
    else world.rows.set(place, seeded);
    return seeded;
  }

  worldOf(table: Table, person: Person): World {
    const { kinship } = this.#plan;
    if (!kinship.isOfTenant(table)) return this.#shared;
    return kinship.isOfUser(table) ? person : person.tenant;
  }

  /** What is known of it, without putting anything in. */
  known(table: Table, person: Person, bucket?: string): Seeded | undefined {
    const seeded = this.worldOf(table, person).rows.get(placeIn(table, bucket));
    return seeded === 'under way' ? undefined : seeded;
  }

  /** A row that could be put in next, for somebody of whom there is no row yet. */
  async freshFor(table: Table, like: Person, bucket?: string): Promise<Values | undefined> {
    return this.valuesFor(table, newPerson(like.tenant, like.identity), bucket);
  }

  /** A row of somebody's that is not put in; undefined where something it needs cannot be. */
  async valuesFor(table: Table, person: Person, bucket?: string): Promise<Values | undefined> {
    const given = await this.#given(table, person, bucket);
    return 'why' in given ? undefined : chooseRow(this.#session, this.#model(table), given.values, salt(person));
  }

  /** What is put in place of `{tenant}`, `{user}` and `{mark}`. */
  words(person: Person): Readonly<Record<string, string>> {
    const root = this.#plan.tables.find(({ label }) => label === this.#plan.intent.tenantTable);
    const row = root && this.known(root, person);
    const tenant = root !== undefined && isRow(row) ? idOf(root, row) : '';
    return { tenant, user: this.userId(person), mark: person.mark };
  }

  userId(person: Person): string {
    const users = this.#plan.tables.find(({ label }) => label === this.#plan.intent.userTable);
    const row = users && person.rows.get(users.oid);
    return users !== undefined && row !== 'under way' && isRow(row) ? idOf(users, row) : person.userId;
  }

  async #make(table: Table, person: Person, bucket: string | undefined): Promise<Seeded> {
    const fixture = this.#plan.intent.fixtures[table.label];
    const given = await this.#given(table, person, bucket);
    if ('why' in given) return given;
    if (fixture !== undefined) return this.#fromFixture(table, filled(fixture, this.words(person)) as string);
    const shown = { ...this.#shown(table), ...given.values };
    const put = await this.#choose(table, person, shown, given.values);
    // A state that the policies name and the constraints do not allow with the rest: as it would be without.
    const isSame = Object.keys(shown).length === Object.keys(given.values).length;
    return isRow(put) || isSame ? put : await this.#choose(table, person, given.values, given.values);
  }

  /** Not of users and members: what they are is the intent's to say. */
  #shown(table: Table): Values {
    const { intent, kinship } = this.#plan;
    if ([intent.userTable, intent.membership?.table, 'storage.objects'].includes(table.label)) return {};
    const keys = table.foreignKeys.flatMap(({ columns }) => columns);
    return shownBy(table, [...kinship.deciding(table).flat(), ...kinship.userColumns(table), ...keys]);
  }

  async #choose(table: Table, person: Person, wanted: Values, given: Values): Promise<Seeded> {
    let problem = '';
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const values = await chooseRow(this.#session, this.#model(table), wanted, salt(this.worldOf(table, person)));
      const put = await this.#insert(`insert into ${table.sql} ${insertList(table, values)}`, table, person);
      if (isRow(put)) return put;
      problem = put.why;
      if (put.code !== UNIQUE) break;
      const there = await this.#alreadyThere(table, values, given);
      if (there !== undefined) return there;
    }
    return { why: problem };
  }

  /** Where it is refused, once more with the token of the person: triggers and defaults may ask who it is. */
  async #insert(sql: string, table: Table, person: Person): Promise<Put> {
    const put = await this.#put(sql, table);
    if (isRow(put) || put.code === UNIQUE || !person.identity.isUser) return put;
    const { leave, take } = tokenOf(person.identity, this.words(person));
    await this.#session.rows(take);
    const again = await this.#put(sql, table);
    await this.#session.rows(leave);
    return isRow(again) ? again : put;
  }

  /** A table that is divided takes only rows that one of its partitions takes: the first. */
  #model(table: Table): Table {
    const part = this.#plan.tables.find(({ checks, parent }) => parent === table.oid && !isByHash(checks));
    if (part === undefined) return table;
    const bounds = this.#model(part).checks.filter((check) => !table.checks.includes(check) && isBound(check));
    return { ...table, checks: [...table.checks, ...bounds] };
  }

  /** What a row must hold to belong to somebody: what it refers to, and what says the tenant and user without referring. */
  async #given(table: Table, person: Person, bucket?: string): Promise<{ readonly values: Values } | NotSeeded> {
    const { intent, kinship } = this.#plan;
    const values: Record<string, string | null> = {};
    for (const key of table.foreignKeys) {
      const found = await this.#refer(table, key, person);
      if ('why' in found) return found;
      for (const [name, value] of Object.entries(found.values)) values[name] ??= value;
    }
    const words = this.words(person);
    const isKey = (name: string) => table.foreignKeys.some(({ columns }) => columns.includes(name));
    for (const name of kinship.userColumns(table)) if (!isKey(name)) values[name] = words['user'] ?? '';
    for (const name of kinship.tenantColumns(table)) if (!isKey(name)) values[name] = words['tenant'] ?? '';
    if (table.label === intent.userTable) Object.assign(values, userRow(table, person));
    const role = intent.membership?.roleColumn;
    if (table.label === intent.membership?.table && role !== undefined && person.identity.memberRole !== undefined)
      values[role] = person.identity.memberRole;
    if (table.label === 'storage.objects') Object.assign(values, await this.#bucketObject(person, bucket));
    return { values };
  }

  async #refer(table: Table, key: ForeignKey, person: Person): Promise<{ readonly values: Values } | NotSeeded> {
    const isLoose = key.columns.some((name) => !table.columns.find((column) => column.name === name)?.notNull);
    const none = Object.fromEntries(
      key.columns
        .filter((name) => !table.columns.find((column) => column.name === name)?.notNull)
        .map((name) => [name, null]),
    );
    const target = this.#byOid.get(key.target);
    if (target === undefined || target === table) return isLoose ? { values: none } : { values: {} };
    const row = await this.rowOf(target, person);
    if (!isRow(row))
      return isLoose
        ? { values: none }
        : { why: `needs a row of ${target.label}: ${row.why}`, isCircle: row.isCircle === true };
    return {
      values: Object.fromEntries(
        key.columns.map((name, at) => [name, row.values[key.targetColumns[at] ?? ''] ?? null]),
      ),
    };
  }

  async #bucketObject(person: Person, wanted: string | undefined): Promise<Values> {
    const { buckets } = this.#plan.intent;
    const bucket = wanted ?? Object.keys(buckets)[0] ?? '';
    const pattern = buckets[bucket];
    if (pattern === undefined) return {};
    await this.#session.rows(
      `insert into storage.buckets (id, name) values (${literal(bucket)}, ${literal(bucket)}) on conflict do nothing`,
    );
    const user = this.userId(person);
    return { bucket_id: bucket, name: filled(pattern, this.words(person)) as string, owner: user, owner_id: user };
  }

  async #put(sql: string, table: Table): Promise<Put> {
    const { columns } = table;
    const result = await this.#guarded(
      `${sql} returning tableoid::text || ctid::text${columns.map(({ name }) => `, ${identifier(name)}::text`).join('')}`,
    );
    if ('error' in result)
      return { why: result.error.message, code: result.error instanceof SqlError ? result.error.server.code : '' };
    const [row] = result.rows;
    if (row === undefined) return { why: 'a trigger or rule put the row somewhere else', code: '' };
    return {
      key: row[0] ?? '',
      values: Object.fromEntries(columns.map(({ name }, at) => [name, row[at + 1] ?? null])),
    };
  }

  /** A trigger has made it (a profile for every user): it is taken, and told whose it is. */
  async #alreadyThere(table: Table, values: Values, given: Values): Promise<Row | undefined> {
    for (const unique of table.uniques) {
      if (!unique.every((name) => typeof values[name] === 'string')) continue;
      const where = unique
        .map((name) => `${identifier(name)} = ${valueSql(table, name, values[name] ?? null)}`)
        .join(' and ');
      const set = Object.keys(given).map(
        (name) => `${identifier(name)} = ${valueSql(table, name, given[name] ?? null)}`,
      );
      const assign =
        set.length > 0 ? set.join(', ') : `${identifier(unique[0] ?? '')} = ${identifier(unique[0] ?? '')}`;
      const put = await this.#put(`update ${table.sql} set ${assign} where ${where}`, table);
      if (isRow(put)) return put;
    }
    return undefined;
  }

  async #fromFixture(table: Table, sql: string): Promise<Seeded> {
    const keys = `select tableoid::text || ctid::text from ${table.sql}`;
    const before = new Set((await this.#session.rows(keys)).map(([key]) => key));
    const ran = await this.#guarded(sql);
    if ('error' in ran) return { why: `its fixture: ${ran.error.message}` };
    const { columns } = table;
    const rows = await this.#session.rows(
      `select tableoid::text || ctid::text${columns.map(({ name }) => `, ${identifier(name)}::text`).join('')} from ${table.sql}`,
    );
    const row = rows.find(([key]) => !before.has(key ?? null));
    if (row === undefined) return { why: 'its fixture put in no row' };
    return {
      key: row[0] ?? '',
      values: Object.fromEntries(columns.map(({ name }, at) => [name, row[at + 1] ?? null])),
    };
  }

  async #guarded(sql: string) {
    await this.#session.rows('savepoint lockstep_seed');
    const result = await this.#session.send(sql, { keepRows: true });
    if (result.ok) {
      await this.#session.rows('release savepoint lockstep_seed');
      return { rows: result.reply.rows };
    }
    if (this.#session.lost) throw result.error;
    await this.#session.rows('rollback to savepoint lockstep_seed; release savepoint lockstep_seed');
    return { error: result.error };
  }
}

/** Which partition a row is in follows from the hash of its key: none can be made for a certain one. */
export function isByHash(checks: Table['checks']): boolean {
  return checks.some(({ expression }) => expression.includes('satisfies_hash_partition('));
}

/** Objects of each bucket are rows of their own. */
function placeIn({ oid }: Table, bucket: string | undefined): string {
  return bucket === undefined ? oid : `${oid} ${bucket}`;
}

function userRow(table: Table, person: Person): Values {
  const has = (name: string) => table.columns.some((column) => column.name === name);
  const key = table.columns.find(({ name }) => name === table.primaryKey[0]);
  return {
    ...(key?.type === 'uuid' ? { [key.name]: person.userId } : {}),
    ...(has('email') ? { email: `${person.mark}@example.test` } : {}),
  };
}

/** A value of a column, as SQL. */
export function valueSql(table: Table, name: string, value: string | null): string {
  const type = table.columns.find((column) => column.name === name)?.declared ?? 'text';
  return value === null ? 'null' : `${literal(value)}::${type}`;
}

/** `(columns) values (…)` of an insert. */
export function insertList(table: Table, values: Values): string {
  const names = Object.keys(values);
  if (names.length === 0) return 'default values';
  return `(${names.map(identifier).join(', ')}) values (${names.map((name) => valueSql(table, name, values[name] ?? null)).join(', ')})`;
}
