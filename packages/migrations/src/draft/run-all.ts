import { identifier, type Session } from '@lockstep/postgres';

const POINT = 'lockstep_draft';

/** All of some statements, or none. */
export async function runAll(session: Session, statements: readonly string[]): Promise<boolean> {
  await session.rows(`savepoint ${identifier(POINT)}`);
  const result = await session.send(statements.map((each) => `${each};`).join('\n'));
  if (!result.ok) await session.rows(`rollback to savepoint ${identifier(POINT)}`);
  await session.rows(`release savepoint ${identifier(POINT)}`);
  return result.ok;
}
