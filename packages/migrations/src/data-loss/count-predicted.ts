import { literal, type Session, textArray } from '@lockstep/postgres';
import { isForbidden, isTooSlow, type Loss, measure } from './losses.ts';
import type { OwnRows } from './own-rows.ts';
import type { Prediction } from './predict.ts';
import { type Relations, readRelations } from './relations.ts';
import { readSequences, sequencesLost } from './sequences.ts';
import { type Meaning, simulate } from './simulate.ts';
import type { Threat } from './threats.ts';

/**
 * Counts what is there now of the user data that predictions name. Takes no lock, so that it is only a preview;
 * undefined where policies hide rows from this role, or it may not read: then only the run itself tells. Undefined as
 * well where one count takes longer than `withinMs`.
 */
export async function countPredicted(
  session: Session,
  deletes: readonly Prediction[],
  own: OwnRows | undefined,
  withinMs?: number,
): Promise<Loss[] | undefined> {
  if (deletes.length === 0) return [];
  const limit = withinMs === undefined ? '' : `; set local statement_timeout = ${withinMs}`;
  await session.rows(`begin read only; set local row_security = off${limit}`);
  try {
    const { meaning, threats } = await foresee(session, deletes);
    const losses: Loss[] = [];
    for (const threat of threats) {
      const loss = await measure(session, threat, own);
      if (loss !== undefined) losses.push(loss);
    }
    const dropped = [
      ...deletes.flatMap((take) => (take.kind === 'sequence' ? meaning(take) : [])),
      ...(await identitiesOf(session, deletes, meaning)),
    ];
    const sequences = dropped.length === 0 ? new Map() : await readSequences(session, dropped);
    return [...losses, ...(await sequencesLost(session, sequences, new Map(), own))];
  } catch (error) {
    if (!isForbidden(error) && !(withinMs !== undefined && isTooSlow(error))) throw error;
    return undefined;
  } finally {
    if (!session.lost) await session.send('rollback');
  }
}

/** The sequences that number columns which stay. */
async function identitiesOf(
  session: Session,
  deletes: readonly Prediction[],
  meaning: Meaning,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const take of deletes) {
    if (take.kind !== 'identity') continue;
    const rows = await session.rows(`
      select d.objid from pg_catalog.pg_depend d join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
       where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
         and d.deptype = 'i' and d.refobjid = any ('{${meaning(take).join(',')}}'::pg_catalog.oid[]) and a.attname = ${literal(take.column)}`);
    found.push(...rows.map((row) => row[0] ?? ''));
  }
  return found;
}

/** What predictions are a threat to, as things are now, and how they would be then. Ask in a transaction. */
export async function foresee(session: Session, deletes: readonly Prediction[]): Promise<Foreseen> {
  const meant = await readMeaning(session, deletes);
  const meaning: Meaning = (take) => meant.get(keyOf(take)) ?? [];
  const before = await readRelations(session, [...new Set(deletes.flatMap(meaning))]);
  return { meaning, before, ...simulate(before, deletes, meaning) };
}

interface Foreseen {
  readonly meaning: Meaning;
  readonly threats: readonly Threat[];
  readonly before: Relations;
  readonly after: Relations;
}

/**
 * Whether a table that loses columns is also the type of columns elsewhere, in which values change then: that only the
 * run can count.
 */
export async function reachesOthers(session: Session, deletes: readonly Prediction[]): Promise<boolean> {
  const names = deletes.flatMap((take) => (take.kind === 'column' || take.kind === 'type' ? [take.table] : []));
  if (names.length === 0) return false;
  const [row] = await session.rows(`
    select exists (select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_type y on y.oid = c.reltype
      join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass
       and d.refobjid in (y.oid, y.typarray) and d.deptype = 'n'
       and d.classid in ('pg_catalog.pg_class'::pg_catalog.regclass, 'pg_catalog.pg_type'::pg_catalog.regclass)
     where ${isNamed(names)})`);
  return row?.[0] === 't';
}

/**
 * Relations `c` in schemas `n` of these names. By the name alone as well, of which the catalog has an index; where a name
 * holds dots itself, all that it may be.
 */
function isNamed(names: readonly string[]): string {
  const last = names.flatMap((name) => name.split('.').map((_part, nth, parts) => parts.slice(nth).join('.')));
  return `c.relname = any (${textArray(last)}) and n.nspname || '.' || c.relname = any (${textArray(names)})`;
}

function keyOf(take: Prediction): string {
  if (take.kind === 'schema') return `schema ${take.schema}`;
  return take.kind === 'sequence' ? take.sequence : take.table;
}

/** What the names of predictions mean, by key; a partitioned table means its partitions. */
async function readMeaning(
  session: Session,
  deletes: readonly Prediction[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const schemas = deletes.flatMap((take) => (take.kind === 'schema' ? [take.schema] : []));
  const ofSchemas = `union
      select 'schema ' || n.nspname, c.oid
        from pg_catalog.pg_namespace n join pg_catalog.pg_class c on n.oid = c.relnamespace
       where n.nspname = any (${textArray(schemas)})`;
  const rows = await session.rows(`
    with recursive meant (key, oid) as (
      select n.nspname || '.' || c.relname, c.oid
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where ${isNamed(deletes.map(keyOf))}
      ${schemas.length === 0 ? '' : ofSchemas}
      union
      select meant.key, c.oid from meant
        join pg_catalog.pg_inherits i on i.inhparent = meant.oid
        join pg_catalog.pg_class c on c.oid = i.inhrelid and c.relispartition)
    select key, oid from meant`);
  const meant = new Map<string, string[]>();
  for (const [key, oid] of rows) {
    const list = meant.get(key ?? '');
    if (list === undefined) meant.set(key ?? '', [oid ?? '']);
    else list.push(oid ?? '');
  }
  return meant;
}
