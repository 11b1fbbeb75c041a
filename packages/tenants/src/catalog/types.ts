/** A table, as far as rows are put into it and probed for. */
export interface Table {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  /** `schema.name`, for people and for lists. */
  readonly label: string;
  /** The same, quoted. */
  readonly sql: string;
  /** A partition gets its rows through the table that it is a part of. */
  readonly parent: string | null;
  readonly rls: boolean;
  readonly force: boolean;
  readonly owner: string;
  readonly columns: readonly Column[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly uniques: readonly (readonly string[])[];
  readonly primaryKey: readonly string[];
  readonly checks: readonly CheckConstraint[];
  readonly policies: readonly Policy[];
  /** Whether a trigger or rule of the schema's own runs on it that could do more than change the row. */
  readonly triggers: boolean;
}

export interface Column {
  readonly name: string;
  /** With its modifier: `character varying(20)`. Of a domain, what is under it. */
  readonly type: string;
  /** As it was declared; differs from `type` where it is a domain. */
  readonly declared: string;
  /** pg_type.typcategory of `type`. */
  readonly category: string;
  readonly labels: readonly string[];
  readonly notNull: boolean;
  /** What it gets where an insert does not name it. */
  readonly default: string | null;
  /** `a` always, `d` by default, '' none. */
  readonly identity: string;
  readonly generated: boolean;
  /** Of its domain, over `VALUE`. */
  readonly domainChecks: readonly string[];
}

export interface ForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
  /** What a delete of the target does to a row: `a` and `r` refuse, `c` cascade, `n` null, `d` default. */
  readonly onDelete: string;
}

export interface CheckConstraint {
  readonly name: string;
  readonly columns: readonly string[];
  readonly expression: string;
}

/** The bound of a partition stands among its checks. */
export const BOUND = 'bound of the partition';

export function isBound({ name }: CheckConstraint): boolean {
  return name === BOUND;
}

export interface Policy {
  readonly name: string;
  readonly permissive: boolean;
  /** `r` select, `a` insert, `w` update, `d` delete, `*` all. */
  readonly command: string;
  /** Roles by name; `public` is everyone. */
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}

export interface View {
  readonly oid: string;
  readonly label: string;
  readonly sql: string;
  readonly materialized: boolean;
  readonly owner: string;
  /** Tables under it, by oid, at any depth. */
  readonly tables: readonly string[];
  readonly insertable: boolean;
  /** Columns that are a column of what is under it, unchanged. */
  readonly columns: readonly ViewColumn[];
}

export interface ViewColumn {
  readonly name: string;
  /** A table or another view, by oid. */
  readonly of: string;
  readonly column: string;
}

export interface Routine {
  readonly oid: string;
  readonly label: string;
  readonly sql: string;
  /** Types of the arguments that must be given. */
  readonly types: readonly string[];
  readonly names: readonly string[];
  readonly volatility: 'i' | 's' | 'v';
  readonly definer: boolean;
  readonly aggregateOrTrigger: boolean;
  /** Its text; '' where it is compiled. */
  readonly source: string;
  /** `search_path` as the function sets it; null where it takes the caller's. */
  readonly searchPath: string | null;
}

/** A sequence that numbers the rows of a table. */
export interface Sequence {
  readonly label: string;
  readonly table: string;
  /** Roles that may see or set it. */
  readonly readers: readonly string[];
  readonly setters: readonly string[];
}

/** A schema that is audited, and the roles that may create objects in it. */
export interface Schema {
  readonly label: string;
  readonly creators: readonly string[];
}

export interface ForeignTable {
  readonly label: string;
  readonly readers: readonly string[];
}

export interface Catalog {
  readonly tables: readonly Table[];
  readonly views: readonly View[];
  readonly routines: readonly Routine[];
  /** Labels of functions outside of the schemas that run with the rights of their owner. */
  readonly hidden: readonly string[];
  readonly sequences: readonly Sequence[];
  readonly foreignTables: readonly ForeignTable[];
  readonly schemas: readonly Schema[];
  /** Tables whose changes Realtime sends, by oid. */
  readonly published: readonly string[];
  /** Whether there is the table whose policies Realtime asks for private channels, and whether it has any. */
  readonly hasMessages: boolean;
  readonly messagePolicies: boolean;
  readonly roles: readonly RoleFacts[];
}

export interface RoleFacts {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypassRls: boolean;
  /** It and every role whose rights it has without asking for them. */
  readonly memberOf: readonly string[];
}

/** What a role may do with a table. */
export interface Rights {
  readonly select: boolean;
  readonly insert: boolean;
  readonly update: boolean;
  readonly delete: boolean;
  readonly truncate: boolean;
  readonly selectColumns: readonly string[];
  readonly insertColumns: readonly string[];
  readonly updateColumns: readonly string[];
}
