import type { Migration } from '../files/migration.ts';
import { children, type Node, type Parse } from '../parse/parser.ts';
import type { Routines } from '../parse/runs.ts';
import { readStatements, type Statement } from '../parse/statements.ts';
import { calls } from './calls.ts';
import { scriptOf } from './folders.ts';
import type { State } from './item.ts';
import { type Known, madeBy, nameOf, shown, wasThere } from './relations.ts';
import { sets } from './sets.ts';
import { type Column, isColumn, usingOf } from './using.ts';

/** What no statement can restore from the schema alone: rows, values and settings that the up migration deletes or writes. */
export function findLost(migration: Migration, parse: Parse, before: State, after: State): readonly string[] {
  const routines = routinesOf(before, parse);
  const statements = readStatements(migration.up, parse, routines);
  const known: Known = { before, after, routines, made: madeBy(statements) };
  const written = statements.flatMap((each) => [...writes(each, known), ...sets(each, known), ...calls(each, known)]);
  return [...new Set([...gone(before, after, usingOf(statements)), ...written])];
}

/** What the routines that were there before run when they are called: an earlier file made them. */
function routinesOf({ items }: State, parse: Parse): Routines {
  const routines: Routines = new Map();
  for (const { facts, kind, name } of items.values())
    if (kind.name === 'routine') readStatements(scriptOf(name, `${facts['def']};\n`), parse, routines);
  return routines;
}

/** Tables, columns and sequences by where the catalogs have them: under another name they are the same. */
function gone(before: State, after: State, using: readonly Column[]): readonly string[] {
  const left = new Map([...after.items.values()].map((item) => [item.address, item]));
  const isLeft = (id: string) => left.has(before.items.get(id)?.address ?? '');
  return [...before.items.values()].flatMap((item) => {
    const { address, facts, kind, name, parent } = item;
    const now = left.get(address);
    if (kind.name === 'table' && now === undefined) return [`the rows of ${name} are deleted`];
    if (kind.name === 'sequence' && now === undefined && !comesBack(name, before))
      return [`how far the sequence ${name} had come is lost: it starts again`];
    if (kind.name !== 'column' || !isLeft(parent)) return [];
    if (now === undefined) return facts['generated'] === '' ? [`the values of ${name} are deleted`] : [];
    const isSame = now.facts['typeId'] === facts['typeId'] || now.facts['type'] === facts['type'];
    if (!isSame && !isWider(facts['type'], now.facts['type']))
      return [
        `the values of ${name} were ${facts['type']} and are ${now.facts['type']}: what that changed in them stays`,
      ];
    const isChanged = using.some((each) => isColumn(each, item) || isColumn(each, now));
    return isChanged ? [`the values of ${name} were changed by USING: what that changed in them stays`] : [];
  });
}

/** With the column that owns it, whose values say how far it has come. */
function comesBack(name: string, { items }: State): boolean {
  return items.get(`owner of sequence ${name}`)?.facts['counts'] === true;
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

function writes({ line, parsed, unreadable }: Statement, known: Known): readonly string[] {
  const unseen = `line ${line} runs SQL that is built when it runs: rows that it changes stay changed`;
  if (unreadable) return [unseen];
  const verb = parsed === undefined ? undefined : VERBS[parsed.type];
  if (parsed === undefined || verb === undefined || (parsed.type === 'CopyStmt' && parsed.fields['is_from'] !== true))
    return [];
  const single = parsed.fields['relation'] as Node | undefined;
  const relations = single === undefined ? children(parsed.fields, 'relations') : [single];
  return relations.flatMap((relation) => {
    const name = nameOf(relation);
    if (name.name.includes(UNSEEN)) return [unseen];
    return wasThere(name, known) ? [`line ${line} ${verb} ${shown(name)}`] : [];
  });
}
