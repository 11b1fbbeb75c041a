import type { Rule } from '../rule.ts';

/** Text that PostgreSQL's grammar does not take: nobody knows what was meant, a misspelt word or a missing semicolon. */
export const notSql: Rule = {
  id: 'not-sql',
  weight: 'error',
  check: ({ problem }) =>
    problem === undefined
      ? []
      : [
          {
            line: problem.line,
            message: `PostgreSQL does not accept this: ${problem.message}`,
            todo: 'correct it; a semicolon may be missing before this place',
          },
        ],
};
