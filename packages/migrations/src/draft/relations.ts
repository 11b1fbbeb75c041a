import { child, type Node, text } from '../parse/parser.ts';
import type { Routines } from '../parse/runs.ts';
import type { Statement } from '../parse/statements.ts';
import type { Item, State } from './item.ts';

/** What statements are judged by. */
export interface Known {
  readonly before: State;
  readonly after: State;
  /** Those of before, and those that the migration makes. */
  readonly routines: Routines;
  /** Names, as they are written, of the relations that the migration makes; some are gone at its end. */
  readonly made: ReadonlySet<string>;
}

/** A relation as a statement names it; `schema` is '' where it names none. */
export interface RelationName {
  readonly schema: string;
  readonly name: string;
}

/** Of a RangeVar, whether it is wrapped or not. */
export function nameOf(relation: Node | undefined): RelationName {
  const fields = child(relation ?? {}, 'RangeVar') ?? relation;
  return { schema: text(fields, 'schemaname'), name: text(fields, 'relname') };
}

export function shown({ name, schema }: RelationName): string {
  return schema === '' ? name : `${schema}.${name}`;
}

/** Of a name between quotes in SQL, or behind a cast: `'public.a'`. */
export function nameIn(text: string): RelationName {
  const [name = '', schema = ''] = text.replaceAll('"', '').split('.').reverse();
  return { schema, name };
}

export function isCalled(full: string, { name, schema }: RelationName): boolean {
  const plain = full.replaceAll('"', '').replace(/^foreign table /, '');
  return schema === '' ? plain === name || plain.endsWith(`.${name}`) : plain === `${schema}.${name}`;
}

const MAKES = /^(Create|CreateTableAs|View|CreateForeignTable|CreateSeq|Select)Stmt$/;

/** By the statement's own words: the catalogs show only what is left of it. */
export function madeBy(statements: readonly Statement[]): ReadonlySet<string> {
  return new Set(
    statements.flatMap(({ parsed }) => {
      if (parsed === undefined || !MAKES.test(parsed.type)) return [];
      const { fields } = parsed;
      const base = child(fields, 'base') ?? fields;
      const into = child(fields, 'into') ?? child(fields, 'intoClause');
      const made = child(child(into ?? {}, 'IntoClause') ?? into ?? {}, 'rel');
      const relation = made ?? child(base, 'relation') ?? child(base, 'view') ?? child(base, 'sequence');
      return relation === undefined ? [] : [nameOf(relation).name];
    }),
  );
}

/** Relations that hold rows, or through which rows are written. */
const ROWS = ['table', 'view', 'materialized view', 'sequence', 'rare'];

/**
 * Whether a relation that a statement writes to was there before, or leads to one that was. What nobody knows (a table of
 * an extension, say) was there, unless the migration makes it.
 */
export function wasThere(name: RelationName, { after, before, made }: Known): boolean {
  const called = ({ items }: State) =>
    [...items.values()].filter(({ facts, kind, name: full }) => {
      const { sequence } = kind.name === 'column' ? facts : {};
      return ROWS.includes(kind.name) ? isCalled(full, name) : sequence && isCalled(sequence.name, name);
    });
  const old = new Set([...before.items.values()].map(({ address }) => address));
  const now = called(after);
  if (now.length > 0) return now.some((item) => leadsToOld(item, after, old));
  return called(before).length > 0 || !made.has(name.name);
}

/** A view leads to what it reads; a foreign table to another server. */
function leadsToOld(item: Item, state: State, old: ReadonlySet<string>, seen = new Set<string>()): boolean {
  if (seen.has(item.id)) return false;
  seen.add(item.id);
  if (old.has(item.address) || item.kind.name === 'rare') return true;
  if (item.kind.name !== 'view') return false;
  return state.edges
    .filter(({ dependent }) => dependent === item.id)
    .flatMap(({ needed }) => state.items.get(state.items.get(needed)?.parent || needed) ?? [])
    .filter(({ kind }) => ROWS.includes(kind.name))
    .some((each) => leadsToOld(each, state, old, seen));
}
