import { madeBy } from '../../parse/made.ts';
import { canonical, child, children, listName, opened, type Parsed, text } from '../../parse/parser.ts';
import type { Statement } from '../../parse/statements.ts';
import type { Picture } from '../../picture/picture.ts';
import { tableOf } from './names.ts';

/** Where a statement stands. */
export interface Around {
  /** The schema that it meets. */
  readonly picture: Picture;
  readonly file: FileIndex;
  /** Its place among the statements of the file. */
  readonly nth: number;
}

/** A statement and its place. */
export interface Placed {
  readonly nth: number;
  readonly by: Parsed;
}

/** What a file says, wherever in it. */
export interface FileIndex {
  readonly statements: readonly (Parsed | undefined)[];
  /** Whether two statements, by their places, are committed together. */
  readonly isTogether: (one: number, other: number) => boolean;
  /** What it makes, by canonical name, and where. */
  readonly made: ReadonlyMap<string, readonly Placed[]>;
  /** What it does to tables: ALTER TABLE, indexes, policies, triggers, rules; by canonical name. */
  readonly on: ReadonlyMap<string, readonly Placed[]>;
  /** Triggers that it drops: canonical table, space, name. */
  readonly droppedTriggers: ReadonlySet<string>;
  /** Where it drops the last function; -1 where it drops none. */
  readonly lastFunctionDrop: number;
}

/** `transactions`: for each statement, which it is committed with; all together where nobody says. */
export function indexFile(
  statements: readonly Pick<Statement, 'parsed'>[],
  transactions: readonly number[] = [],
): FileIndex {
  const made = new Map<string, Placed[]>();
  const on = new Map<string, Placed[]>();
  const droppedTriggers = new Set<string>();
  let lastFunctionDrop = -1;
  const put = (map: Map<string, Placed[]>, name: string, placed: Placed) => {
    const list = map.get(name);
    if (list === undefined) map.set(name, [placed]);
    else list.push(placed);
  };
  for (const [nth, { parsed: by }] of statements.entries()) {
    if (by === undefined) continue;
    const object = madeBy(by);
    if (object !== undefined) put(made, object.name, { nth, by });
    const table = ON_TABLES.test(by.type) ? tableOf(by.fields) : '';
    if (table !== '') put(on, canonical(table), { nth, by });
    if (by.type === 'DropStmt' && /^OBJECT_(FUNCTION|ROUTINE)$/.test(text(by.fields, 'removeType')))
      lastFunctionDrop = nth;
    if (by.type !== 'DropStmt' || text(by.fields, 'removeType') !== 'OBJECT_TRIGGER') continue;
    for (const each of children(by.fields, 'objects')) {
      const items = children(child(each, 'List') ?? {}, 'items');
      droppedTriggers.add(`${canonical(listName(items.slice(0, -1)))} ${listName(items.slice(-1))}`);
    }
  }
  return {
    ...{ made, on, droppedTriggers, lastFunctionDrop, statements: statements.map(({ parsed }) => parsed) },
    isTogether: (one, other) => transactions[one] === transactions[other],
  };
}

const ON_TABLES = /^(AlterTable|Index|CreatePolicy|AlterPolicy|CreateTrig|Rule)Stmt$/;

/** The statements of a kind on a table, wherever in the file. */
export function onTable({ on }: FileIndex, type: string, table: string): readonly Placed[] {
  return (on.get(canonical(table)) ?? []).filter(({ by }) => by.type === type);
}

/** Those behind a statement. */
export function behind({ file, nth }: Pick<Around, 'file' | 'nth'>, type: string, table: string): Parsed[] {
  return onTable(file, type, table).flatMap((each) => (each.nth > nth ? [each.by] : []));
}

/** Whether the file switches row level security on for a table, also by a loop over the tables of a schema. */
export function securesRows(file: FileIndex, table: string): boolean {
  const enables = ({ by }: Placed) =>
    children(by.fields, 'cmds').some((cmd) => text(opened(cmd).fields, 'subtype') === 'AT_EnableRowSecurity');
  if (onTable(file, 'AlterTableStmt', table).some(enables)) return true;
  // `alter table public.%I`.
  return ['…', 'public.…'].some((each) => (file.on.get(canonical(each)) ?? []).some(enables));
}
