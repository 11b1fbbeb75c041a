import { randomBytes, randomUUID } from 'node:crypto';
import type { Table } from '../catalog/types.ts';
import type { Identity } from '../intent.ts';
import type { Salt } from './values.ts';

/** A row that was put in. */
export interface Row {
  readonly values: Readonly<Record<string, string | null>>;
  /** Where it is: the table that holds it and its place there. */
  readonly key: string;
}

/** A table whose row could not be put in, and why. */
export interface NotSeeded {
  readonly why: string;
  /** What it refers to is under way: once that is there, it can be tried again. */
  readonly isCircle?: boolean;
}

export type Seeded = Row | NotSeeded;

export function isRow(seeded: Seeded | undefined): seeded is Row {
  return seeded !== undefined && 'key' in seeded;
}

/** What rows are shared by: a tenant, one user of it, or everybody. */
export interface World {
  readonly mark: string;
  readonly rows: Map<string, Seeded | 'under way'>;
}

export interface Tenant extends World {
  readonly name: string;
  readonly people: Person[];
}

export interface Person extends World {
  readonly tenant: Tenant;
  readonly identity: Identity;
  readonly userId: string;
}

let made = 0;

export function salt(world: World): Salt {
  made += 1;
  return { mark: `${world.mark}n${made}`, number: made };
}

export function newTenant(name: string): Tenant {
  return { name, mark: newMark(), rows: new Map(), people: [] };
}

export function newPerson(tenant: Tenant, identity: Identity): Person {
  return { tenant, identity, userId: randomUUID(), mark: newMark(), rows: new Map() };
}

export function newMark(): string {
  return `m${randomBytes(4).toString('hex')}`;
}

/** The first column of the primary key, or the first one: what others refer to. */
export function idOf(table: Table, row: Row): string {
  return row.values[table.primaryKey[0] ?? table.columns[0]?.name ?? ''] ?? '';
}
