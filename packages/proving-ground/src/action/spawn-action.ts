import { join } from 'node:path';
import { type SpawnedAction, type SpawnOptions, spawnAction as spawnActionIn } from '@lockstep/workflow-runner/action';
import { repositoryRoot } from './repository-root.ts';

export type { SpawnedAction, SpawnOptions };

/**
 * Runs one bundled action of this repository, `actions/NAME`, as the runner spawns it. Throws InputError when there is
 * no such action, bundle or phase.
 */
export function spawnAction(
  name: string,
  inputs: Readonly<Record<string, string>> = {},
  options: SpawnOptions = {},
): Promise<SpawnedAction> {
  return spawnActionIn(join(repositoryRoot(), 'actions', name), inputs, options);
}
