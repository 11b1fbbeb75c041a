import { coverOf } from '../../conditions/covers.ts';
import { child, children, listName, opened, type Parsed, relationName, text } from '../../parse/parser.ts';
import type { Picture } from '../../picture/picture.ts';
import type { Rule } from '../rule.ts';

/** A routine that destroys something: lint sees the file that makes it, and not who calls it. */
export const destroysWhenCalled: Rule = {
  id: 'destroys-when-called',
  weight: 'warning',
  check: ({ parsed, runs }, { picture }) => {
    if (parsed?.type !== 'CreateFunctionStmt') return [];
    const name = listName(children(parsed.fields, 'funcname'));
    // What it makes for itself.
    const own = new Set(runs.flatMap((each) => temporary(each.parsed)));
    const [first] = runs.flatMap((each) => destroyed(each.parsed, own, picture));
    if (first === undefined) return [];
    return [
      {
        message: `${name}: deletes data or objects whenever it is called (${first} …)`,
        todo: 'revoke it from roles that do not need it; what is deleted once belongs in a migration',
      },
    ];
  },
};

/** Names of temporary tables that a statement makes. */
function temporary({ fields }: Parsed): string[] {
  const made = child(fields, 'relation') ?? child(child(fields, 'into') ?? child(fields, 'intoClause') ?? {}, 'rel');
  return text(made, 'relpersistence') === 't' ? [text(made, 'relname')] : [];
}

const DROPS: Readonly<Record<string, string>> = {
  OBJECT_TABLE: 'table',
  OBJECT_SCHEMA: 'schema',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_TYPE: 'type',
  OBJECT_FUNCTION: 'function',
};

/** What a statement destroys, in its own words. */
function destroyed({ fields, type }: Parsed, own: ReadonlySet<string>, picture: Picture): string[] {
  const isOwn = (name: string) => own.has(name) || /^pg_temp/.test(name);
  const table = relationName(child(fields, 'relation'));
  switch (type) {
    case 'DropStmt': {
      const kind = DROPS[text(fields, 'removeType')];
      const names = children(fields, 'objects').map((each) => {
        const object = opened(each);
        return object.type === 'List' ? listName(children(object.fields, 'items')) : '';
      });
      return kind === undefined || names.every((name) => isOwn(name) && name !== '')
        ? []
        : [`drop ${kind} ${names[0]}`.trim()];
    }
    case 'DropOwnedStmt':
      return ['drop owned'];
    case 'DropdbStmt':
      return ['drop database'];
    case 'DropRoleStmt':
      return ['drop role'];
    case 'TruncateStmt': {
      const names = children(fields, 'relations').map((each) => relationName(child(each, 'RangeVar')));
      return names.filter((name) => !isOwn(name)).map((name) => `truncate ${name}`);
    }
    case 'DeleteStmt':
      return !isOwn(table) && /^(all|same)$/.test(coverOf(fields, picture) ?? '') ? [`delete from ${table}`] : [];
    case 'AlterTableStmt':
      return children(fields, 'cmds')
        .map((each) => opened(each).fields)
        .filter((cmd) => text(cmd, 'subtype') === 'AT_DropColumn' && !isOwn(table))
        .map((cmd) => `alter table ${table} drop ${text(cmd, 'name')}`);
    default:
      return [];
  }
}
