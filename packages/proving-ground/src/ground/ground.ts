import type { WorkflowRun } from '@lockstep/workflow-runner';
import { Faults } from '../faults/faults.ts';
import { type GitHub, startGitHub } from '../github/index.ts';
import type { HttpService } from '../http/http-service.ts';
import type { PostgresVersion } from '../postgres/binaries.ts';
import { type Postgres, startPostgres } from '../postgres/postgres.ts';
import { supabaseRoles } from '../postgres/supabase-roles.ts';
import type { Scope } from '../scope/scope.ts';
import { type Slack, startSlack } from '../slack/slack.ts';
import { startVercel, type Vercel } from '../vercel/index.ts';

/** The local world of a release. Everything listens on loopback and is gone with its scope. */
export interface ProvingGround {
  readonly scope: Scope;
  /** Plant them here; every service takes them. */
  readonly faults: Faults;
  readonly postgres: Postgres;
  readonly vercel: Vercel;
  readonly github: GitHub;
  readonly slack: Slack;
  /** Workflow runs under way, by their id: what GitHub's API cancels. */
  readonly runs: Map<number, Pick<WorkflowRun, 'cancel'>>;
}

/** Starts all of it, side by side. Throws a one-line error where the machine lacks something, with nothing left behind. */
export async function startProvingGround(
  scope: Scope,
  options: {
    readonly postgres?: PostgresVersion;
    /** How it comes by its PostgreSQL: one of its own unless told. */
    readonly startPostgres?: typeof startPostgres;
    readonly processEnv?: Readonly<Record<string, string>>;
  } = {},
): Promise<ProvingGround> {
  const faults = new Faults();
  const runs: ProvingGround['runs'] = new Map();
  const version = options.postgres === undefined ? {} : { version: options.postgres };
  const owned =
    <T extends HttpService>(what: string) =>
    (service: T): T => {
      scope.defer(what, () => service.close());
      return service;
    };
  const [postgres, vercel, github, slack] = await allOrNone([
    (options.startPostgres ?? startPostgres)(scope, { ...version, seed: supabaseRoles }),
    startVercel({ scope, faults, processEnv: options.processEnv ?? {} }),
    startGitHub({ faults, onCancel: ({ id }) => runs.get(id)?.cancel() }).then(owned('GitHub')),
    startSlack({ faults }).then(owned('Slack')),
  ]);
  return { scope, faults, postgres, vercel, github, slack, runs };
}

/** Like Promise.all, but throws only when every start has ended: what did start must be known before its scope ends. */
async function allOrNone<T extends readonly unknown[]>(
  starts: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  await Promise.allSettled(starts);
  return (await Promise.all(starts)) as unknown as T;
}
