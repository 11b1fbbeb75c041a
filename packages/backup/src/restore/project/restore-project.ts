import { type Check, describe, type NotVerified } from '@lockstep/base';
import { readSchemaWithin, type Session } from '@lockstep/postgres';
import { compareRows, compareSequences } from '../../drill/compare.ts';
import type { TableRecord } from '../../manifest/manifest.ts';
import { textOf } from '../../manifest/read-manifest.ts';
import type { RowDigest } from '../../rows/row-hash.ts';
import { openSealed } from '../../seal/sealed-object.ts';
import { readSequences, setSequence } from '../../source/inventory.ts';
import { RESTORE_SETTINGS } from '../../source/source-settings.ts';
import { objectOf, partsOf, type RestoreOptions, restoreRows, rowsThere } from '../restore.ts';
import { attempt, type Refusal } from '../run-script.ts';
import { type Entry, entriesOf, withoutTablespaces } from '../script-entries.ts';
import { chooseEntry } from './choose-entries.ts';
import { compareProject } from './compare-project.ts';
import { isManaged, type ManagedPlan, PLATFORM_ROLE, planManaged, schemaOf } from './managed.ts';
import { type Project, readProject } from './read-project.ts';
import { brokenKeys, clearDefaultPrivileges, foreignKeysOf, inOrderOf, withoutTriggers } from './within.ts';

export { isProject } from './read-project.ts';

export type ProjectRestored =
  | { readonly kind: 'not-empty'; readonly tables: readonly string[] }
  /** Its services have other versions of their schemas, into which rows of the backup do not fit. */
  | { readonly kind: 'project-differs'; readonly differences: readonly string[] }
  /** Where a check failed, all of it was rolled back. */
  | {
      readonly kind: 'done';
      readonly kept: boolean;
      readonly rows: number;
      readonly checks: readonly Check[];
      readonly notVerified: readonly NotVerified[];
    };

/**
 * Restores a backup into a Supabase project, by a role that is no superuser: all that is the team's own, and of the
 * schemas that Supabase's services made the rows alone. In one transaction, which is committed once all was compared.
 */
export async function restoreIntoProject(options: RestoreOptions, session: Session): Promise<ProjectRestored> {
  const { contents } = options;
  const project = await readProject(session);
  const plan = planManaged(contents, project.tables);
  if (plan.used.length > 0) return { kind: 'not-empty', tables: plan.used };
  if (plan.differences.length > 0) return { kind: 'project-differs', differences: plan.differences };
  await session.rows(RESTORE_SETTINGS);
  await session.rows('begin');
  try {
    const found = await within({ ...options, session, project, plan });
    const kept = found.checks.every(({ verdict }) => verdict !== 'fail');
    await session.rows(kept ? 'commit' : 'rollback');
    return { kind: 'done', kept, ...found };
  } catch (error) {
    if (!session.lost) await session.send('rollback');
    throw error;
  }
}

interface Restoring extends RestoreOptions {
  readonly session: Session;
  readonly project: Project;
  readonly plan: ManagedPlan;
}

interface Outcome {
  readonly rows: number;
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
}

async function within(restoring: Restoring): Promise<Outcome> {
  const { session, contents, plan, project, log } = restoring;
  const { scripts, after } = partsOf(contents);
  const [globals = '', before = ''] = scripts;
  const notVerified = leftOf(restoring);
  notVerified.push(...(await runGlobals(restoring, globals)));
  await clearDefaultPrivileges(session);
  const refused = await runEntries(restoring, before);
  if (refused.length > 0) return { checks: refused.map(refusedCheck), notVerified, rows: 0 };
  const own = contents.tables.filter(({ name }) => !isManaged(schemaOf(name)));
  const keys = await foreignKeysOf(session, new Set(plan.rows.map(({ name }) => name)));
  const isQuiet = await withoutTriggers(session);
  const tables = [...inOrderOf(plan.rows, keys), ...own];
  for (const table of tables) {
    await restoreRows(restoring, session, table);
    log.debug(`${table.name}: ${table.rows} rows`);
  }
  if (isQuiet) await session.rows('set local session_replication_role = origin');
  const sequences = contents.sequences.filter(({ name }) => isOurs(name));
  for (const each of sequences) {
    const refusal = await attempt(session, `sequence ${each.name}`, setSequence(each));
    if (refusal !== undefined) refused.push(refusal);
  }
  refused.push(...(await runEntries(restoring, after)));
  if (refused.length > 0) return { checks: refused.map(refusedCheck), notVerified, rows: 0 };
  const there = new Map<string, RowDigest>();
  for (const table of tables) there.set(table.name, await rowsThere(session, table));
  const lacking = {
    missingExtensions: [],
    refused: [],
    refusedLabels: [],
    withoutRows: [],
    tablespaces: project.tablespaces,
  };
  const rows = compareRows({ ...contents, tables }, there, lacking);
  const values = await readSequences(
    session,
    sequences.map(({ name }) => name),
  );
  const schema = compareProject(contents, await readSchemaWithin(session), project);
  const checks = [
    ...schema.checks,
    ...rows.checks,
    ...compareSequences({ ...contents, sequences }, values),
    keysCheck(await brokenKeys(session, keys), plan.rows),
  ];
  const count = tables.reduce((sum, table) => sum + table.rows, 0);
  return { checks, rows: count, notVerified: [...notVerified, ...schema.notVerified, ...rows.notVerified] };
}

