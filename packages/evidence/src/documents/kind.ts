import type { KindName } from './names.ts';
import type { Rule } from './rule.ts';

/** A kind of document: what it has to have, beyond an owner, a review and no text of a template. */
export interface DocumentKind {
  readonly name: KindName;
  readonly title: string;
  /** How long a review holds, unless the list of documents says otherwise. */
  readonly reviewedWithinMs: number;
  readonly headings: readonly string[];
  readonly tables: readonly TableRule[];
  /** What is judged of this kind alone. */
  readonly rules: readonly Rule[];
}

/** A table below a heading, every cell of which is filled in. */
export interface TableRule {
  readonly heading: string;
  readonly columns: readonly string[];
  /** Rows that it has at least. */
  readonly fewest: number;
}
