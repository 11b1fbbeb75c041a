import type { Session, SqlError } from '@lockstep/postgres';

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

const HEAD = /^--\n-- Name: (.*); Type: (.*); Schema: (.*); Owner: (.*)\n--\n/gm;

/** An entry of a script, as its comment names it: `TABLE`, `users on_signup` (a trigger); `-` where there is none. */
export interface Entry {
  readonly object: string;
  readonly type: string;
  readonly name: string;
  readonly schema: string;
  readonly owner: string;
  readonly sql: string;
}

/** A script of pg_dump at its comments. A text in a function that looks like one breaks the function, which is then refused. */
export function entriesOf(script: string): { readonly prelude: string; readonly entries: readonly Entry[] } {
  const heads = [...script.matchAll(HEAD)];
  const at = (nth: number) => heads[nth]?.index ?? script.length;
  return {
    prelude: script.slice(0, at(0)),
    entries: heads.map((head, nth) => ({
      object: `${(head[2] ?? '').toLowerCase()} ${head[3] === '-' ? '' : `${head[3]}.`}${head[1]}`,
      name: head[1] ?? '',
      type: head[2] ?? '',
      schema: head[3] ?? '-',
      owner: head[4] ?? '-',
      sql: script.slice(at(nth), at(nth + 1)),
    })),
  };
}
