import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@lockstep/base';
import type { BuiltinAction } from '../builtin/builtin-action.ts';
import type { ServiceStandIn } from '../builtin/service.ts';
import type { Repository } from '../repository.ts';

/** Where everything that a workflow `uses` comes from. */
export interface Sources {
  /** The repository that the workflow runs for. */
  readonly workspace: Repository;
  /** By `owner/name`: the folder of a repository with actions and workflows, or a stand-in for an action. */
  readonly actions: Readonly<Record<string, string | BuiltinAction>>;
  /** Whether the server knows `$/` references: GitHub switches them on, its Enterprise Server does not. */
  readonly selfReferences: boolean;
  /** What stands in for service containers, by their ids. */
  readonly services: Readonly<Record<string, ServiceStandIn>>;
}

/**
 * What a step's `uses` names. A `./` action is looked up in the job's workspace when its step starts; everything else
 * is there before the job starts.
 */
export type ActionReference =
  | { readonly kind: 'workspace'; readonly path: string }
  | { readonly kind: 'repository'; readonly repository: Repository; readonly path: string; readonly self: boolean }
  | { readonly kind: 'builtin'; readonly name: string; readonly ref: string; readonly action: BuiltinAction };

/** The action that `uses` names in a file of repository `from`. Throws InputError when nothing is known by that name. */
export function resolveAction(uses: string, from: Repository, sources: Sources): ActionReference {
  if (uses.startsWith('docker://')) throw new InputError(`container actions are not supported here: ${uses}`);
  if (uses.startsWith('./')) return { kind: 'workspace', path: uses.slice(2) };
  if (uses.startsWith('$/')) return { kind: 'repository', repository: from, path: selfPath(uses, sources), self: true };
  const { name, path, ref } = remote(uses);
  const source = find(name, sources);
  if (typeof source === 'function') return { kind: 'builtin', name, ref, action: source };
  return { kind: 'repository', repository: { name, root: source, ref, sha: from.sha }, path, self: false };
}

/** The reusable workflow that a job's `uses` names in a file of repository `from`. Throws InputError as above. */
export function resolveWorkflow(
  uses: string,
  from: Repository,
  sources: Sources,
): { repository: Repository; path: string } {
  const local = uses.startsWith('$/') ? selfPath(uses, sources) : uses.startsWith('./') ? uses.slice(2) : undefined;
  const { name, path, ref } = local === undefined ? remote(uses) : { name: from.name, path: local, ref: from.ref };
  if (!/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
    throw new InputError(`${uses} is not a workflow: reusable workflows are in .github/workflows, without sub-folders`);
  if (local !== undefined) return { repository: from, path };
  const root = find(name, sources);
  if (typeof root === 'function') throw new InputError(`${name} is a stand-in for an action here and has no workflows`);
  return { repository: { name, root, ref, sha: from.sha }, path };
}

/** The folder with the action.yml of a resolved action. */
export function actionDirectory(reference: ActionReference & { kind: 'repository' }): string {
  return join(reference.repository.root, reference.path);
}

function selfPath(uses: string, { selfReferences }: Sources): string {
  if (!selfReferences)
    throw new InputError(
      `Self-repository reference '${uses}' was not resolved: this server does not know them; scripts/pin-references.mjs --older-server writes others`,
    );
  if (uses.includes('@')) throw new InputError(`${uses}: a $/ reference takes no @ref; it is of the running commit`);
  return uses.slice(2);
}

function remote(uses: string): { name: string; path: string; ref: string } {
  const match = /^([^/@]+\/[^/@]+)(?:\/([^@]+))?@(.+)$/.exec(uses);
  if (match === null) throw new InputError(`${uses} is not of the form owner/repository[/path]@ref, ./path or $/path`);
  return { name: match[1] ?? '', path: match[2] ?? '', ref: match[3] ?? '' };
}

function find(name: string, sources: Sources): string | BuiltinAction {
  const known = Object.entries(sources.actions).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  const source =
    known ?? (name.toLowerCase() === sources.workspace.name.toLowerCase() ? sources.workspace.root : undefined);
  if (source === undefined)
    throw new InputError(`${name} is not known here; map it to a folder or a stand-in in \`actions\``);
  if (typeof source === 'string' && !existsSync(source))
    throw new InputError(`${name} is mapped to ${source}, which is not there`);
  return source;
}
