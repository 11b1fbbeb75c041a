import type { Shell } from '@lockstep/action-shell';
import type { Secret } from '@lockstep/base';
import type { LedgerKey } from '@lockstep/github';
import { createEngine, type Engine } from '@lockstep/migrations';

export interface MigrationInputs {
  readonly 'database-url': Secret;
  readonly 'lock-timeout': number;
  readonly 'lock-retry-for': number;
  readonly 'migration-lock-timeout': number;
  readonly 'statement-timeout': number;
}

/** What the migrations are run for: written beside each of them. */
export interface Purpose {
  /** The id of the release; '' outside of one. */
  readonly release: string;
  readonly commit: string;
  /** What is released, so that other services of the database can tell it from their own; undefined where nobody said. */
  readonly line: LedgerKey | undefined;
}

/** The migration engine, by the action's inputs and in the name of this run. Throws InputError on a wrong URL. */
export function migrationEngine(values: MigrationInputs, shell: Shell, { release, commit, line }: Purpose): Engine {
  const { env } = shell;
  const { owner, repo } = env.repository;
  return createEngine({
    databaseUrl: values['database-url'],
    provenance: {
      release,
      commit,
      actor: env.actor,
      run: env.runUrl,
      step: shell.instance,
      ...(line === undefined
        ? {}
        : { line: { repository: `${owner}/${repo}`, environment: line.environment, service: line.service } }),
    },
    limits: {
      lockTimeoutMs: values['lock-timeout'],
      lockRetryForMs: values['lock-retry-for'],
      migrationLockTimeoutMs: values['migration-lock-timeout'],
      statementTimeoutMs: values['statement-timeout'],
    },
    log: shell.log,
    clock: shell.clock,
    signal: shell.signal,
  });
}
