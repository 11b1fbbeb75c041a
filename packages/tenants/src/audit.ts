import { InputError } from '@lockstep/base';
import { type Session, SqlError } from '@lockstep/postgres';
import { readCallable, readCatalog, readRights } from './catalog/read-catalog.ts';
import type { RoleFacts, Table } from './catalog/types.ts';
import { findExtras } from './extras/index.ts';
import type { Audited, AuditResult } from './findings.ts';
import { type Intent, isListed } from './intent.ts';
import { attemptAll } from './probe/attempt.ts';
import { endedParts } from './probe/ended.ts';
import { forgedParts } from './probe/forged.ts';
import { foreignRows, missingRoles, otherSessions, placesOf, productionRefusal, refreshAll } from './refuse.ts';
import { auditCells, type FreshOf, forgedCells, type Run, withinCells } from './run-cells.ts';
import { lookAround, otherThings, type Watch } from './run-things.ts';
import { type Fresh, freshRows, newPlaces, type Part, partsOf, seedTenant, setStage, settled } from './stage.ts';

export interface AuditOptions {
  readonly intent: Intent;
  /** Of servers that must never be written to, as `pg_control_system` says it. */
  readonly production: readonly string[];
  readonly lockTimeoutMs: number;
  readonly statementTimeoutMs: number;
  /** Only whether the database is fit for it and the intent fits the schema. */
  readonly dryRun: boolean;
}

const LOCK_TIMEOUT = '55P03';

/**
 * Puts two tenants in, tries in the name of each identity what it must not be able to do, and takes everything back:
 * all of it is in one transaction that is never committed. Throws InputError where the intent does not fit the schema.
 */
export async function auditTenants(session: Session, options: AuditOptions): Promise<AuditResult> {
  const why = await productionRefusal(session, options.production);
  if (why !== undefined) return { kind: 'refused', why };
  const others = await otherSessions(session);
  if (others !== undefined) return { kind: 'refused', why: others };
  await session.rows('begin');
  try {
    await session.rows(
      `set local lock_timeout = ${options.lockTimeoutMs}; set local statement_timeout = ${options.statementTimeoutMs}; set local idle_in_transaction_session_timeout = 0; set constraints all immediate`,
    );
    return await audit(session, options);
  } catch (error) {
    if (error instanceof SqlError && error.server.code === LOCK_TIMEOUT)
      return { kind: 'locked', message: error.message };
    throw error;
  } finally {
    if (!session.lost) await session.send('rollback');
  }
}

async function audit(session: Session, { dryRun, intent }: AuditOptions): Promise<AuditResult> {
  const roleNames = [...new Set(intent.identities.map(({ role }) => role))];
  const missing = await missingRoles(session, roleNames);
  if (missing.length > 0)
    throw new InputError(`the database has no role ${missing.join(', ')}, which the identities name`);
  const extra = [
    intent.tenantTable,
    intent.userTable,
    intent.membership?.table ?? '',
    ...(Object.keys(intent.buckets).length > 0 ? ['storage.objects', 'storage.buckets'] : []),
  ];
  const catalog = await readCatalog(session, { schemas: intent.schemas, extra, roles: roleNames });
  refuseUnknown(catalog.tables, intent);
  const stage = setStage(session, catalog, intent);
  const used = await foreignRows(session, catalog.tables, stage.kinship);
  if (used !== undefined) return { kind: 'refused', why: used };

  if (dryRun) {
    const identities = intent.identities.map(({ name }) => name);
    return { kind: 'planned', tables: stage.probed.map(({ label }) => label), identities };
  }
  const before = await placesOf(session, stage.probed);
  const [mine, others] = stage.tenants;
  const problems = await seedTenant(stage, mine, intent);
  const root = problems.get(intent.tenantTable) ?? problems.get(intent.membership?.table ?? '');
  if (root !== undefined)
    return {
      kind: 'not-seeded',
      table: problems.has(intent.tenantTable) ? intent.tenantTable : (intent.membership?.table ?? ''),
      message: root,
    };
  await refreshAll(session, catalog.views);
  const own = await newPlaces(session, stage.probed, before);

  const parts = partsOf(stage, intent);
  await refuseUnreachable(session, parts);
  const rights = new Map<string, Awaited<ReturnType<typeof readRights>>>();
  const callable = new Map<string, ReadonlySet<string>>();
  for (const role of roleNames) {
    rights.set(role, await readRights(session, role));
    callable.set(role, await readCallable(session, role));
  }
  const watches: Watch[] = [];
  for (const part of parts)
    watches.push(
      await lookAround(session, {
        part,
        catalog,
        intent,
        rights: rights.get(part.actor.role),
        callable: callable.get(part.actor.role),
      }),
    );

  const later = await placesOf(session, stage.probed);
  const theirProblems = await seedTenant(stage, others, intent);
  await refreshAll(session, catalog.views);
  const foreign = await newPlaces(session, stage.probed, later);
  const run: Run = {
    session,
    stage,
    intent,
    parts,
    rights,
    superuser: (await session.rows("select pg_catalog.current_setting('is_superuser')"))[0]?.[0] === 'on',
    places: await settled(session, stage, { mine: own, others: foreign }),
    roleOf: (name) => catalog.roles.find((role) => role.name === name) as RoleFacts,
  };
  const things = await otherThings(run, watches);
  const known = new Map<string, Promise<Fresh>>();
  const freshOf: FreshOf = ({ bucket, table }, person) => {
    const key = [table.oid, bucket, person?.mark].join(' ');
    const fresh = known.get(key) ?? freshRows(stage, table, { bucket, person });
    known.set(key, fresh);
    return fresh;
  };
  const cells = await auditCells(run, freshOf);
  const pretending = [...(await forgedParts(session, stage, intent)), ...(await endedParts(session, stage, intent))];
  const forged = await forgedCells(run, pretending, cells.cells);
  const within = await withinCells(run);
  const extras = await findExtras({ run, cells: cells.cells, freshOf });
  return found(run, {
    cells: [...cells.cells, ...forged],
    extras,
    auditTables: cells.auditTables,
    within,
    ...things,
    notSeeded: [...new Map([...problems, ...theirProblems])].flatMap(([label, why]) => {
      const table = catalog.tables.find((one) => one.label === label);
      return table === undefined ? [] : [{ table, why }];
    }),
  });
}

