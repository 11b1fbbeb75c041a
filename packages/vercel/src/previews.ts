import { at, nameSome, RemoteError, textAt } from '@lockstep/base';
import { orAbsent, type VercelApi } from './client.ts';
import { type Deployment, deploymentOf, nameOf } from './deployment.ts';
import { type AliasRow, readAliases } from './hosts.ts';
import { readProject, type VercelProject } from './project.ts';

/** The key in a deployment's meta that names the pull request it is a preview of (`acme/shop#12`). */
export const PREVIEW_META = 'lockstepPreview';

/** What is known before anything is removed. */
export interface PreviewState {
  readonly project: VercelProject;
  /** Deployments marked as previews, of any pull request. */
  readonly deployments: readonly Deployment[];
  readonly aliases: readonly AliasRow[];
  /** Names that people gave to the project, not the platform. */
  readonly domains: readonly string[];
}

export interface RemovalPlan {
  readonly remove: readonly Deployment[];
  /** Why a deployment stays, one line each. */
  readonly kept: readonly string[];
}

/** The previews of one owner, or, without one, of all that are younger than `sinceMs`. Throws RemoteError. */
export async function readPreviews(
  api: VercelApi,
  idOrName: string,
  which: { readonly owner: string } | { readonly sinceMs: number },
): Promise<PreviewState> {
  const project = await readProject(api, idOrName);
  // Filtered again below: Vercel's CLI asks so (packages/cli/src/commands/list), but no document promises an answer.
  const narrowed = 'owner' in which ? { [`meta-${PREVIEW_META}`]: which.owner } : { since: which.sinceMs };
  const rows = await api.readAll('/v6/deployments', 'deployments', { projectId: project.id, ...narrowed });
  const deployments = rows.filter((row) => textAt(row, 'meta', PREVIEW_META) !== undefined);
  if (deployments.length === 0) return { project, deployments: [], aliases: [], domains: [] };
  const domains = await api.readAll(`/v9/projects/${encodeURIComponent(project.id)}/domains`, 'domains');
  return {
    project,
    deployments: deployments.map((row) => deploymentOf(row, 'GET /v6/deployments')),
    aliases: [...(await readAliases(api, project.id)).values()],
    domains: domains.flatMap((item) => ((at(item, 'gitBranch') ?? null) === null ? (textAt(item, 'name') ?? []) : [])),
  };
}

/** Whose previews there are, each once. */
export function previewOwners({ deployments }: PreviewState): readonly string[] {
  return [...new Set(deployments.map(ownerOf))];
}

/** Removes what belongs to these owners, but nothing that production or a name of people's own leads to. */
export function planRemoval(state: PreviewState, owners: readonly string[]): RemovalPlan {
  const remove: Deployment[] = [];
  const kept: string[] = [];
  for (const deployment of state.deployments.filter((one) => owners.includes(ownerOf(one)))) {
    const why = whyKeep(state, deployment);
    if (why === undefined) remove.push(deployment);
    else kept.push(`${nameOf(deployment.id, deployment.commit)} is kept: ${why}`);
  }
  return { remove, kept };
}

function whyKeep({ project, aliases, domains }: PreviewState, deployment: Deployment): string | undefined {
  if (deployment.target === 'production') return 'it was built for production';
  if (project.production === deployment.id) return 'production points to it';
  const names = aliases.filter(({ deploymentId, host }) => deploymentId === deployment.id && domains.includes(host));
  if (names.length === 0) return undefined;
  return `${nameSome(
    names.map(({ host }) => host),
    3,
  )} points to it`;
}

/** Deletes a deployment and reads that back. False where it was deleted before. Throws RemoteError. */
export async function removeDeployment(api: VercelApi, id: string): Promise<boolean> {
  const path = `/v13/deployments/${encodeURIComponent(id)}`;
  const answer = await api.change('DELETE', path);
  if (answer.kind === 'refused' && answer.error.status === 404) return false;
  if (answer.kind === 'refused') throw answer.error;
  const left = await orAbsent(api.read(path));
  if (left === undefined || textAt(left, 'readyState') === 'DELETED') return true;
  if (answer.kind === 'lost') throw answer.error;
  throw new RemoteError(`${id} still exists, although Vercel accepted its deletion`, {
    service: 'Vercel',
    retryable: true,
  });
}

function ownerOf({ meta }: Deployment): string {
  return meta[PREVIEW_META] ?? '';
}