/** Sequences of the services go on with their rows; those of what is not restored are left. */
function isOurs(name: string): boolean {
  const schema = schemaOf(name);
  return !isManaged(schema) || schema === 'auth' || schema === 'storage';
}

/** What is not restored, by name. */
function leftOf({ plan, contents }: Restoring): NotVerified[] {
  const left = [
    ...contents.notContained.map(({ what, why }) => ({ what, because: `not contained: ${why}` })),
    ...plan.left.map(({ what, why }) => ({ what, because: why })),
    ...plan.defaults.map((what) => ({ what, because: 'the backup does not have this column: it has its default' })),
  ];
  return left.map((each) => ({ id: 'contained', ...each, remedy: '', chosen: true }));
}

/** A statement of the script of roles and settings: each stands in a block of its own. */
const STATEMENT = /^(?=do \$lockstep\$|create temporary table |drop table )/m;

/** Roles that the project does not have; what it does not allow is named, and missed where the schema needs it. */
async function runGlobals({ session, from, manifest, project, contents, signal }: Restoring, name: string) {
  const script = await textOf(openSealed(from, objectOf(manifest, name), { signal }));
  const refusals: Refusal[] = [];
  for (const statement of script.split(STATEMENT)) {
    if (statement.trim() === '') continue;
    const refusal = await attempt(session, 'roles and settings', statement);
    if (refusal !== undefined) refusals.push(refusal);
  }
  const now = new Set((await session.rows('select rolname from pg_catalog.pg_roles')).map(([role]) => role));
  const missing = contents.roles.filter((role) => !now.has(role) && !project.roles.has(role));
  const gaps: NotVerified[] = missing.map((role) => ({
    id: 'schema-equal',
    what: `role ${role}`,
    because: 'the project does not allow it to be created',
    remedy: PLATFORM_ROLE.test(role) ? '' : 'create it in the project first, where something needs it',
    chosen: PLATFORM_ROLE.test(role),
  }));
  if (refusals.length > missing.length) {
    const because = `the project refused ${refusals.length} of them: ${describe(refusals[0]?.error)}`;
    gaps.push({ id: 'schema-equal', what: 'settings of roles and of the database', because, remedy: '', chosen: true });
  }
  return gaps;
}

async function runEntries({ session, from, manifest, project, signal }: Restoring, name: string): Promise<Refusal[]> {
  const script = await textOf(openSealed(from, objectOf(manifest, name), { signal }));
  const { prelude, entries } = entriesOf(withoutTablespaces(script, project.tablespaces));
  await session.rows(prelude);
  const refusals: Refusal[] = [];
  for (const entry of entries) {
    if (chooseEntry(entry, project) === 'theirs') continue;
    const refusal = await attempt(session, nameOf(entry), entry.sql);
    if (refusal !== undefined) refusals.push(refusal);
  }
  return refusals;
}

function nameOf({ object, owner }: Entry): string {
  return owner === '-' ? object : `${object} (owner ${owner})`;
}

function refusedCheck({ object, error }: Refusal): Check {
  return {
    id: 'backup-restores',
    title: 'The backup can be restored',
    verdict: 'fail',
    reason: 'statement-refused',
    what: object,
    measured: describe(error),
    expected: 'every statement is taken',
    remedy: 'let the project allow it (extensions and webhooks are switched on in its dashboard), and restore again',
  };
}

function keysCheck(broken: readonly string[], tables: readonly TableRecord[]): Check {
  const holds = broken.length === 0;
  return {
    id: 'references-hold',
    title: "Every row of Supabase's own schemas refers to one that is there",
    verdict: holds ? 'pass' : 'fail',
    reason: holds ? 'references-hold' : 'reference-broken',
    what: `${tables.length} tables`,
    measured: holds ? 'every reference' : broken.join(', '),
    expected: 'every reference',
    remedy: holds ? '' : 'the backup lacks the rows of a table: restore one without exclude-rows',
  };
}
