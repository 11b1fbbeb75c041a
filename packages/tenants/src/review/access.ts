/** Who may do what, as the catalog says it. Nothing in it depends on who owns the database or when it was read. */
export interface Access {
  readonly roles: readonly RoleAccess[];
  readonly objects: readonly ObjectAccess[];
  readonly functions: readonly FunctionAccess[];
}

export interface RoleAccess {
  readonly name: string;
  readonly login: boolean;
  readonly superuser: boolean;
  readonly bypassRls: boolean;
  /** Roles whose rights it has. */
  readonly memberOf: readonly string[];
}

/** A table, a view or a sequence. */
export interface ObjectAccess {
  readonly label: string;
  readonly kind: 'table' | 'view' | 'materialized view' | 'foreign table' | 'sequence';
  readonly rls: boolean;
  readonly force: boolean;
  /** Of a view: it asks in the name of the caller. */
  readonly invoker: boolean;
  readonly grants: readonly Grant[];
  readonly policies: readonly PolicyText[];
}

export interface Grant {
  /** `public` is everyone. */
  readonly role: string;
  readonly right: string;
  /** Of some columns alone. */
  readonly columns: readonly string[];
  readonly grantable: boolean;
}

export interface PolicyText {
  readonly name: string;
  readonly permissive: boolean;
  readonly command: string;
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}

export interface FunctionAccess {
  /** With the types of its arguments. */
  readonly label: string;
  readonly definer: boolean;
  readonly callers: readonly string[];
}
