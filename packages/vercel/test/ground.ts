import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Faults } from '@lockstep/proving-ground/faults';
import { Scope } from '@lockstep/proving-ground/scope';
import { type Project, startVercel, type VercelOptions, writeHelloOutput } from '@lockstep/proving-ground/vercel';
import {
  collectFiles,
  createDeployment,
  type Deployment,
  type DeploymentRequest,
  newAttempt,
  type ProbeHost,
  readProject,
  type VercelApi,
  waitForBuild,
} from '@lockstep/vercel';
import { aClient, type ClientSettings } from './a-client.ts';

export interface Ground extends AsyncDisposable {
  readonly scope: Scope;
  readonly faults: Faults;
  readonly vercel: Awaited<ReturnType<typeof startVercel>>;
  readonly project: Project;
  readonly domains: readonly string[];
  client(request?: ClientSettings): VercelApi;
  /** Deploys a small prebuilt app by our own code and waits for it. Staged by default. */
  deploy(says: string, more?: Partial<DeploymentRequest>): Promise<Deployment>;
  /** Asks a host at the edge which build it serves: the real thing, which starts the app behind it. */
  readonly askEdge: ProbeHost;
  /** Answers from the edge's table alone. */
  readonly askTable: ProbeHost;
}

/** A stand-in of Vercel with one project, `web`, on `names`; they can be visited where they carry the edge's port. */
export async function aGround(
  names: readonly string[] | ((edgePort: number) => readonly string[]) = ['shop.localhost', 'www.shop.localhost'],
  options: Partial<VercelOptions> = {},
): Promise<Ground> {
  const scope = new Scope();
  const faults = new Faults();
  const vercel = await startVercel({ scope, faults, ...options });
  const domains = typeof names === 'function' ? names(vercel.edge.port) : names;
  const project = vercel.addProject({ name: 'web', domains });
  const client = (request: ClientSettings = {}) =>
    aClient(vercel.url, { token: vercel.token, team: vercel.team.id, speed: 40, ...request });
  const deploy: Ground['deploy'] = async (says, more = {}) => {
    const api = client();
    const directory = await writeHelloOutput(scope.folder(), says);
    const { files } = await collectFiles({ directory, prebuilt: true, archive: 'none' });
    const created = await createDeployment(api, { ...requestFor(project), files, ...more });
    const end = await waitForBuild(api, created, api.clock.now() + 600_000);
    if (end.kind !== 'ready') throw new Error(`${created.id}: ${end.kind}`);
    return end.deployment;
  };
  return {
    scope,
    faults,
    vercel,
    project,
    domains: [...domains, ...project.domains.map(({ name }) => name)].filter((name, i, all) => all.indexOf(name) === i),
    client,
    deploy,
    askEdge: proberOf(vercel.edge.port),
    askTable: async (host) => ({ kind: 'served', deploymentId: vercel.holder(host) ?? undefined, commit: undefined }),
    [Symbol.asyncDispose]: () => scope[Symbol.asyncDispose](),
  };
}

/** v1 live on every domain, v2 staged. */
export async function aStagedRelease(
  ground: Ground,
  commits: readonly [string, string] = ['a'.repeat(40), 'b'.repeat(40)],
) {
  const v1 = await ground.deploy('v1', { staged: false, meta: { githubCommitSha: commits[0] } });
  const v2 = await ground.deploy('v2', { meta: { githubCommitSha: commits[1] } });
  const project = await readProject(ground.client(), ground.project.id);
  if (project.production !== v1.id) throw new Error(`live is ${project.production}, not ${v1.id}`);
  return { v1, v2 };
}

export function requestFor(project: Project): Omit<DeploymentRequest, 'files'> {
  return {
    projectId: project.id,
    projectName: project.name,
    target: 'production',
    staged: true,
    prebuilt: true,
    meta: {},
    gitMetadata: {},
    env: {},
    attempt: newAttempt(),
  };
}

function proberOf(port: number): ProbeHost {
  return (host, signal) =>
    new Promise((resolve) => {
      const silent = (why: string, answered = true) => resolve({ kind: 'silent', why, answered });
      request({ host: '127.0.0.1', port, path: '/', headers: { host }, agent: false, signal }, (answer) => {
        text(answer).then(
          (body) => {
            const isJson = answer.headers['content-type']?.includes('json') === true;
            if (!isJson) return silent(`answers HTTP ${answer.statusCode}`);
            const { build, commit } = JSON.parse(body) as { build?: string; commit?: string };
            resolve({ kind: 'served', deploymentId: build, commit });
          },
          () => silent('cut its answer'),
        );
      })
        .on('error', () => silent('did not answer', false))
        .end();
    });
}
