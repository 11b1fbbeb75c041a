import type { Place } from '@lockstep/base';

/** What a supabase-js query names of the schema, as far as it is written down. */
export interface RelationUse {
  readonly kind: 'relation';
  readonly place: Place;
  readonly schema: string;
  readonly name: string;
  readonly selected: readonly SelectItem[];
  /** Columns of filters, orders and written rows; `embed.column` where it is one of an embedded relation. */
  readonly columns: readonly ColumnUse[];
}

export interface ColumnUse {
  readonly name: string;
  readonly place: Place;
}

export interface FunctionUse {
  readonly kind: 'function';
  readonly place: Place;
  readonly schema: string;
  readonly name: string;
  /** Undefined where the arguments are not an object that is written down. */
  readonly args: readonly string[] | undefined;
}

/** A query of which a part is only known when it runs. */
export interface UnreadUse {
  readonly kind: 'unread';
  readonly place: Place;
  readonly part: 'table' | 'function' | 'schema' | 'columns' | 'row' | 'file';
}

export type Use = RelationUse | FunctionUse | UnreadUse;

/** One part of `id, patient:patients!inner(name)`. */
export interface SelectItem {
  readonly name: string;
  readonly alias: string;
  /** Of an embedded relation: what is selected of it, and its hint (a constraint or a column). */
  readonly embedded?: { readonly items: readonly SelectItem[]; readonly hint: string };
}
