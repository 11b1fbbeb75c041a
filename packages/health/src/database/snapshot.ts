import { InputError, isMap } from '@lockstep/base';
import type { StatementCounts, StatementSnapshot } from './statements.ts';

const KIND = 'lockstep-statements/1';

/** A snapshot as a file, for the next report: numbers of statements and their counts, no text of a query. */
export function writeSnapshot({ evictions, resetAt, statements }: StatementSnapshot): string {
  return `${JSON.stringify({ kind: KIND, resetAt, evictions, statements: [...statements.values()] })}\n`;
}

/** Throws InputError where the text is no snapshot. */
export function readSnapshot(text: string, name: string): StatementSnapshot {
  const data = parsed(text);
  const statements = isMap(data) && data['kind'] === KIND ? data['statements'] : undefined;
  if (!isMap(data) || !Array.isArray(statements))
    throw new InputError(`${name}: expected a snapshot that an earlier report wrote`);
  const counts = statements.filter(isMap).map((one): [string, StatementCounts] => {
    const id = String(one['id']);
    return [id, { id, calls: Number(one['calls']), totalMs: Number(one['totalMs']), squares: Number(one['squares']) }];
  });
  return { resetAt: String(data['resetAt']), evictions: Number(data['evictions']), statements: new Map(counts) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
