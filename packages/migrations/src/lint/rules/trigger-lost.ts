import { canonical, child, children, listName, type Node, text } from '../../parse/parser.ts';
import { type Around, behind } from '../../phase/contract/around.ts';
import type { Objection, Rule } from '../rule.ts';

/** What a trigger did for code that writes the table is not done any more. */
export const triggerLost: Rule = {
  id: 'trigger-lost',
  weight: 'warning',
  check: ({ parsed }, { file, nth, picture }) => {
    if (parsed?.type !== 'DropStmt') return [];
    if (text(parsed.fields, 'removeType') !== 'OBJECT_TRIGGER')
      return withFunctions(parsed.fields, { file, nth, picture });
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
          message: `${table}: trigger ${name} no longer runs when code writes to the table`,
          todo: 'make sure that the current code does not depend on it',
        },
      ];
    });
  },
};

/** CASCADE takes the triggers with the function that they run. */
function withFunctions(fields: Node, { file, nth, picture }: Around): Objection[] {
  const isFunction = /^OBJECT_(FUNCTION|ROUTINE)$/.test(text(fields, 'removeType'));
  if (!isFunction || text(fields, 'behavior') !== 'DROP_CASCADE') return [];
  return children(fields, 'objects').flatMap((each) => {
    const name = listName(children(child(each, 'ObjectWithArgs') ?? {}, 'objname'));
    const isMade = (file.made.get(canonical(name)) ?? []).some((made) => made.nth < nth);
    const again = file.statements.slice(nth + 1).some((later) => later?.type === 'CreateTrigStmt');
    if (isMade || again || picture.routine(name)?.trigger !== true) return [];
    return [
      {
        message: `${name}: the triggers that run it are dropped with it and no longer run`,
        todo: 'make sure that the current code does not depend on it',
      },
    ];
  });
}
