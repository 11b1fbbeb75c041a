import { text } from '../../parse/parser.ts';
import type { Rule } from '../rule.ts';

/** What reaches out of the database: programs, libraries and files of the server. */
export const runsPrograms: Rule = {
  id: 'runs-programs',
  weight: 'error',
  check: ({ parsed }) => {
    if (parsed === undefined) return [];
    const { fields, type } = parsed;
    const todo = 'leave it out: what the server can reach is another on every machine';
    if (type === 'LoadStmt') return [{ message: 'loads a library into the server', todo }];
    if (type !== 'CopyStmt' || text(fields, 'filename') === '') return [];
    const what =
      fields['is_program'] === true ? 'runs a program on the server' : "reads or writes the server's own files";
    return [{ message: what, todo }];
  },
};
