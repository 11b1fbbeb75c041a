import type { Shell } from '@lockstep/action-shell';
import { createEngine, type Engine, type Folder, type ReleaseLine, readFolder } from '@lockstep/migrations';
import { DEFAULT_DIRECTORY, type Inputs } from './inputs.ts';

export function engineOf(values: Inputs, shell: Shell): Engine {
  const { env } = shell;
  const release = shell.journal?.read().release;
  return createEngine({
    databaseUrl: values['database-url'],
    provenance: {
      release: values['release-id'] || (release?.id ?? ''),
      commit: release?.commit ?? env.sha,
      actor: env.actor,
      run: env.runUrl,
      step: shell.instance,
      ...lineOf(shell),
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

/** What the job releases: other services of this database are told by it. */
function lineOf(shell: Shell): { readonly line?: ReleaseLine } {
  const release = shell.journal?.read().release;
  if (release === undefined) return {};
  const { environment, service } = release;
  const { owner, repo } = shell.env.repository;
  return { line: { repository: `${owner}/${repo}`, environment, service } };
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
    // A project that has no migration yet; a folder that was named must have some.
    mayBeEmpty: values.directory === DEFAULT_DIRECTORY,
    base: shell.env.workspace,
  });
}
