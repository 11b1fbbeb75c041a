import { identifier, type Session, SqlError } from '@lockstep/postgres';
import { countLastCopies } from './last-copies.ts';
import { foreignRow, foreignValue, isMade, type OwnRows } from './own-rows.ts';
import type { Column, Relation } from './relations.ts';
import type { Threat } from './threats.ts';

/** User data that a down migration would delete. */
export interface Loss {
  /**
   * `values`: rows that it overwrites. `numbers`: what a sequence gives again. `foreign`: rows elsewhere, which cannot be counted. `unseen`: nobody can look at
   * it beforehand.
   */
  readonly kind: Threat['kind'] | 'values' | 'numbers' | 'untestable';
  /** `public.notes`, or `public.notes.body`; of what is unseen the statement. */
  readonly object: string;
  /** How many rows lose something; at most `COUNTED`. */
  readonly rows: number;
  /** There are more than that. */
  readonly more: boolean;
}

/** Counting stops here: whether it is a thousand rows or a million makes no difference, and the lock is held meanwhile. */
export const COUNTED = 1_000;

/** A loss of so many rows; none of none. */
export function lossOf(kind: Loss['kind'], object: string, rows: number): Loss | undefined {
  return rows <= 0 ? undefined : { kind, object, rows: Math.min(rows, COUNTED), more: rows > COUNTED };
}

/**
 * Counts the user data that a threat is to. For certainty, ask where nobody else can write: in a transaction that holds
 * the lock. Of rows that a statement deletes or overwrites, all that are there count: which ones it takes shows only when it
 * is done (see takeRowSnapshot).
 */
export async function measure(session: Session, threat: Threat, own: OwnRows | undefined): Promise<Loss | undefined> {
  const { relation } = threat;
  if (threat.kind === 'foreign') return { kind: 'foreign', object: relation.name, rows: 0, more: true };
  if (relation.kind === 'view') return lossOf(threat.kind, relation.name, await countLastCopies(session, relation));
  const object = 'column' in threat ? `${relation.name}.${threat.column.name}` : relation.name;
  const rows = await countUpTo(
    session,
    relation,
    lossCondition(threat, own),
    'column' in threat ? threat.column : undefined,
  );
  return lossOf(threat.kind, object, rows);
}

/** SQL that is true of a row `t` in which a threat takes something away that is not the migrations' own. */
export function lossCondition(threat: Exclude<Threat, { kind: 'foreign' }>, own: OwnRows | undefined): string {
  switch (threat.kind) {
    case 'table':
    case 'rows':
    case 'refresh':
    case 'unlogged':
      return foreignRow(own, threat.relation);
    case 'column': {
      const value = isMade(own, threat.relation, threat.attnum) ? ownValue(threat.column) : anyValue(threat.column);
      return `${value} and ${foreignValue(own, threat.relation, threat.attnum)}`;
    }
    case 'type': {
      const column = `t.${identifier(threat.column.name)}`;
      return `${column}::${threat.to}::${threat.column.type}::text is distinct from ${column}::text`;
    }
  }
}

/** A value, and not the one that a column gives by itself, which the migration made. */
function ownValue(column: Column): string {
  if (!isConstant(column.defaultSql)) return anyValue(column);
  return `t.${identifier(column.name)}::text is distinct from (${column.defaultSql})::${column.type}::text`;
}

/** A value; where a column gives one by itself, somebody has put null in its place. */
function anyValue({ defaultSql, name }: Column): string {
  return defaultSql === '' || /^NULL\b/i.test(defaultSql) ? `t.${identifier(name)} is not null` : 'true';
}

/** A literal with casts, as pg_get_expr writes it; anything that calls something may differ from row to row. */
export function isConstant(sql: string): boolean {
  return /^\(?(-?\d+(\.\d+)?|E?'([^']|'')*'|true|false|ARRAY\[\])\)?(::[\w ".]+(\(\d+(,\d+)?\))?(\[\])*)*$/i.test(sql);
}

async function countUpTo(
  session: Session,
  relation: Relation,
  condition: string,
  column: Column | undefined,
): Promise<number> {
  const query = (where: string) =>
    `select count(*) from (select from only ${relation.name} t where ${where} limit ${COUNTED + 1}) as counted`;
  await session.rows('savepoint lockstep_count');
  try {
    const [row] = await session.rows(query(condition));
    await session.rows('release lockstep_count');
    return Number(row?.[0]);
  } catch (error) {
    // A cast that does not exist, or that a value does not survive: then every value is at stake.
    if (!isBadCast(error) || column === undefined) throw error;
    await session.rows('rollback to lockstep_count');
    const [row] = await session.rows(query(`t.${identifier(column.name)} is not null`));
    return Number(row?.[0]);
  }
}

/** A data exception, or a name or a cast that is not there; not a missing right. */
export function isBadCast(error: unknown): boolean {
  return error instanceof SqlError && /^(22|42)/.test(error.server.code) && !isForbidden(error);
}

/** Row security is one of the reasons, where policies would hide rows. */
export function isForbidden(error: unknown): boolean {
  return error instanceof SqlError && error.server.code === '42501';
}

/** The server's own limit for a statement, or for a lock, has passed. */
export function isTooSlow(error: unknown): boolean {
  return error instanceof SqlError && (error.server.code === '57014' || error.server.code === '55P03');
}

const WORDS: Readonly<Record<Exclude<Loss['kind'], 'untestable' | 'foreign' | 'numbers'>, string>> = {
  table: 'table',
  column: 'column',
  type: 'values of column',
  rows: 'rows of table',
  values: 'overwritten rows of table',
  refresh: 'rows that only this materialized view still has:',
  unlogged: 'after the next server crash, since it is unlogged, the rows of table',
};

/** `table public.notes (3 rows), column public.users.bio (more than 1000 rows)`. */
export function describeLosses(losses: readonly Loss[]): string {
  return losses
    .map(({ kind, more, object, rows }) => {
      if (kind === 'untestable') return `data that ${object} may delete, which cannot be tested beforehand`;
      if (kind === 'numbers') return `the position of sequence ${object}, which would assign the same numbers again`;
      if (kind === 'foreign') return `rows of the foreign table ${object}, which cannot be counted`;
      return `${WORDS[kind]} ${object} (${more ? 'more than ' : ''}${rows} row${rows === 1 ? '' : 's'})`;
    })
    .join(', ');
}
