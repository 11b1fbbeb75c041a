/** One thing that a schema has, or one setting of it, as the catalogs of PostgreSQL say. */
export interface Item {
  readonly kind: Kind;
  /** The same before and after: its kind and its name. */
  readonly id: string;
  /** As SQL writes it, with its schema. */
  readonly name: string;
  /** Where the catalogs have it: `pg_class/16400/0`; '' for a setting. */
  readonly address: string;
  /** What it goes with when that is dropped: the table of a column. '' where it is on its own. */
  readonly parent: string;
  readonly facts: Facts;
}

// biome-ignore lint/suspicious/noExplicitAny: JSON of a query that is next to what reads it
export type Facts = Readonly<Record<string, any>>;

/** A kind of objects or settings: a file in `kinds/`, and a line in `kinds.ts`. */
export interface Kind {
  readonly name: string;
  /** Columns: name, address, parent (an id), facts as JSON. With an empty search_path, and the words of `words.ts`. */
  readonly query: string;
  /** Of something that others are on, and not of how it is set: it can be created and dropped. */
  readonly create?: (item: Item, state: State) => readonly string[];
  readonly drop?: (item: Item, state: State) => readonly string[];
  /**
   * Makes it what it was (`to`) from what it is (`from`); undefined where it has to be dropped and created. `from` or `to`
   * is undefined where a setting has no value.
   */
  readonly change?: (from: Item | undefined, to: Item | undefined, states: States) => readonly string[] | undefined;
  /** Whether what depends on it has to be dropped while it changes. */
  readonly blocks?: (from: Item, to: Item) => boolean;
}

/** All of a schema. */
export interface State {
  readonly items: ReadonlyMap<string, Item>;
  readonly edges: readonly Edge[];
}

export interface States {
  readonly from: State;
  readonly to: State;
}

/** `dependent` needs `needed`; it goes with it where `isPart`. Both are ids. */
export interface Edge {
  readonly dependent: string;
  readonly needed: string;
  readonly isPart: boolean;
}
