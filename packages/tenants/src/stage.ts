import { identifier, type Session } from '@lockstep/postgres';
import type { Catalog, Table } from './catalog/types.ts';
import { filled, type Identity, type Intent } from './intent.ts';
import { type Actor, actorOf } from './probe/actor.ts';
import { placesOf } from './refuse.ts';
import type { Values } from './seed/choose-row.ts';
import { type Kinship, kinshipOf } from './seed/kinship.ts';
import { isByHash, Seeder, valueSql } from './seed/seeder.ts';
import { idOf, isRow, newPerson, newTenant, type Person, type Row, type Tenant } from './seed/world.ts';

/** Two of each in a tenant: what one may not see of the other can be asked for as well. */
const PEOPLE = [1, 2];

export interface Stage {
  readonly catalog: Catalog;
  readonly kinship: Kinship;
  readonly seeder: Seeder;
  readonly tenants: readonly [Tenant, Tenant];
  /** Tables whose rows are probed for: those of the schemas that were named. */
  readonly probed: readonly Table[];
}

export function setStage(session: Session, catalog: Catalog, intent: Intent): Stage {
  const kinship = kinshipOf(catalog.tables, intent);
  const seeder = new Seeder(session, { tables: catalog.tables, intent, kinship });
  const isProbed = (table: Table) =>
    intent.schemas.includes(table.schema) ||
    (table.label === 'storage.objects' && Object.keys(intent.buckets).length > 0);
  return {
    catalog,
    kinship,
    seeder,
    tenants: [newTenant('A'), newTenant('B')],
    probed: catalog.tables.filter(isProbed),
  };
}

/** Puts in every row of a tenant, and says why some tables have none. */
export async function seedTenant(stage: Stage, tenant: Tenant, intent: Intent): Promise<ReadonlyMap<string, string>> {
  const { catalog, kinship, seeder } = stage;
  const identities = intent.identities.filter(({ isUser }) => isUser);
  const users = catalog.tables.find(({ label }) => label === intent.userTable);
  const root = catalog.tables.find(({ label }) => label === intent.tenantTable);
  for (const identity of identities) for (const _ of PEOPLE) tenant.people.push(newPerson(tenant, identity));
  const first = [...(users === undefined ? [] : [users]), ...(root === undefined ? [] : [root])];
  const member = catalog.tables.filter(({ label }) => label === intent.membership?.table);
  const problems = new Map<string, string>();
  // Also of schemas that no one comes into: views and functions show their rows.
  const platform = (table: Table) => ['auth', 'storage', 'realtime', 'vault'].includes(table.schema);
  const rest = catalog.tables.filter((table) => stage.probed.includes(table) || !platform(table));
  const wanted = [...first, ...member, ...rest.filter((table) => ![...first, ...member].includes(table))];
  // A partition gets a row of its own where that of the whole table went into another one.
  const inOrder = [
    ...wanted.filter(({ parent }) => parent === null),
    ...wanted.filter(({ parent }) => parent !== null),
  ];
  for (const table of inOrder) {
    const people = kinship.isOfUser(table) ? tenant.people : tenant.people.slice(0, 1);
    for (const person of people) {
      if (table.parent !== null && needsNoRow(stage, table, person)) continue;
      for (const bucket of bucketsOf(table, intent)) {
        const seeded = await seeder.rowOf(table, person, bucket);
        if (!isRow(seeded)) problems.set(table.label, seeded.why);
      }
    }
  }
  return problems;
}

/** Which objects of Storage: those of each bucket are kept apart by themselves. Of any other table all rows at once. */
export function bucketsOf(table: Table, intent: Intent): readonly (string | undefined)[] {
  return table.label === 'storage.objects' ? Object.keys(intent.buckets) : [undefined];
}

function needsNoRow(stage: Stage, table: Table, person: Person): boolean {
  const isDivided = stage.catalog.tables.some(({ parent }) => parent === table.oid);
  return isDivided || rowValues(stage, table, person) !== undefined || isByHash(table.checks);
}

/** Rows that are not there yet, for a table that somebody tries to plant rows in. */
export interface Fresh {
  readonly own: Values | undefined;
  readonly foreign: readonly Values[];
}

export async function freshRows(
  stage: Stage,
  table: Table,
  { bucket, person: actor }: { readonly person: Person | undefined; readonly bucket?: string | undefined },
): Promise<Fresh> {
  const { kinship, seeder, tenants } = stage;
  const like = tenants[1].people[0];
  if (like === undefined) return { own: undefined, foreign: [] };
  const foreign = await seeder.freshFor(table, like, bucket);
  if (actor === undefined) return { own: undefined, foreign: foreign === undefined ? [] : [foreign] };
  const own = await seeder.valuesFor(table, actor, bucket);
  const theirs = seeder.known(table, like, bucket);
  if (bucket !== undefined && own !== undefined) {
    // In the folder of the other tenant, and with the id of the user who puts it there.
    const words = { ...seeder.words(like), user: seeder.userId(actor), mark: actor.mark };
    const name = filled(seeder.intent.buckets[bucket] ?? '', words) as string;
    return { own, foreign: [...(foreign === undefined ? [] : [foreign]), { ...own, name }] };
  }
  const deciding = kinship.deciding(table).flat();
  const canMix =
    own !== undefined &&
    isRow(theirs) &&
    deciding.length > 0 &&
    Object.keys(own).some((name) => !deciding.includes(name));
  const mixed = canMix
    ? [{ ...own, ...Object.fromEntries(deciding.map((name) => [name, theirs.values[name] ?? null])) }]
    : [];
  return { own, foreign: [...(foreign === undefined ? [] : [foreign]), ...mixed] };
}

