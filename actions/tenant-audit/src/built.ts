import type { Shell } from '@lockstep/action-shell';
import { Secret } from '@lockstep/base';
import { type AuditResult, auditDatabase, type DatabaseOptions, refuseProduction } from '@lockstep/tenants';

export interface Building {
  readonly url: Secret;
  readonly directory: string;
  readonly options: DatabaseOptions;
  readonly shell: Shell;
}

type Result = AuditResult | { readonly kind: 'not-built' | 'no-server'; readonly message: string };

/** The same on a server of its own, started from binaries that are there, where no database was given. */
export async function auditOnOwnServer(building: Omit<Building, 'url'>): Promise<Result> {
  const { shell } = building;
  const { findBinaries } = await import('./server/binaries.ts');
  const bin = findBinaries(shell.env.workspace);
  if (bin === undefined)
    return {
      kind: 'no-server',
      message: 'scratch-database-url is empty, and the runner has no PostgreSQL to start one',
    };
  shell.log.info(`starts PostgreSQL from ${bin} for the audit`);
  const { withLocalServer } = await import('./server/local-server.ts');
  const local = await withLocalServer(bin, shell, (url) => auditBuilt({ ...building, url: new Secret(url) }));
  return local.kind === 'ran' ? local.value : local;
}

/** How long a migration may wait and run: on a server of its own nothing is in its way. */
const LIMITS = {
  lockTimeoutMs: 10_000,
  lockRetryForMs: 10_000,
  migrationLockTimeoutMs: 10_000,
  statementTimeoutMs: 300_000,
};

/** Audits a new database with the schema of the migrations, which is dropped at the end. */
export async function auditBuilt({ directory, options, shell, url }: Building): Promise<Result> {
  const why = await refuseProduction(url.reveal(), options);
  if (why !== undefined) return { kind: 'refused', why };
  // The parser of migrations is large, and not needed where the database is there already.
  const { createEngine, readFolder, withBuiltSchema } = await import('@lockstep/migrations');
  const { clock, env, log, signal } = shell;
  const engine = createEngine({
    databaseUrl: url,
    provenance: { release: '', commit: '', actor: env.actor, run: env.runUrl, step: shell.instance },
    limits: LIMITS,
    log,
    clock,
    signal,
  });
  const folder = readFolder({ directory, downDirectory: 'supabase/rollbacks', layout: 'auto', base: env.workspace });
  const built = await withBuiltSchema(engine, folder, (target) => auditDatabase(target, options));
  return built.kind === 'built' ? built.value : built;
}
