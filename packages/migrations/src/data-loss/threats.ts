import type { Column, Relation, Relations } from './relations.ts';
import type { Touched } from './touched.ts';

/**
 * What counts as data loss: each kind of change that takes something away, be it tried or foretold from a text. How much
 * user data a threat is to, losses.ts counts. The relation is as it was before.
 */
export type Threat =
  | { readonly kind: 'table'; readonly relation: Relation }
  | { readonly kind: 'column'; readonly relation: Relation; readonly attnum: number; readonly column: Column }
  | {
      readonly kind: 'type';
      readonly relation: Relation;
      readonly attnum: number;
      readonly column: Column;
      readonly to: string;
    }
  /** Deletes or updates rows, empties the table, or writes it anew. */
  | { readonly kind: 'rows'; readonly relation: Relation }
  /** A materialized view gets the rows that its query has now. */
  | { readonly kind: 'refresh'; readonly relation: Relation }
  /** From now on a crash of the server empties the table. */
  | { readonly kind: 'unlogged'; readonly relation: Relation }
  /** Writes to rows that are not in this database. */
  | { readonly kind: 'foreign'; readonly relation: Relation };

/**
 * Compares what was there before with what is there after, of all that was touched. `empties`: it may have emptied what
 * it then dropped. Pure.
 */
export function findThreats(before: Relations, after: Relations, { alone, writes }: Touched, empties = true): Threat[] {
  return [...before.values()].flatMap((relation): Threat[] => {
    const now = after.get(relation.oid);
    if (relation.kind === 'foreign') {
      // Rows behind a foreign table stay when it goes, but for those that were deleted before.
      const emptied = alone.has(relation.oid) && (now !== undefined || empties);
      return writes.has(relation.oid) || emptied ? [{ kind: 'foreign', relation }] : [];
    }
    if (now === undefined) return [{ kind: 'table', relation }];
    const isAnew = now.filenode !== relation.filenode;
    const counted = now.deleted > relation.deleted || now.updated > relation.updated;
    if (relation.kind === 'view') return isAnew || counted ? [{ kind: 'refresh', relation }] : [];
    const threats = [...relation.columns].flatMap(([attnum, column]): Threat[] => {
      if (column.generated) return [];
      const left = now.columns.get(attnum);
      if (left === undefined) return [{ kind: 'column', relation, attnum, column }];
      return left.shape === column.shape ? [] : [{ kind: 'type', relation, attnum, column, to: left.type }];
    });
    if (now.unlogged && !relation.unlogged) threats.push({ kind: 'unlogged', relation });
    // A function may keep the server from counting (track_counts): then only the lock shows that rows were written.
    const uncounted = writes.has(relation.oid) && now.inserted === relation.inserted;
    return counted || uncounted || isAnew ? [...threats, { kind: 'rows', relation }] : threats;
  });
}

/** Names a threat, so that two looks can be compared. */
export function threatKey(threat: Threat): string {
  const column = 'column' in threat ? `.${threat.column.name}` : '';
  return `${threat.kind} ${threat.relation.name}${column}`;
}
