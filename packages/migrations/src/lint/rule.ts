import type { Statement } from '../parse/statements.ts';
import type { FileIndex } from '../phase/contract/around.ts';
import type { Picture } from '../picture/picture.ts';
import type { Beyond } from './beyond-file.ts';
import type { Sizes } from './sizes.ts';

/** What a rule may know besides the statement. */
export interface RuleContext {
  /** All statements of the file, the judged one among them. */
  readonly statements: readonly Statement[];
  /** The place of the judged one. */
  readonly nth: number;
  readonly file: FileIndex;
  /** The schema that the statement meets. Of what the pending files make, nobody uses anything yet. */
  readonly picture: Picture;
  readonly sizes: Sizes;
  /** What other files say, also later ones, and the database. */
  readonly beyond: Beyond;
  /** The statements of earlier pending files. */
  readonly earlier: readonly Statement[];
  /** What came before in the same transaction and still keeps everybody from a table that is in use. */
  readonly held: { readonly table: string; readonly line: number } | undefined;
  /** Whether another statement of the file is committed together with the judged one. */
  readonly isTogether: (other: Statement) => boolean;
  /** Whether the author said which phase the file is. */
  readonly declaresPhase: boolean;
  /** Whether what the file deletes is to be archived: it says nothing else. */
  readonly isArchived: boolean;
  /** Schemas that Supabase serves over HTTP; none where it is not Supabase. */
  readonly exposedSchemas: readonly string[];
}

/** What a rule says of a statement. */
export interface Objection {
  /** What happens, and to what. */
  readonly message: string;
  /** What to write instead. */
  readonly todo: string;
  /** Where in the statement, if not at its beginning. */
  readonly line?: number;
  /** Weighs this much, whatever its rule does. */
  readonly weight?: 'note' | 'warning' | 'error';
  /** As written. The objection weighs as much as this table does; without one, as much as the rule does. */
  readonly table?: string;
}

export interface Rule {
  /** Kebab-case; authors allow it by this name. */
  readonly id: string;
  /**
   * `blocking`: costs time while a lock is held, so a small table makes it a note and a large one an error.
   * `note`, `warning`, `error`: whatever the size.
   */
  readonly weight: 'blocking' | 'note' | 'warning' | 'error';
  readonly check: (statement: Statement, context: RuleContext) => readonly Objection[];
}

/** A rule's objection, weighed. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'note' | 'warning' | 'error';
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly statement: string;
  readonly message: string;
  readonly todo: string;
  /** The author's reason, where the rule is allowed for this statement: then it is only told. */
  readonly allowed: string | undefined;
}
