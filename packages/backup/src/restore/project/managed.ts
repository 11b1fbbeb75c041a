import type { Contents, TableRecord } from '../../manifest/manifest.ts';

/** Schemas that belong to Supabase's services: a project has them already, in the version that the services made. */
export const MANAGED = [
  'auth',
  'storage',
  'realtime',
  '_realtime',
  'vault',
  'graphql',
  'graphql_public',
  'extensions',
  'pgsodium',
  'pgsodium_masks',
  'pgbouncer',
  'supabase_functions',
  'net',
  'cron',
  '_analytics',
] as const;

/** Of which the rows are the team's own: users and their logins, buckets and the records of files. */
const WITH_ROWS = ['auth', 'storage'];
/** Which version a service has made of its schema: another one's would keep it from starting. */
const VERSIONS = ['auth.schema_migrations', 'storage.migrations'];

/** Roles of the platform. */
export const PLATFORM_ROLE =
  /^(supabase_\w+|dashboard_user|pgbouncer|pgsodium_\w+|authenticator|anon|authenticated|service_role|postgres|cli_login_\w+)$/;
/** Whose objects are the platform's; `postgres` owns those of the team. */
export const PLATFORM_OWNER = /^(supabase_\w+|dashboard_user|pgbouncer|pgsodium_\w+)$/;

/** The schema of a qualified, quoted name. */
export function schemaOf(name: string): string {
  const [, quoted, plain] = /^(?:"((?:[^"]|"")*)"|([^."]+))\./.exec(name) ?? [];
  return quoted?.replaceAll('""', '"') ?? plain ?? '';
}

export function isManaged(schema: string): boolean {
  return MANAGED.some((one) => one === schema);
}

/** A column of a table of the project. */
export interface ProjectColumn {
  readonly type: string;
  /** It has to be given a value. */
  readonly isRequired: boolean;
}

export interface ProjectTable {
  readonly columns: ReadonlyMap<string, ProjectColumn>;
  readonly hasRows: boolean;
  readonly mayInsert: boolean;
}

export interface ManagedPlan {
  /** Tables of managed schemas whose rows are restored. */
  readonly rows: readonly TableRecord[];
  /** What stays as the project has it, and why. */
  readonly left: readonly { readonly what: string; readonly why: string }[];
  /** Why nothing may be written. */
  readonly differences: readonly string[];
  /** Columns that the project has and the backup has not: they get their defaults. */
  readonly defaults: readonly string[];
  /** Tables that have rows already. */
  readonly used: readonly string[];
}

/**
 * Which rows of Supabase's own schemas fit into those of a project, whose services may have another version: what would be
 * lost or refused is a difference, before anything is written.
 */
export function planManaged(
  contents: Pick<Contents, 'tables'>,
  project: ReadonlyMap<string, ProjectTable>,
): ManagedPlan {
  const rows: TableRecord[] = [];
  const left: { what: string; why: string }[] = [];
  const differences: string[] = [];
  const defaults: string[] = [];
  const used: string[] = [];
  for (const table of contents.tables) {
    const { name } = table;
    const schema = schemaOf(name);
    if (!isManaged(schema)) continue;
    if (VERSIONS.includes(name))
      left.push({ what: `rows of ${name}`, why: 'the versions of its services are its own' });
    else if (!WITH_ROWS.includes(schema))
      left.push({ what: `rows of ${name}`, why: 'the schema is run by Supabase: set it up in the project again' });
    else if (table.rows === 0) continue;
    else {
      const there = project.get(name);
      const found = there === undefined ? [`${name}: the project does not have it`] : columnProblems(table, there);
      differences.push(...found);
      if (there === undefined) continue;
      const more = [...there.columns].filter(
        ([column, { isRequired }]) => !isRequired && !table.columns.includes(column),
      );
      defaults.push(...more.map(([column]) => `${name}.${column}`));
      if (!there.mayInsert) differences.push(`${name}: this role may not write it`);
      if (there.hasRows) used.push(name);
      rows.push(table);
    }
  }
  return { rows, left, differences, defaults, used };
}

function columnProblems({ name, columns, types }: TableRecord, there: ProjectTable): string[] {
  const problems = columns.flatMap((column, at): string[] => {
    const now = there.columns.get(column);
    if (now === undefined) return [`${name}.${column}: the project does not have it`];
    const was = types?.[at];
    return was === undefined || was === now.type ? [] : [`${name}.${column}: it was ${was}, and is ${now.type}`];
  });
  for (const [column, { isRequired }] of there.columns)
    if (isRequired && !columns.includes(column))
      problems.push(`${name}.${column}: it needs a value, and the backup has none`);
  return problems;
}
