import { type Session, SqlError } from '@lockstep/postgres';
import { entriesOf } from './script-entries.ts';

/** A statement of a script that the server refused, by the object that it is about. */
export interface Refusal {
  readonly object: string;
  readonly error: SqlError;
}

/** Runs a script of pg_dump as one transaction. Throws SqlError or ConnectionLost. */
export async function runScript(session: Session, script: string): Promise<void> {
  const result = await session.send(`begin;\n${script}\ncommit;`);
  if (result.ok) return;
  if (!session.lost) await session.send('rollback');
  throw result.error;
}

/**
 * Runs a script of pg_dump entry by entry, and goes on behind one that is refused: for a server that lacks something that
 * some of them need. In one transaction, so that a run that is killed leaves nothing of it. Throws ConnectionLost.
 */
export async function runEntries(session: Session, script: string): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  const { prelude, entries } = entriesOf(script);
  await session.rows(`begin;\n${prelude}`);
  for (const { object, sql } of entries) {
    const refusal = await attempt(session, object, sql);
    if (refusal !== undefined) refusals.push(refusal);
  }
  await session.rows('commit');
  return refusals;
}

/** Runs SQL within the session's transaction, which goes on where it is refused. Throws ConnectionLost. */
export async function attempt(session: Session, object: string, sql: string): Promise<Refusal | undefined> {
  await session.rows('savepoint lockstep_entry');
  const result = await session.send(sql);
  if (result.ok) {
    await session.rows('release savepoint lockstep_entry');
    return undefined;
  }
  if (session.lost || !(result.error instanceof SqlError)) throw result.error;
  await session.rows('rollback to savepoint lockstep_entry; release savepoint lockstep_entry');
  return { object, error: result.error };
}

/**
 * The extensions of a script that the server has and does not take, such as one of which only one database may have it.
 * Tried in a transaction that is rolled back. Throws ConnectionLost.
 */
export async function refusedExtensions(session: Session, script: string): Promise<readonly string[]> {
  const { prelude, entries } = entriesOf(script);
  const refused: string[] = [];
  await session.rows(`begin;\n${prelude}`);
  for (const { object, type, name, sql } of entries) {
    if (type !== 'SCHEMA' && type !== 'EXTENSION') continue;
    const refusal = await attempt(session, object, sql);
    if (refusal !== undefined && type === 'EXTENSION') refused.push(name);
  }
  await session.rows('rollback');
  return refused;
}
