import { callsIn } from '../../parse/calls.ts';
import { text } from '../../parse/parser.ts';
import { CALLS } from '../../parse/runs.ts';
import type { Rule } from '../rule.ts';

/** Functions that read or write files of the server, or ask another one. */
const REACHES =
  /^(lo_(import|export)|pg_read_(binary_)?file|pg_ls_\w*dir\w*|pg_stat_file|pg_file_\w+|(\w+\.)?dblink\w*)$/;

/** What reaches out of the database: programs, libraries and files of the server. */
export const runsPrograms: Rule = {
  id: 'runs-programs',
  weight: 'error',
  check: ({ parsed }) => {
    if (parsed === undefined) return [];
    const { fields, type } = parsed;
    const todo = 'remove it; what the server can reach differs between machines';
    if (type === 'LoadStmt') return [{ message: 'loads a library into the server', todo }];
    const call =
      /^(Select|Insert|Update)Stmt$/.test(type) || type === CALLS
        ? callsIn(fields).find((name) => REACHES.test(name))
        : undefined;
    if (call !== undefined) return [{ message: `${call}: accesses files or another server`, todo }];
    if (type !== 'CopyStmt' || text(fields, 'filename') === '') return [];
    const what =
      fields['is_program'] === true ? 'runs a program on the server' : "reads or writes the server's own files";
    return [{ message: what, todo }];
  },
};
