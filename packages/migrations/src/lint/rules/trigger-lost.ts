import { canonical, child, children, listName, relationName, text } from '../parser.ts';
import type { Rule } from '../rule.ts';

/** What a trigger did for code that writes the table is not done any more. */
export const triggerLost: Rule = {
  id: 'trigger-lost',
  weight: 'warning',
  check: ({ parsed }, { nth, picture, statements }) => {
    if (parsed?.type !== 'DropStmt' || text(parsed.fields, 'removeType') !== 'OBJECT_TRIGGER') return [];
    const later = statements.slice(nth + 1);
    // Who takes the function too means what he does.
    const isMeant = later.some(
      (each) =>
        each.parsed?.type === 'DropStmt' && /^OBJECT_(FUNCTION|ROUTINE)$/.test(text(each.parsed.fields, 'removeType')),
    );
    return children(parsed.fields, 'objects').flatMap((object) => {
      const items = children(child(object, 'List') ?? {}, 'items');
      const table = listName(items.slice(0, -1));
      const name = listName(items.slice(-1));
      const again = later.some(
        (each) =>
          each.parsed?.type === 'CreateTrigStmt' &&
          canonical(relationName(child(each.parsed.fields, 'relation'))) === canonical(table),
      );
      const isAbsent = parsed.fields['missing_ok'] === true && picture.isAbsent(table);
      if (again || picture.isMade(table) || isAbsent) return [];
      // IF EXISTS is what says that it may well not be there.
      const isNote = isMeant || parsed.fields['missing_ok'] === true;
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
