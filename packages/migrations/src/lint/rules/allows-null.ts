import { text } from '../../parse/parser.ts';
import type { Rule } from '../rule.ts';
import { commands } from './alter-table.ts';

/** Code that was written for a column that is never NULL may meet one. */
export const allowsNull: Rule = {
  id: 'allows-null',
  weight: 'note',
  check: (statement, context) =>
    commands(statement, context).flatMap(({ cmd, subtype, table }) => {
      const name = text(cmd, 'name');
      const known = context.picture.column(table, name);
      if (subtype !== 'AT_DropNotNull' || known?.isNew === true || known?.notNull === false) return [];
      return [
        {
          message: `${table}.${name}: code that reads it may get NULL once something writes it`,
          todo: 'write no NULL before all code that reads it handles NULL',
        },
      ];
    }),
};
