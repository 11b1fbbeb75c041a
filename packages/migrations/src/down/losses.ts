import type { Session } from '../database/session.ts';
import { SqlError } from '../database/sql-error.ts';
import type { SideRecord } from '../history/record.ts';
import { identifier } from '../sql/quote.ts';
import type { Column, Relation, Threat } from './relations.ts';

/** User data that a way down would take away. */
export interface Loss {
  readonly kind: Threat['kind'];
  /** `public.notes`, or `public.notes.body`. */
  readonly object: string;
  /** How many rows lose something; at most `COUNTED`. */
  readonly rows: number;
  /** There are more than that. */
  readonly more: boolean;
}

/** Counting stops here: whether it is a thousand rows or a million makes no difference, and the lock is held meanwhile. */
export const COUNTED = 1_000;

/**
 * Which rows are the migrations' own: written in their transactions, on this very cluster, and not since. PostgreSQL
 * keeps in each row the transaction that wrote it (`xmin`, also after freezing); an update makes a new row with another
 * one. Own are the rows of the migration that goes down, and of the newer ones that go down with it.
 */
export interface OwnRows {
  /** The 32 bits of the transaction ids that rows show. */
  readonly xids: readonly number[];
  /** Transactions before this one had ended when the migration ran: what they wrote cannot know its columns. */
  readonly horizon: number;
}

/** Where ids of so many transactions later repeat, a row's id proves nothing. */
const EPOCH = 2n ** 31n;

/**
 * The own rows of a migration (`side`) and of those that go down with it, or undefined where they cannot be told:
 * another cluster (a restored copy has new ids), no single transaction, too long ago, or a contract migration since,
 * whose originals may be gone.
 */
export function ownRows(
  side: SideRecord,
  together: readonly SideRecord[],
  now: { readonly cluster: string | undefined; readonly currentXid: string; readonly contractSince: boolean },
): OwnRows | undefined {
  const { xminHorizon } = side;
  if (xminHorizon === undefined || side.cluster === undefined || side.cluster !== now.cluster) return undefined;
  const age = BigInt(now.currentXid) - BigInt(xminHorizon);
  if (now.contractSince || age < 0n || age >= EPOCH) return undefined;
  const low = (id: string) => Number(BigInt(id) & 0xffffffffn);
  const xids = [side, ...together].flatMap((each) =>
    each.xid === undefined || each.cluster !== now.cluster ? [] : [low(each.xid)],
  );
  return { xids, horizon: low(xminHorizon) };
}

/**
 * Counts the user data that a threat is to. For certainty, ask where nobody else can write: in a transaction that holds
 * the lock. What rows a statement deletes cannot be asked beforehand: see rowsLost.
 */
export async function measure(
  session: Session,
  threat: Exclude<Threat, { kind: 'rows' }>,
  own: OwnRows | undefined,
): Promise<Loss | undefined> {
  const { relation } = threat;
  const object = 'column' in threat ? `${relation.name}.${threat.column.name}` : relation.name;
  const rows = await countUpTo(
    session,
    relation,
    conditionOf(threat, own),
    'column' in threat ? threat.column : undefined,
  );
  if (rows === 0) return undefined;
  return { kind: threat.kind, object, rows: Math.min(rows, COUNTED), more: rows > COUNTED };
}

function conditionOf(threat: Exclude<Threat, { kind: 'rows' }>, own: OwnRows | undefined): string {
  switch (threat.kind) {
    case 'table':
      return foreignRow(own);
    case 'column':
      return `${ownValue(threat.column)} and ${writtenSince(own)}`;
    case 'type': {
      const column = `t.${identifier(threat.column.name)}`;
      return `${column}::${threat.to}::${threat.column.type}::text is distinct from ${column}::text`;
    }
  }
}

/** True for rows that are not the migration's own. */
function foreignRow(own: OwnRows | undefined): string {
  return own === undefined ? 'true' : notBy(own);
}

/** True for rows that were written after the migration: only those can hold a value that somebody put there. */
function writtenSince(own: OwnRows | undefined): string {
  if (own === undefined) return 'true';
  return `${notBy(own)} and pg_catalog.age(t.xmin) <= pg_catalog.age('${own.horizon}'::xid)`;
}

/** How many rows of a table are not the migration's own. Reads all of it. */
export async function countRows(session: Session, relation: Relation, own: OwnRows | undefined): Promise<number> {
  const [row] = await session.rows(`select count(*) from only ${relation.name} t where ${foreignRow(own)}`);
  return Number(row?.[0]);
}

function notBy({ xids }: OwnRows): string {
  return `(${xids.map((xid) => `t.xmin <> '${xid}'::xid`).join(' and ')})`;
}

/** A value, and not the one that the column gives by itself. */
function ownValue(column: Column): string {
  const name = `t.${identifier(column.name)}`;
  if (!isConstant(column.defaultSql)) return `${name} is not null`;
  return `${name} is not null and ${name}::text is distinct from (${column.defaultSql})::text`;
}

/** A literal with casts, as pg_get_expr writes it; anything that calls something may differ from row to row. */
export function isConstant(sql: string): boolean {
  return /^\(?(-?\d+(\.\d+)?|E?'([^']|'')*'|true|false)\)?(::[\w "]+(\(\d+(,\d+)?\))?(\[\])*)*$/i.test(sql);
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
    if (!(error instanceof SqlError) || column === undefined || !/^(22|42)/.test(error.server.code)) throw error;
    await session.rows('rollback to lockstep_count');
    const [row] = await session.rows(query(`t.${identifier(column.name)} is not null`));
    return Number(row?.[0]);
  }
}

/** `table public.notes (3 rows), column public.users.bio (more than 1000 rows)`. */
export function describeLosses(losses: readonly Loss[]): string {
  const words = { table: 'table', column: 'column', type: 'values of column', rows: 'rows of table' };
  return losses
    .map(
      ({ kind, more, object, rows }) =>
        `${words[kind]} ${object} (${more ? 'more than ' : ''}${rows} row${rows === 1 ? '' : 's'})`,
    )
    .join(', ');
}
