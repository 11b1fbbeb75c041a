import type { Migration } from '../files/migration.ts';
import { children, type Node, type Parse, text } from '../parse/parser.ts';
import type { Routines } from '../parse/runs.ts';
import { readStatements, type Statement } from '../parse/statements.ts';
import { scriptOf } from './folders.ts';
import type { State } from './item.ts';

/** What no statement can restore from the schema alone: rows and values that the up migration deletes or writes. */
export function findLost(migration: Migration, parse: Parse, before: State, after: State): readonly string[] {
  const written = readStatements(migration.up, parse, routinesOf(before, parse)).flatMap((each) =>
    writes(each, before),
  );
  return [...new Set([...gone(before, after), ...written])];
}

/** What the routines that were there before run when they are called: an earlier file made them. */
function routinesOf({ items }: State, parse: Parse): Routines {
  const routines: Routines = new Map();
  for (const { facts, kind, name } of items.values())
    if (kind.name === 'routine') readStatements(scriptOf(name, `${facts['def']};\n`), parse, routines);
  return routines;
}

/** Tables and columns by where the catalogs have them: under another name they are the same. */
function gone(before: State, after: State): readonly string[] {
  const left = new Map([...after.items.values()].map((item) => [item.address, item]));
  const isLeft = (id: string) => left.has(before.items.get(id)?.address ?? '');
  return [...before.items.values()].flatMap(({ address, facts, kind, name, parent }) => {
    const now = left.get(address);
    if (kind.name === 'table' && now === undefined) return [`the rows of ${name} are deleted`];
    if (kind.name !== 'column' || !isLeft(parent)) return [];
    if (now === undefined) return facts['generated'] === '' ? [`the values of ${name} are deleted`] : [];
    if (
      now.facts['typeId'] === facts['typeId'] ||
      now.facts['type'] === facts['type'] ||
      isWider(facts['type'], now.facts['type'])
    )
      return [];
    return [
      `the values of ${name} were ${facts['type']} and are ${now.facts['type']}: what that changed in them stays`,
    ];
  });
}

const LARGER: readonly (readonly string[])[] = [
  ['smallint', 'integer', 'bigint', 'numeric'],
  ['real', 'double precision'],
];

/** Every value of the one type is the same in the other. */
function isWider(was: string, is: string): boolean {
  if (LARGER.some((each) => each.includes(was) && each.indexOf(is) > each.indexOf(was))) return true;
  const length = (type: string) => /^character varying(?:\((\d+)\))?$/.exec(type);
  if (length(was) === null) return false;
  const [before, now] = [Number(length(was)?.[1] ?? Infinity), Number(length(is)?.[1] ?? Infinity)];
  return is === 'text' || (length(is) !== null && now >= before);
}

const VERBS: Readonly<Record<string, string>> = {
  UpdateStmt: 'updates rows of',
  DeleteStmt: 'deletes rows of',
  InsertStmt: 'inserts rows into',
  MergeStmt: 'changes rows of',
  TruncateStmt: 'deletes the rows of',
  CopyStmt: 'inserts rows into',
};

/** How a name is shown that is put in when the SQL runs. */
const UNSEEN = '…';

function writes({ line, parsed, unreadable }: Statement, before: State): readonly string[] {
  const unseen = `line ${line} runs SQL that is built when it runs: rows that it changes stay changed`;
  if (unreadable) return [unseen];
  const verb = parsed === undefined ? undefined : VERBS[parsed.type];
  if (parsed === undefined || verb === undefined || (parsed.type === 'CopyStmt' && parsed.fields['is_from'] !== true))
    return [];
  const single = parsed.fields['relation'] as Node | undefined;
  const relations = single === undefined ? children(parsed.fields, 'relations') : [single];
  return relations.flatMap((relation) => {
    const fields = ('RangeVar' in relation ? relation['RangeVar'] : relation) as Node;
    const [schema, name] = [text(fields, 'schemaname'), text(fields, 'relname')];
    if (name.includes(UNSEEN)) return [unseen];
    const isThere = [...before.items.values()].some(
      (item) => item.kind.name === 'table' && isCalled(item.name, schema, name),
    );
    return isThere ? [`line ${line} ${verb} ${schema === '' ? '' : `${schema}.`}${name}`] : [];
  });
}

function isCalled(full: string, schema: string, name: string): boolean {
  const plain = full.replaceAll('"', '');
  return schema === '' ? plain === name || plain.endsWith(`.${name}`) : plain === `${schema}.${name}`;
}
