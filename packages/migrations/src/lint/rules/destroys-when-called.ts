import { readRoutine } from '../../parse/code-block.ts';
import { children, listName } from '../../parse/parser.ts';
import type { Rule } from '../rule.ts';

const DESTROYS = /^\s*(drop\s+(table|schema|view|materialized|type|function|database|owned|role)|truncate)\b/i;
const EVERY_ROW = /^\s*delete\s+from\s+[\w."]+\s*;?\s*$/i;
const DROPS_COLUMN = /^\s*alter\s+table\b[^;]*\bdrop\s+(?!constraint|default|not)\w+/i;

/** A routine that destroys something: lint sees the file that makes it, and not who calls it. */
export const destroysWhenCalled: Rule = {
  id: 'destroys-when-called',
  weight: 'warning',
  check: ({ parsed }) => {
    if (parsed?.type !== 'CreateFunctionStmt') return [];
    const name = listName(children(parsed.fields, 'funcname'));
    const found = readRoutine(parsed.fields)
      .statements.flatMap((each) => each.split(';'))
      .filter((each) => DESTROYS.test(each) || EVERY_ROW.test(each) || DROPS_COLUMN.test(each))
      // What it makes for itself.
      .filter((each) => !/\btemp|\bpg_temp/i.test(each));
    const [first] = found;
    if (first === undefined) return [];
    const words = first.trim().split(/\s+/).slice(0, 4).join(' ');
    return [
      {
        message: `${name}: destroys something whenever it is called (${words} …)`,
        todo: 'let no role call it that need not, and destroy in a migration what is to be destroyed once',
      },
    ];
  },
};
