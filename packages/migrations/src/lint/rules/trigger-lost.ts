import { behind } from '../contract/around.ts';
import { child, children, listName, text } from '../parser.ts';
import type { Rule } from '../rule.ts';

/** What a trigger did for code that writes the table is not done any more. */
export const triggerLost: Rule = {
  id: 'trigger-lost',
  weight: 'warning',
  check: ({ parsed }, { file, nth, picture }) => {
    if (parsed?.type !== 'DropStmt' || text(parsed.fields, 'removeType') !== 'OBJECT_TRIGGER') return [];
    return children(parsed.fields, 'objects').flatMap((object) => {
      const items = children(child(object, 'List') ?? {}, 'items');
      const table = listName(items.slice(0, -1));
      const name = listName(items.slice(-1));
      const again = behind({ file, nth }, 'CreateTrigStmt', table).length > 0;
      const isAbsent = parsed.fields['missing_ok'] === true && picture.isAbsent(table);
      if (again || picture.isMade(table) || isAbsent) return [];
      // IF EXISTS is what says that it may well not be there.
      // Who takes the function too means what he does.
      const isNote = file.lastFunctionDrop > nth || parsed.fields['missing_ok'] === true;
      return [
        {
          ...(isNote ? { weight: 'note' as const } : {}),
          message: `${table}: what trigger ${name} did for code that writes the table is not done any more`,
          todo: 'make sure that the code which runs now does not count on it',
        },
      ];
    });
  },
};
