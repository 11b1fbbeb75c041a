import { child, children, listName, type Node, relationName, text } from '../../parse/parser.ts';
import type { Picture } from '../../picture/picture.ts';
import type { Objection, Rule } from '../rule.ts';

/** Rules of PostgreSQL, which make something else of the statements of code that does not know them. */
export const rewritesQueries: Rule = {
  id: 'rewrites-queries',
  weight: 'warning',
  check: ({ parsed }, { picture }) => {
    if (parsed === undefined) return [];
    const { fields, type } = parsed;
    const todo = 'use a trigger, or change the code instead';
    if (type === 'RuleStmt') {
      const table = relationName(child(fields, 'relation'));
      if (picture.isMade(table)) return [];
      return [
        {
          message: `${table}: statements on it now do something else (rule ${text(fields, 'rulename')})`,
          todo,
        },
      ];
    }
    if (type === 'CreateCastStmt') return cast(fields, picture);
    if (type === 'DefineStmt' && text(fields, 'kind') === 'OBJECT_OPERATOR') return operator(fields, picture);
    if (type !== 'DropStmt' || text(fields, 'removeType') !== 'OBJECT_RULE') return [];
    return children(fields, 'objects').flatMap((object) => {
      const items = children(child(object, 'List') ?? {}, 'items');
      const table = listName(items.slice(0, -1));
      if (picture.isMade(table)) return [];
      return [
        {
          message: `${table}: rule ${listName(items.slice(-1))} no longer rewrites statements on it`,
          todo,
        },
      ];
    });
  },
};

/** A cast that applies by itself: which operator or function an expression means, goes by it. */
function cast(fields: Node, picture: Picture): Objection[] {
  const [from, to] = ['sourcetype', 'targettype'].map((each) => listName(children(child(fields, each) ?? {}, 'names')));
  if (picture.isMadeType(from ?? '') || picture.isMadeType(to ?? '')) return [];
  const context = text(fields, 'context');
  const name = [from, to].map((each) => (each ?? '').replace('pg_catalog.', '')).join(' as ');
  const message =
    context === 'COERCION_EXPLICIT'
      ? `${name}: casts that failed until now succeed`
      : `${name}: values are now cast implicitly, so expressions in code may use another operator or function`;
  return [
    {
      ...(context === 'COERCION_EXPLICIT' ? { weight: 'note' as const } : {}),
      message,
      todo: 'cast in the code where it is needed',
    },
  ];
}

const COMMON = /^(=|<>|!=|<|>|<=|>=|\+|-|\*|\/|%|\|\||~~|!~~|~)$/;

/** An operator of PostgreSQL's own, for types that are there: it may be taken for the one that code means. */
function operator(fields: Node, picture: Picture): Objection[] {
  const name = listName(children(fields, 'defnames').slice(-1));
  const types = children(fields, 'definition').flatMap((each) => {
    const option = child(each, 'DefElem') ?? {};
    return /^(left|right)arg$/.test(text(option, 'defname'))
      ? [listName(children(child(child(option, 'arg') ?? {}, 'TypeName') ?? {}, 'names'))]
      : [];
  });
  if (!COMMON.test(name) || types.some((type) => picture.isMadeType(type))) return [];
  return [
    {
      message: `operator ${name}: expressions in code may now use this one`,
      todo: 'give it another name, or create it in a schema that is in no search_path',
    },
  ];
}
