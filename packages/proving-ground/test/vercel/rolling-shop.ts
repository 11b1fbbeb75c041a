import { byApproval } from '../../src/vercel/index.ts';
import { deployHello, type Ground, makeGround } from './client.ts';
import { visit } from './visitor.ts';

export const HOST = 'shop.localhost';

/** A project that rolls out by approval at 10 and 50 percent, its live deployment, and one that is to be the canary. */
export async function aRollingShop() {
  const ground = await makeGround();
  const rollingConfig = byApproval(10, 50);
  const project = ground.vercel.addProject({ name: 'web', domains: [HOST], rollingConfig }).id;
  const staged = (says: string) => deployHello(ground, project, says, { autoAssignCustomDomains: false });
  const base = await deployHello(ground, project, 'one');
  const canary = await staged('two');
  return { ground, project, base, canary, staged, ...calls(ground, project, canary) };
}

export type RollingShop = Awaited<ReturnType<typeof aRollingShop>>;

function calls(ground: Ground, project: string, canary: string) {
  const path = `/v1/projects/${project}/rolling-release`;
  const post = (what: string, body: object) => ground.call('POST', `${path}/${what}`, body);
  return {
    post,
    start: (id = canary) => post('start', { canaryDeploymentId: id }),
    approve: (nextStageIndex: number, id = canary) => post('approve-stage', { nextStageIndex, canaryDeploymentId: id }),
    complete: (id = canary) => post('complete', { canaryDeploymentId: id }),
    promote: (id: string) => ground.call('POST', `/v10/projects/${project}/promote/${id}`, {}),
    rollback: (id: string) => ground.call('POST', `/v9/projects/${project}/rollback/${id}`),
    settings: (body: object) => ground.call('PATCH', `${path}/config`, body),
    read: async (query = '') => {
      const { body } = await ground.call('GET', `${path}${query}`);
      return (body as { readonly rollingRelease: object | null }).rollingRelease;
    },
    projectNow: async () => (await ground.call('GET', `/v9/projects/${project}?rollbackInfo=true`)).body,
    configure: (changes: Parameters<typeof ground.vercel.configure>[1]) =>
      ground.vercel.configure(ground.vercel.project(project), changes),
    /** The next job does not begin before it is let go. */
    heldJob: () => {
      let go: () => void = () => undefined;
      const begins = new Promise<void>((resolve) => {
        go = resolve;
      });
      ground.vercel.jobs.plan({ begins });
      return () => go();
    },
    /** Which deployments so many clients meet, each known by its browser. */
    met: async (clients: number) => {
      const counts: Record<string, number> = {};
      for (let one = 0; one < clients; one++) {
        const { headers } = await visit(ground, HOST, '/', { 'user-agent': `browser ${one}` });
        const build = String(headers['x-lockstep-build']);
        counts[build] = (counts[build] ?? 0) + 1;
      }
      return counts;
    },
  };
}
