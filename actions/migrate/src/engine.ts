import { migrationEngine } from '@lockstep/action-kit/migrations';
import type { Shell } from '@lockstep/action-shell';
import { type Engine, type Folder, readFolder } from '@lockstep/migrations';
import { DEFAULT_DIRECTORY, type Inputs } from './inputs.ts';

/** In the name of the job's release, where it has one: other services of this database are told by it. */
export function engineOf(values: Inputs, shell: Shell): Engine {
  const open = shell.journal?.read().release;
  const release = values['release-id'] || (open?.id ?? '');
  return migrationEngine(values, shell, { release, commit: open?.commit ?? shell.env.sha, line: open });
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
