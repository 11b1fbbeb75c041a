import { count, nameSome } from '@lockstep/base';
import type { Archived } from './copy.ts';
import { describeKeep } from './limits.ts';

/** Migrations that were rolled back, with what was archived of each. */
type Reverted = readonly { readonly archived: readonly Archived[] }[];

/** How many rows were archived, over all tables. */
export function archivedRows(reverted: Reverted): number {
  return reverted.flatMap(({ archived }) => archived).reduce((sum, { rows }) => sum + rows, 0);
}

/** What follows in a message: how much was archived, and for how long; '' where nothing was. */
export function describeArchived(reverted: Reverted): string {
  const archived = reverted.flatMap((each) => each.archived);
  const [first] = archived;
  if (first === undefined) return '';
  const tables = nameSome([...new Set(archived.map(({ object }) => object))], 4);
  return `; ${count(archivedRows(reverted), 'row')} of ${tables} archived in lockstep_archive for ${describeKeep(first.keepMs)}`;
}
