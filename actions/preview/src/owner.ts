import type { RunEnvironment } from '@lockstep/action-shell';
import { isMap } from '@lockstep/base';
import type { Inputs } from './inputs.ts';

/** `acme/shop#`: how every owner of this repository's previews begins. */
export function ownersOf({ repository }: RunEnvironment): string {
  return `${repository.owner}/${repository.repo}#`;
}

/** The pull request that this is about; undefined where neither input nor event names one. */
export function pullOf(values: Inputs, env: RunEnvironment): number | undefined {
  if (values['pull-request'] !== undefined) return values['pull-request'];
  const pull = env.event()['pull_request'];
  return isMap(pull) && typeof pull['number'] === 'number' ? pull['number'] : undefined;
}

/** `shop_pr_12` */
export function databaseName(values: Inputs, env: RunEnvironment, pull: number): string {
  return `${values['database-prefix'] || prefixOf(env.repository.repo)}_pr_${pull}`;
}

function prefixOf(repository: string): string {
  const plain = repository
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 40);
  return /^[a-z]/.test(plain) ? plain : `db_${plain}`.slice(0, 40);
}
