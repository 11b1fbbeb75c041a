import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot } from '../action/repository-root.ts';

/** What something of ours asks of whoever uses it. */
export interface Contract {
  readonly kind: 'action' | 'workflow';
  /** `health-gate`, `release` */
  readonly name: string;
  /** Inputs to their types; an action's have none. */
  readonly inputs: ReadonlyMap<string, string | undefined>;
  readonly secrets: ReadonlySet<string>;
}

export const HOME = 'lockstep-ci/lockstep';
const OURS = /^([\w.-]+\/[\w.-]+)\/(\.github\/workflows\/([\w-]+)\.yml|actions\/([\w-]+))@/;

/** The contract behind a `uses`, from our own files; undefined for what is somebody else's. */
export function contractOf(uses = '', homes: readonly string[] = [HOME]): Contract | undefined {
  const [, repository = '', path = '', workflow, action] = OURS.exec(uses) ?? [];
  if (!homes.includes(repository)) return undefined;
  const file = join(repositoryRoot(), action === undefined ? path : `${path}/action.yml`);
  if (!existsSync(file)) return undefined;
  const text = parse(readFileSync(file, 'utf8'));
  const { inputs, secrets } = action === undefined ? (text.on.workflow_call ?? {}) : text;
  return {
    kind: action === undefined ? 'workflow' : 'action',
    name: action ?? workflow ?? '',
    inputs: new Map(Object.entries<{ type?: string }>(inputs ?? {}).map(([name, { type }]) => [name, type])),
    secrets: new Set(Object.keys(secrets ?? {})),
  };
}

/** A value as its input wants it in YAML. */
export function typed(value: string, type: string | undefined): unknown {
  return type === 'boolean' || type === 'number' ? parse(value) : value;
}
