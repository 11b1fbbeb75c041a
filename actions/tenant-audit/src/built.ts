import type { Shell } from '@lockstep/action-shell';
import type { Secret } from '@lockstep/base';
import { type AuditResult, auditDatabase, type DatabaseOptions, refuseProduction } from '@lockstep/tenants';

export interface Building {
  readonly url: Secret;
  readonly directory: string;
  readonly options: DatabaseOptions;
  readonly shell: Shell;
}

/** How long a migration may wait and run: on a server of its own nothing is in its way. */
const LIMITS = {
  lockTimeoutMs: 10_000,
  lockRetryForMs: 10_000,
  migrationLockTimeoutMs: 10_000,
  statementTimeoutMs: 300_000,
};

/** Audits a new database with the schema of the migrations, which is dropped at the end. */
export async function auditBuilt({
  directory,
  options,
  shell,
  url,
}: Building): Promise<AuditResult | { readonly kind: 'not-built'; readonly message: string }> {
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
