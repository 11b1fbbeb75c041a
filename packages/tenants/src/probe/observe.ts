import { createHash } from 'node:crypto';
import { identifier, type Session } from '@lockstep/postgres';
import type { Rights, Routine, View } from '../catalog/types.ts';
import type { Actor } from './actor.ts';
import { attemptAll } from './attempt.ts';

/** What somebody sees of something: a digest of each row, never the row. */
export interface Sight {
  readonly rows: readonly string[];
  /** SQLSTATE where it could not be looked at. */
  readonly code: string;
  readonly message: string;
}

export interface Seen {
  readonly label: string;
  readonly oid: string;
  readonly shown: string;
  readonly statement: string;
}

export function viewSight({ label, oid, sql }: View, rights: Rights | undefined): Seen | undefined {
  if (rights === undefined || rights.selectColumns.length === 0) return undefined;
  const columns = rights.select ? '*' : rights.selectColumns.map(identifier).join(', ');
  const shown = `select ${rights.select ? '*' : rights.selectColumns.join(', ')} from ${label}`;
  return { label, oid, shown, statement: `select x::text from (select ${columns} from ${sql}) x` };
}

/** A function without arguments. */
export function callSight({ label, oid, sql }: Routine): Seen {
  return { label, oid, shown: `select * from ${label}()`, statement: `select x::text from ${sql}() x` };
}

/** Everything that can be looked at, as somebody sees it now. */
export async function observe(session: Session, actor: Actor, things: readonly Seen[]): Promise<readonly Sight[]> {
  const answers = await attemptAll(
    session,
    actor,
    things.map(({ statement }) => ({ statement })),
  );
  return answers.map(({ code, message, rows }) => ({
    rows: rows.map(([text]) => digest(text ?? '')).sort(),
    code,
    message,
  }));
}

/** Rows that were not seen before: somebody else's life shows. */
export function appeared(before: Sight, after: Sight): number {
  const left = new Map<string, number>();
  for (const row of before.rows) left.set(row, (left.get(row) ?? 0) + 1);
  let many = 0;
  for (const row of after.rows) {
    const known = left.get(row) ?? 0;
    if (known === 0) many += 1;
    else left.set(row, known - 1);
  }
  return many;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
