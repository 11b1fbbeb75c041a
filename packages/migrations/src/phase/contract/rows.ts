import { child, children, listName, type Node, relationName, text } from '../../parse/parser.ts';
import { constantOf, isNoNarrower } from '../../parse/trees.ts';
import { policyOf } from '../../picture/definitions.ts';
import type { Policy } from '../../picture/known.ts';
import { type Around, behind, onTable } from './around.ts';

/** Rows that policies hide from whoever saw them, or refuse from whoever wrote them. */

/** Row level security is switched on: without a policy that shows them, all rows are hidden. */
export function hiddenRows(table: string, around: Around): string[] {
  const known = around.picture.relation(table);
  const there = [...(known?.policies.values() ?? [])];
  const made = onTable(around.file, 'CreatePolicyStmt', table).map(({ by }) => policyOf(by.fields));
  const shows = [...there, ...made].some(
    ({ permissive, using, check }) => permissive && constantOf(using ?? check) !== false,
  );
  // Put together while a loop runs: which tables it is about, and what it makes for them, nobody can read.
  if (table.includes('…')) return [];
  return known?.rowSecurity === true || shows ? [] : [`hides the rows of table ${table} that no policy shows`];
}

export function droppedPolicies(fields: Node, around: Around): string[] {
  return children(fields, 'objects').flatMap((object) => {
    const items = children(child(object, 'List') ?? {}, 'items');
    return droppedPolicy(listName(items.slice(0, -1)), listName(items.slice(-1)), around);
  });
}

function droppedPolicy(table: string, name: string, around: Around): string[] {
  const { picture } = around;
  const relation = picture.relation(table);
  if (picture.isMade(table) || relation?.rowSecurity === false) return [];
  const old = relation?.policies.get(name);
  if (old === undefined && picture.complete) return [];
  const drops = [`drops policy ${name} of table ${table}`];
  const made = behind(around, 'CreatePolicyStmt', table).map(({ fields }) => policyOf(fields));
  if (old === undefined) return made.some((each) => constantOf(each.using ?? each.check) !== false) ? [] : drops;
  // A restrictive one only hid rows.
  if (!old.permissive) return [];
  const others = [...(relation?.policies ?? [])].flatMap(([each, policy]) => (each === name ? [] : [policy]));
  const verdicts = commandsOf(old).map((command) => compare(old, [...made, ...others], command));
  if (verdicts.includes('gone')) return drops;
  return verdicts.includes('other')
    ? [`replaces policy ${name} of table ${table} with another condition, which may hide rows`]
    : [];
}

function commandsOf({ command }: Policy): readonly string[] {
  return command === 'all' ? ['select', 'insert', 'update', 'delete'] : [command];
}

/** What becomes of what a policy allows, with those that are there in its place. */
function compare(old: Policy, now: readonly Policy[], command: string): 'same' | 'other' | 'gone' {
  const covering = now.filter(
    (each) =>
      each.permissive && (each.command === 'all' || each.command === command) && isForAll(old.roles, each.roles),
  );
  if (covering.length === 0) return 'gone';
  const same = covering.some((each) =>
    command === 'insert'
      ? isNoNarrower(checkOf(old), checkOf(each))
      : isNoNarrower(old.using, each.using) && (command !== 'update' || isNoNarrower(checkOf(old), checkOf(each))),
  );
  return same ? 'same' : 'other';
}

function isForAll(old: readonly string[], now: readonly string[]): boolean {
  return now.includes('public') || old.every((role) => now.includes(role));
}

function checkOf({ check, using }: Policy): Node | undefined {
  return check ?? using;
}

export function alteredPolicy(fields: Node, { picture }: Around): string[] {
  const table = relationName(child(fields, 'table'));
  const name = text(fields, 'policy_name');
  const relation = picture.relation(table);
  if (picture.isMade(table) || relation?.rowSecurity === false) return [];
  const now = policyOf(fields);
  const old = relation?.policies.get(name);
  const sees =
    now.using === undefined ||
    (old === undefined ? constantOf(now.using) === true : isNoNarrower(old.using, now.using));
  const writes =
    now.check === undefined ||
    (old === undefined ? constantOf(now.check) === true : isNoNarrower(checkOf(old), now.check));
  const roles =
    now.roles.length === 0 || now.roles.includes('public') || (old !== undefined && isForAll(old.roles, now.roles));
  return sees && writes && roles ? [] : [`changes policy ${name} of table ${table}, which may hide rows`];
}

/** A restrictive policy hides rows whatever the others show. */
export function addedPolicy(fields: Node, { picture }: Around): string[] {
  const table = relationName(child(fields, 'table'));
  const now = policyOf(fields);
  if (now.permissive || picture.isMade(table) || picture.relation(table)?.rowSecurity === false) return [];
  const old = picture.droppedPolicy(table, text(fields, 'policy_name'));
  const isSame =
    old !== undefined &&
    !old.permissive &&
    isNoNarrower(old.using, now.using) &&
    isNoNarrower(checkOf(old), checkOf(now));
  if (isSame || (constantOf(now.using) === true && constantOf(now.check ?? now.using) === true)) return [];
  return [`adds restrictive policy ${text(fields, 'policy_name')} to table ${table}, which hides rows`];
}