/** In whose name everything is tried: an identity, and the person of the first tenant that it is, if it is one. */
export interface Part {
  readonly identity: Identity;
  readonly actor: Actor;
  readonly person: Person | undefined;
}

/** Every identity, and for each role of users somebody who has signed up and belongs to no tenant. */
export function partsOf(stage: Stage, intent: Intent): readonly Part[] {
  const [mine] = stage.tenants;
  const parts = intent.identities.map((identity): Part => {
    const person = identity.isUser ? mine.people.find((one) => one.identity === identity) : undefined;
    const words = person === undefined ? { tenant: '', user: '', mark: '' } : stage.seeder.words(person);
    return { identity, actor: actorOf(identity, words), person };
  });
  const roles = [...new Set(intent.identities.filter(({ isUser }) => isUser).map(({ role }) => role))];
  return [
    ...parts,
    ...roles.map((role): Part => {
      const identity: Identity = {
        name: `${role} of no tenant`,
        role,
        isUser: true,
        claims: {},
        settings: {},
        memberRole: undefined,
      };
      const { mark, userId } = newPerson(mine, identity);
      return { identity, actor: actorOf(identity, { tenant: '', user: userId, mark }), person: undefined };
    }),
  ];
}

/** The places of rows that came with each tenant, triggers and all; and of what both share. */
export interface Places {
  readonly mine: ReadonlyMap<string, readonly string[]>;
  readonly others: ReadonlyMap<string, readonly string[]>;
}

export async function newPlaces(
  session: Session,
  tables: readonly Table[],
  before: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const now = await placesOf(session, tables);
  return new Map(
    [...now].map(([oid, keys]) => {
      const known = new Set(before.get(oid));
      return [oid, keys.filter((key) => !known.has(key))];
    }),
  );
}

/**
 * The places of both tenants once more, where rows of one are not in theirs any more: a trigger touched them while other
 * rows were put in, and what is new in a table is not only one tenant's.
 */
export async function settled(session: Session, stage: Stage, { mine, others }: Places): Promise<Places> {
  const again = { mine: new Map(mine), others: new Map(others) };
  for (const table of stage.probed) {
    const now = await placesNow(session, stage, table, { mine, others });
    again.mine.set(table.oid, now.mine);
    again.others.set(table.oid, now.others);
  }
  return again;
}

/** Where the rows of both tenants are in a table now: what was put in since may have fired a trigger that touched them. */
export async function placesNow(
  session: Session,
  stage: Stage,
  table: Table,
  { mine, others }: Places,
): Promise<{ readonly mine: readonly string[]; readonly others: readonly string[] }> {
  const there = new Set((await placesOf(session, [table])).get(table.oid));
  const known = { mine: mine.get(table.oid) ?? [], others: others.get(table.oid) ?? [] };
  if ([...known.mine, ...known.others].every((key) => there.has(key))) return known;
  const again = async (nth: 0 | 1, keys: readonly string[]) => {
    const found = await seededPlaces(session, stage, { table, tenant: stage.tenants[nth] });
    return found.length > 0 ? found : keys.filter((key) => there.has(key));
  };
  return { mine: await again(0, known.mine), others: await again(1, known.others) };
}

/** Where one row is now. */
export async function placeNow(session: Session, table: Table, row: Row): Promise<string> {
  const where = keyOf(table, row.values);
  if (where === undefined) return row.key;
  const [found] = await session.rows(`select tableoid::text || ctid::text from ${table.sql} where ${where}`);
  return found?.[0] ?? row.key;
}

function keyOf(table: Table, values: Values): string | undefined {
  const key = table.primaryKey;
  if (key.length === 0 || key.some((name) => typeof values[name] !== 'string')) return undefined;
  return key.map((name) => `${identifier(name)} = ${valueSql(table, name, values[name] ?? null)}`).join(' and ');
}

async function seededPlaces(
  session: Session,
  stage: Stage,
  { table, tenant }: { readonly table: Table; readonly tenant: Tenant },
): Promise<readonly string[]> {
  const rows = tenant.people.map((person) => rowValues(stage, table, person)).filter((row) => row !== undefined);
  const each = rows.map((row) => keyOf(table, row)).filter((one) => one !== undefined);
  if (each.length === 0) return [];
  const found = await session.rows(
    `select tableoid::text || ctid::text from ${table.sql} where ${each.map((one) => `(${one})`).join(' or ')}`,
  );
  return found.map(([place]) => place ?? '');
}

/** Of a whole table, what came with a tenant's first person: to compare with, and to copy from. */
export function rowValues(stage: Stage, table: Table, person: Person | undefined, bucket?: string): Values | undefined {
  if (person === undefined) return undefined;
  const own = stage.seeder.known(table, person, bucket);
  if (isRow(own)) return own.values;
  let whole = table;
  // The rows of a partition are those of the table that it is a part of, however deep.
  while (whole.parent !== null) {
    const parent = stage.catalog.tables.find(({ oid }) => oid === whole.parent);
    if (parent === undefined) return undefined;
    whole = parent;
  }
  const seeded = stage.seeder.known(whole, person);
  if (!isRow(seeded)) return undefined;
  return whole === table || seeded.key.startsWith(`${table.oid}(`) ? seeded.values : undefined;
}

export function rootId(stage: Stage, intent: Intent, person: Person): string {
  const root = stage.catalog.tables.find(({ label }) => label === intent.tenantTable);
  const row = root && stage.seeder.known(root, person);
  return root !== undefined && isRow(row) ? idOf(root, row) : '';
}
