import { type Session, SqlError } from '@lockstep/postgres';
import type { Actor } from './actor.ts';

/** What came of a statement that was run in somebody's name and undone. */
export interface Answer {
  /** Of `look`, which runs as the session's own role behind it; empty where the statement was refused. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** SQLSTATE; '' where it was carried out. */
  readonly code: string;
  readonly message: string;
}

export interface Attempt {
  readonly statement: string;
  /** Looks at what it did, as the session's own role; without it the rows are the statement's. */
  readonly look?: string;
  /** Before it, as the session's own role. */
  readonly before?: string;
}

const OPEN = 'savepoint lockstep_probe';
const UNDO = 'rollback to savepoint lockstep_probe; release savepoint lockstep_probe';
/** So many are sent before the first answer is waited for. */
const AT_ONCE = 40;

/** Runs statements in somebody's name, each for itself and each undone, without waiting for each answer. */
export async function attemptAll(session: Session, actor: Actor, attempts: readonly Attempt[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let at = 0; at < attempts.length; at += AT_ONCE) {
    const part = attempts.slice(at, at + AT_ONCE);
    const results = session.sendAll(
      part.flatMap(({ before, look, statement }) => [
        { sql: OPEN, options: {} },
        {
          sql: [
            ...(before === undefined ? [] : [before]),
            actor.become,
            statement,
            ...(look === undefined ? [] : ['reset role', look]),
          ].join(';\n'),
          options: { keepRows: true },
        },
        { sql: UNDO, options: {} },
      ]),
    );
    for (let one = 0; one < results.length; one += 3) {
      const [opened, ran, undone] = await Promise.all([results[one], results[one + 1], results[one + 2]]);
      for (const step of [opened, undone]) if (step?.ok === false) throw step.error;
      if (ran === undefined) continue;
      if (ran.ok) answers.push({ rows: ran.reply.rows, code: '', message: '' });
      else if (ran.error instanceof SqlError)
        answers.push({ rows: [], code: ran.error.server.code, message: ran.error.message });
      else throw ran.error;
    }
  }
  return answers;
}
