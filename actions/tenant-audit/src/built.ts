import type { Shell } from '@lockstep/action-shell';
import { Secret } from '@lockstep/base';
import { type DatabaseOptions, type Refused, refuseProduction } from '@lockstep/tenants';

type Target = Parameters<Parameters<typeof import('@lockstep/migrations')['withBuiltSchema']>[2]>[0];

export interface Building<T> {
  readonly url: Secret;
  readonly directory: string;
  /** Whether a new database grants what a Supabase project grants. */
  readonly platformGrants: boolean;
  readonly options: DatabaseOptions;
  readonly shell: Shell;
  /** What is done with the database once it has the schema. */
  readonly look: (database: string | Target) => Promise<T>;
}

/** Why nothing was looked at. */
export type NotLooked =
  | { readonly kind: 'refused'; readonly why: Refused }
  | { readonly kind: 'not-built' | 'no-server'; readonly message: string };

/** Looks at the database that is given, at a new one beside it, or at one on a server of its own. */
export async function lookAtDatabase<T>(building: Building<T>, applies: boolean): Promise<T | NotLooked> {
  if (building.url.isEmpty) return onOwnServer(building);
  return applies ? onBuilt(building) : building.look(building.url.reveal());
}

/** On a server that is started from binaries that are there, where no database was given. */
async function onOwnServer<T>(building: Building<T>): Promise<T | NotLooked> {
  const { shell } = building;
  const { findBinaries } = await import('@lockstep/action-kit/local-server/binaries');
  const bin = findBinaries({ workspace: shell.env.workspace })?.bin;
  if (bin === undefined)
    return {
      kind: 'no-server',
      message: 'scratch-database-url is empty, and the runner has no PostgreSQL to start one',
    };
  shell.log.info(`starts PostgreSQL from ${bin} for the audit`);
  const { withLocalServer } = await import('@lockstep/action-kit/local-server/local-server');
  const local = await withLocalServer(bin, shell, (url) => onBuilt({ ...building, url: new Secret(url) }));
  return local.kind === 'ran' ? local.value : local;
}

/** How long a migration may wait and run: on a server of its own nothing is in its way. */
const LIMITS = {
  lockTimeoutMs: 10_000,
  lockRetryForMs: 10_000,
  migrationLockTimeoutMs: 10_000,
  statementTimeoutMs: 300_000,
};

/** On a new database with the schema of the migrations, which is dropped at the end. */
async function onBuilt<T>({
  directory,
  look,
  options,
  platformGrants,
  shell,
  url,
}: Building<T>): Promise<T | NotLooked> {
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
  // Those beside the migrations: a checkout of the base has its own.
  const downDirectory = directory.replace(/[^/]+\/?$/, 'rollbacks');
  const folder = readFolder({ directory, downDirectory, layout: 'auto', base: env.workspace });
  const built = await withBuiltSchema(engine, folder, look, { platformGrants });
  return built.kind === 'built' ? built.value : built;
}
