import type { Session } from '../connection/session.ts';
import { CATALOG } from './catalog.ts';
import { CATALOG_FUNCTIONS, catalogTables } from './catalog-words.ts';

/** Every object of a database by its identity, with its definition, one fact a line. */
export type Schema = ReadonlyMap<string, readonly string[]>;

const PREPARE = `set local search_path = ''; set local jit = off; ${CATALOG_FUNCTIONS}`;

/** Reads the schema that the session's database has, but for the schemas named in `without`. Leaves nothing behind. */
export async function readSchema(session: Session, without: readonly string[] = []): Promise<Schema> {
  await session.rows(`begin; ${PREPARE}`);
  try {
    return await read(session, without);
  } finally {
    if (!session.lost) await session.send('rollback');
  }
}

/** As readSchema, within the session's own transaction, which must be one that can write (functions of its own). */
export async function readSchemaWithin(session: Session, without: readonly string[] = []): Promise<Schema> {
  await session.rows(PREPARE);
  return read(session, without);
}

async function read(session: Session, without: readonly string[]): Promise<Schema> {
  const rows = await session.rows(catalogTables(without) + CATALOG.join(' union all '));
  const found = rows.map(([object, nth, line]) => ({ object: object ?? '', nth: Number(nth), line: line ?? '' }));
  found.sort((a, b) => order(a.object, b.object) || a.nth - b.nth || order(a.line, b.line));
  const schema = new Map<string, string[]>();
  for (const { object, line } of found) {
    const lines = schema.get(object);
    if (lines === undefined) schema.set(object, line.split('\n'));
    else lines.push(...line.split('\n'));
  }
  return schema;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How an object differs: its lines with `-` where only the first schema has them, `+` where only the second. */
export interface Difference {
  readonly object: string;
  readonly kind: 'missing' | 'extra' | 'changed';
  readonly lines: readonly string[];
}

/** What must change in `before` to become `after`, object by object. Empty where they are the same. */
export function compareSchemas(before: Schema, after: Schema): Difference[] {
  const objects = [...new Set([...before.keys(), ...after.keys()])].sort(order);
  return objects.flatMap((object): Difference[] => {
    const old = before.get(object);
    const now = after.get(object);
    if (old === undefined) return [{ object, kind: 'extra', lines: (now ?? []).map((line) => `+ ${line}`) }];
    if (now === undefined) return [{ object, kind: 'missing', lines: old.map((line) => `- ${line}`) }];
    const lines = [
      ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
      ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
    ];
    const same = old.length === now.length && old.every((line, i) => line === now[i]);
    return same ? [] : [{ object, kind: 'changed', lines: lines.length > 0 ? lines : ['the order of its lines'] }];
  });
}
