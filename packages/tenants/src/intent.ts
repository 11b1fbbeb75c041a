/** What the caller means by "apart". Never how the database does it: a wrong policy cannot say what is right. */
export interface Intent {
  /** The table with one row per tenant, as `schema.table`. The table of users itself, where each user is a tenant. */
  readonly tenantTable: string;
  /** The table of users; `auth.users` where there is one. */
  readonly userTable: string;
  readonly membership: Membership | undefined;
  readonly identities: readonly Identity[];
  /** Schemas whose tables, views and functions are looked at. */
  readonly schemas: readonly string[];
  /** Tables, views and functions that everyone may read on purpose: `schema.name`, `*` matches anything. */
  readonly publicObjects: readonly string[];
  /** Tables that no one may change, not even their own tenant. */
  readonly auditTables: readonly string[];
  /** Volatile functions that may be called: what they do must be undone by a rollback. */
  readonly callable: readonly string[];
  /** Who may see, within a tenant, only the rows of their own. */
  readonly ownRows: readonly OwnRows[];
  /** By table the column that holds the id of the tenant whose the row is, where foreign keys do not say it. */
  readonly ownerColumns: Readonly<Record<string, string>>;
  /** Names of objects by bucket, with `{tenant}` and `{user}`. */
  readonly buckets: Readonly<Record<string, string>>;
  /** Topics of private channels of Realtime, with `{tenant}` and `{user}`. */
  readonly channels: readonly string[];
  /** SQL by table that inserts what cannot be generated, with `{tenant}`, `{user}` and `{mark}`. */
  readonly fixtures: Readonly<Record<string, string>>;
}

/** How a user belongs to a tenant: a row of a table. */
export interface Membership {
  readonly table: string;
  readonly userColumn: string;
  readonly tenantColumn: string;
  readonly roleColumn: string | undefined;
}

/** Somebody who uses the database: a role of the server, and what the server is told of the user. */
export interface Identity {
  readonly name: string;
  readonly role: string;
  /** Whether it is a user of a tenant; without it, it is anyone at all. */
  readonly isUser: boolean;
  /** Claims of the token, with `{tenant}` and `{user}` in its texts. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** Settings of the session, such as `app.tenant_id`, with the same. */
  readonly settings: Readonly<Record<string, string>>;
  /** What the role column of the membership says for it. */
  readonly memberRole: string | undefined;
}

export interface OwnRows {
  /** The name of an identity. */
  readonly identity: string;
  /** `schema.table`; `*` matches anything. */
  readonly tables: readonly string[];
}

/** Whether a name is in a list of names in which `*` matches anything. */
export function isListed(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`).test(name);
  });
}

/** Replaces `{tenant}`, `{user}` and `{mark}` in every text of a value. */
export function filled(value: unknown, words: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return value.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
  if (Array.isArray(value)) return value.map((one) => filled(one, words));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, words)]));
}