function found(
  { intent, stage }: Run,
  rest: Pick<Audited, 'cells' | 'auditTables' | 'within' | 'extras' | 'views' | 'functions' | 'notSeeded'>,
): Audited {
  return {
    kind: 'audited',
    ...rest,
    bypass: stage.catalog.roles
      .filter(({ bypassRls, superuser }) => bypassRls || superuser)
      .map(({ name, superuser }) => ({ role: name, why: superuser ? 'it is a superuser' : 'it has BYPASSRLS' })),
    tables: stage.probed,
    ofNoTenant: stage.probed
      .filter((table) => !stage.kinship.isOfTenant(table) && !isListed(table.label, intent.publicObjects))
      .map(({ label }) => label),
    messagePolicies: stage.catalog.messagePolicies && intent.channels.length === 0,
    roles: stage.catalog.roles,
    kinship: stage.kinship,
  };
}

/** Whoever may not take a role is refused everything in its name, which would look like tenants that are apart. */
async function refuseUnreachable(session: Session, parts: readonly Part[]): Promise<void> {
  const problems: string[] = [];
  for (const { actor } of parts) {
    const [answer] = await attemptAll(session, actor, [{ statement: 'select 1' }]);
    if (answer?.code !== '')
      problems.push(
        `identities: "${actor.name}" cannot be tried: ${answer?.message}; grant ${actor.role} to the role of the database URL`,
      );
  }
  if (problems.length > 0) throw new InputError(problems);
}

/** Every name of the intent that leads nowhere, at once. */
function refuseUnknown(tables: readonly Table[], intent: Intent): void {
  const problems: string[] = [];
  const has = (label: string) => tables.some((table) => table.label === label);
  const column = (label: string, name: string | undefined) =>
    name === undefined ||
    tables.find((table) => table.label === label)?.columns.some((one) => one.name === name) === true;
  if (!has(intent.tenantTable)) problems.push(`tenant-table: the database has no table ${intent.tenantTable}`);
  const { membership } = intent;
  if (membership !== undefined && !has(membership.table))
    problems.push(`membership: the database has no table ${membership.table}`);
  else if (membership !== undefined) {
    for (const name of [membership.userColumn, membership.tenantColumn, membership.roleColumn])
      if (!column(membership.table, name)) problems.push(`membership: ${membership.table} has no column ${name}`);
  }
  for (const label of Object.keys(intent.fixtures))
    if (!has(label)) problems.push(`fixtures: the database has no table ${label}`);
  for (const [label, name] of Object.entries(intent.ownerColumns))
    if (!has(label)) problems.push(`owner-columns: the database has no table ${label}`);
    else if (!column(label, name)) problems.push(`owner-columns: ${label} has no column ${name}`);
  for (const pattern of intent.auditTables)
    if (!tables.some(({ label }) => isListed(label, [pattern])))
      problems.push(`audit-tables: no table is named ${pattern}`);
  if (problems.length > 0) throw new InputError(problems);
}
