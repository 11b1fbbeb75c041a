import { child, children, listName, relationName, text } from '../../parse/parser.ts';
import type { Rule } from '../rule.ts';

/** Rules of PostgreSQL, which make something else of the statements of code that does not know them. */
export const rewritesQueries: Rule = {
  id: 'rewrites-queries',
  weight: 'warning',
  check: ({ parsed }, { picture }) => {
    if (parsed === undefined) return [];
    const { fields, type } = parsed;
    const todo = 'use a trigger, or let the code say what it means';
    if (type === 'RuleStmt') {
      const table = relationName(child(fields, 'relation'));
      if (picture.isMade(table)) return [];
      return [
        {
          message: `${table}: statements on it do something else from here on (rule ${text(fields, 'rulename')})`,
          todo,
        },
      ];
    }
    if (type !== 'DropStmt' || text(fields, 'removeType') !== 'OBJECT_RULE') return [];
    return children(fields, 'objects').flatMap((object) => {
      const items = children(child(object, 'List') ?? {}, 'items');
      const table = listName(items.slice(0, -1));
      if (picture.isMade(table)) return [];
      return [
        {
          message: `${table}: what rule ${listName(items.slice(-1))} made of statements on it is not done any more`,
          todo,
        },
      ];
    });
  },
};
