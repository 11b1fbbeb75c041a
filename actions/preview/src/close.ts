import { githubClient } from '@lockstep/action-kit/github';
import { vercelClient } from '@lockstep/action-kit/vercel';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { count, describe } from '@lockstep/base';
import { type GitHub, readPull, retireDeployments } from '@lockstep/github';
import { dropPreview, listPreviews, type PreviewDatabase, type PreviewServer } from '@lockstep/migrations';
import {
  planRemoval,
  previewOwners,
  type RemovalPlan,
  readPreviews,
  removeDeployment,
  type VercelApi,
} from '@lockstep/vercel';
import type { Inputs } from './inputs.ts';
import { ownersOf, pullOf } from './owner.ts';
import type { Reason } from './reasons.ts';

/** Previews older than this are not looked for: they were removed when their pull request was closed. */
const LOOK_BACK_MS = 180 * 24 * 3_600_000;

interface Clients {
  readonly github: GitHub;
  readonly vercel: VercelApi | undefined;
  readonly server: PreviewServer | undefined;
}

/** All that is to be deleted. */
interface Leftovers extends RemovalPlan {
  readonly databases: readonly PreviewDatabase[];
}

/** Deletes the databases and deployments of closed pull requests: of one, or of all. */
export async function close(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const clients = clientsOf(values, shell);
  const pull = pullOf(values, shell.env);
  const owners = ownersOf(shell.env);
  if (pull !== undefined && (await readPull(clients.github, pull)).open)
    return {
      verdict: 'fail',
      reason: 'still-open',
      message: `pull request #${pull} is still open; nothing was deleted`,
    };
  const left = await findLeftovers(values, clients, pull === undefined ? undefined : `${owners}${pull}`, owners);
  for (const why of left.kept) shell.log.warning(why);
  const what = `${count(left.remove.length, 'deployment')} and ${count(left.databases.length, 'database')}`;
  if (left.remove.length === 0 && left.databases.length === 0)
    return {
      verdict: 'pass',
      reason: 'nothing-to-remove',
      message:
        pull === undefined ? 'no closed pull request has anything left' : `pull request #${pull} has nothing left`,
      outputs: none,
    };
  if (values['dry-run']) {
    for (const { id, url } of left.remove) shell.log.info(`would delete deployment ${id} (${url})`);
    for (const { name } of left.databases) shell.log.info(`would drop database ${name}`);
    return { verdict: 'pass', reason: 'dry-run', message: `would delete ${what}`, outputs: none };
  }
  return await remove(clients, left, shell, what);
}

const none = { removed: [], dropped: [] };

async function findLeftovers(
  values: Inputs,
  { github, vercel, server }: Clients,
  one: string | undefined,
  owners: string,
): Promise<Leftovers> {
  const which = one === undefined ? { sinceMs: github.clock.now() - LOOK_BACK_MS } : { owner: one };
  const state = vercel && (await readPreviews(vercel, values['vercel-project'], which));
  const databases = server === undefined ? [] : await listPreviews(server, owners);
  const all = [...(state === undefined ? [] : previewOwners(state)), ...databases.map(({ owner }) => owner)];
  const over = one === undefined ? await closedAmong(github, new Set(all), owners) : [one];
  const plan = state === undefined ? { remove: [], kept: [] } : planRemoval(state, over);
  return { ...plan, databases: databases.filter(({ owner }) => over.includes(owner)) };
}

/** Of the owners in this repository, those whose pull request is closed. */
async function closedAmong(github: GitHub, all: ReadonlySet<string>, owners: string): Promise<readonly string[]> {
  const closed: string[] = [];
  for (const owner of all) {
    const number = owner.startsWith(owners) ? Number(owner.slice(owners.length)) : Number.NaN;
    if (Number.isInteger(number) && !(await readPull(github, number)).open) closed.push(owner);
  }
  return closed;
}

/** One after the other: a deletion that fails does not stop the rest. */
async function remove(clients: Clients, left: Leftovers, shell: Shell, what: string): Promise<Outcome<Reason>> {
  const [removed, dropped, problems]: [string[], string[], string[]] = [[], [], []];
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      if (shell.signal.aborted) throw error;
      problems.push(describe(error));
    }
  };
  const { github, vercel, server } = clients;
  for (const { id, url } of left.remove)
    await attempt(async () => {
      if (vercel !== undefined && (await removeDeployment(vercel, id)))
        shell.log.info(`deleted deployment ${id} (${url})`);
      removed.push(id);
    });
  for (const database of left.databases)
    await attempt(async () => {
      if (server !== undefined && (await dropPreview(server, database)))
        shell.log.info(`dropped database ${database.name}`);
      dropped.push(database.name);
    });
  for (const commit of new Set(left.remove.flatMap((one) => one.commit ?? [])))
    await retireDeployments(github, commit).catch((error: unknown) =>
      shell.log.warning(`GitHub still shows the preview of ${commit.slice(0, 7)}: ${describe(error)}`),
    );
  const outputs = { removed, dropped };
  if (problems.length === 0) return { verdict: 'pass', reason: 'removed', message: `deleted ${what}`, outputs };
  const message = `${problems.length} of ${what} could not be deleted: ${problems.join('; ')}`;
  return { verdict: 'unknown', reason: 'cleanup-incomplete', message, outputs };
}

function clientsOf(values: Inputs, shell: Shell): Clients {
  const { log, signal } = shell;
  return {
    github: githubClient(values, shell),
    vercel: values['vercel-token'].isEmpty ? undefined : vercelClient(values, shell),
    server: values['database-server'].isEmpty ? undefined : { url: values['database-server'], log, signal },
  };
}
