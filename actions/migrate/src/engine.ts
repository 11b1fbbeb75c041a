import type { Shell } from '@lockstep/action-shell';
import { createEngine, type Engine, type Folder, readFolder } from '@lockstep/migrations';
import type { Inputs } from './inputs.ts';

export function engineOf(values: Inputs, shell: Shell): Engine {
  const { env } = shell;
  return createEngine({
    databaseUrl: values['database-url'],
    provenance: {
      release: releaseOf(values, shell),
      commit: shell.journal?.read().release.commit ?? env.sha,
      actor: env.actor,
      run: env.runUrl,
      step: shell.instance,
    },
    limits: {
      lockTimeoutMs: values['lock-timeout'],
      lockRetryForMs: values['lock-retry-for'],
      runnerLockWaitMs: values['runner-lock-wait'],
      statementTimeoutMs: values['statement-timeout'],
    },
    log: shell.log,
    clock: shell.clock,
    signal: shell.signal,
  });
}

function releaseOf(values: Inputs, shell: Shell): string {
  return values['release-id'] || (shell.journal?.read().release.id ?? '');
}

/** The schemas that are served over HTTP, or `auto`. */
export function exposedOf(values: Inputs): readonly string[] | 'auto' {
  const [first] = values['exposed-schemas'];
  return first === 'auto' ? 'auto' : values['exposed-schemas'];
}

/** Expand inside a release, everything alone. */
export function phaseOf(values: Inputs, shell: Shell): 'expand' | 'contract' | 'all' {
  if (values.phase !== 'auto') return values.phase;
  return shell.journal === undefined ? 'all' : 'expand';
}

export function folderOf(values: Inputs, shell: Shell): Folder {
  return readFolder({
    directory: values.directory,
    downDirectory: values['down-directory'],
    layout: values.layout,
    base: shell.env.workspace,
  });
}
