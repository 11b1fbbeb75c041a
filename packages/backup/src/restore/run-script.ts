import type { Session, SqlError } from '@lockstep/postgres';
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
 * some of them need. Throws ConnectionLost.
 */
export async function runEntries(session: Session, script: string): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  const { prelude, entries } = entriesOf(script);
  await session.rows(prelude);
  for (const { object, sql } of entries) {
    const result = await session.send(sql);
    if (result.ok) continue;
    if (session.lost) throw result.error;
    refusals.push({ object, error: result.error as SqlError });
  }
  return refusals;
}
