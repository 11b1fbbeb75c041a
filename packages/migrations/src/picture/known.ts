import type { Node } from '../parse/parser.ts';

/** What is known of a schema; names are canonical. */
export interface Column {
  /** As PostgreSQL writes it; undefined where nobody knows. */
  readonly type: string | undefined;
  readonly notNull: boolean;
  readonly hasDefault: boolean;
  /** A pending statement of this file added it: no code writes it yet. */
  readonly isNew: boolean;
}

/** A unique index, or a constraint that is one. */
export interface Key {
  readonly name: string;
  /** Columns, or '' for an expression. */
  readonly columns: readonly string[];
  readonly partial: boolean;
}

export interface Policy {
  readonly command: string;
  readonly roles: readonly string[];
  readonly permissive: boolean;
  readonly using: Node | undefined;
  readonly check: Node | undefined;
}

/** A function or a procedure; of several with one name, all of them together. */
export interface Routine {
  /** Triggers alone can call it. */
  readonly trigger: boolean;
  /** It is not declared as one that only reads. */
  readonly mayWrite: boolean;
  readonly bodies: readonly Body[];
  /** Whether a trigger runs it before each row, so that NULL from it swallows the row; undefined where nobody knows. */
  readonly isBefore: boolean | undefined;
  /** The pending files make it: nobody uses it yet. */
  readonly isMade: boolean;
}

export interface Body {
  readonly language: string;
  readonly code: string;
}

export interface Relation {
  readonly kind: 'table' | 'view' | 'index' | 'sequence' | 'type';
  /** Its rows are on another server. */
  readonly isForeign?: boolean;
  readonly owner: string | undefined;
  readonly rowSecurity: boolean | undefined;
  /** Undefined where nobody knows all of them. */
  readonly columns: ReadonlyMap<string, Column> | undefined;
  readonly keys: readonly Key[];
  /** Constraint nodes by name: checks and foreign keys too. */
  readonly constraints: ReadonlyMap<string, Node>;
  readonly policies: ReadonlyMap<string, Policy>;
  /** What a view asks for; undefined where nobody knows, and of what is no view. */
  readonly query: Node | undefined;
  /** Has a valid check constraint. */
  readonly isChecked: boolean;
  /** The pending files certainly make it: nobody uses it yet. */
  readonly isMade: boolean;
  /** It has this name since a pending statement. */
  readonly isRenamed: boolean;
}

export interface Known {
  /** A database was asked: what is not in here is not there. */
  readonly complete: boolean;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly routines: ReadonlyMap<string, Routine>;
  /** What else there is of the names, each behind its kind; undefined where nobody asked. */
  readonly objects?: ReadonlySet<string>;
  /** Types, with the labels of enums. */
  readonly types: ReadonlyMap<string, { readonly labels: readonly string[] | undefined }>;
}

export const nothingKnown: Known = { complete: false, relations: new Map(), routines: new Map(), types: new Map() };

/** Something that a statement makes. */
export const NEW: Relation = {
  kind: 'table',
  owner: undefined,
  rowSecurity: undefined,
  columns: undefined,
  keys: [],
  constraints: new Map(),
  policies: new Map(),
  query: undefined,
  isChecked: false,
  isMade: true,
  isRenamed: false,
};
