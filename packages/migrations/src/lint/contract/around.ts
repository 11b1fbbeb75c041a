import { madeBy } from '../made.ts';
import { canonical, child, type Parsed, relationName } from '../parser.ts';
import type { Picture } from '../picture.ts';
import type { Statement } from '../statements.ts';

/** Where a statement stands. */
export interface Around {
  /** The schema that it meets. */
  readonly picture: Picture;
  readonly file: FileIndex;
  /** Its place among the statements of the file. */
  readonly nth: number;
}

/** What a file says, wherever in it. */
export interface FileIndex {
  readonly statements: readonly (Parsed | undefined)[];
  /** What it makes, by canonical name, and where. */
  readonly made: ReadonlyMap<string, readonly { readonly nth: number; readonly by: Parsed }[]>;
}

export function indexFile(statements: readonly Pick<Statement, 'parsed'>[]): FileIndex {
  const made = new Map<string, { nth: number; by: Parsed }[]>();
  for (const [nth, { parsed }] of statements.entries()) {
    const object = madeBy(parsed);
    if (object !== undefined && parsed !== undefined)
      made.set(object.name, [...(made.get(object.name) ?? []), { nth, by: parsed }]);
  }
  return { made, statements: statements.map(({ parsed }) => parsed) };
}

/** The statements of a kind behind one, on the same table. */
export function behind({ file, nth }: Around, type: string, table: string): Parsed[] {
  return file.statements.slice(nth + 1).filter((each): each is Parsed => {
    if (each?.type !== type) return false;
    const relation = child(each.fields, 'table') ?? child(each.fields, 'relation');
    return canonical(relationName(relation)) === canonical(table);
  });
}
