import type { Cell } from '../probe/probe-table.ts';
import type { FreshOf, Run } from '../run-cells.ts';

export type { Extra } from './finding.ts';

/** What every member of the family is given. */
export interface Extras {
  readonly run: Run;
  readonly cells: readonly Cell[];
  readonly freshOf: FreshOf;
}
