import { randomBytes } from 'node:crypto';
import { startEdge } from '../edge/edge.ts';
import { serve } from '../http/http-service.ts';
import { accountRoutes } from './account.ts';
import { aliasRoutes } from './aliases.ts';
import { makeApi } from './api.ts';
import { deploymentRoutes } from './deployments.ts';
import { addDomain, domainRoutes } from './domains.ts';
import { edgeTarget } from './edge-target.ts';
import { eventRoutes } from './events.ts';
import { Actor } from './foreign.ts';
import { limiter } from './limits.ts';
import { type BuildPlan, type JobPlan, Plans } from './plans.ts';
import { newProject, projectRoutes } from './projects.ts';
import { promotionRoutes } from './promotion.ts';
import { rollingReleaseRoutes } from './rolling-release.ts';
import { goOnByTime } from './rollout-goes-on.ts';
import { RolloutTime } from './rollout-time.ts';
import { firewallOf, settingsRoutes } from './settings.ts';
import { newSettings } from './settings-state.ts';
import { aliasAt, type Domain, hostKey, type Person } from './state.ts';
import { Store } from './store.ts';
import { uploadRoutes } from './upload.ts';
import { variableRoutes } from './variables.ts';
import type { Vercel, VercelOptions } from './vercel.ts';
import { findDeployment, makeId, type World } from './world.ts';

/** Starts both. Throws a one-line error where the machine has no port or no folder to give. */
export async function startVercel(options: VercelOptions): Promise<Vercel> {
  const { scope, faults, bypassDelayMs = 0, functionTimeoutMs = 60_000 } = options;
  const unmodelled: string[] = [];
  const propagation = new Map<string, number>();
  const edge = await startEdge({
    scope,
    faults,
    functionTimeoutMs,
    processEnv: options.processEnv ?? {},
    look: (host, headers, stale) => {
      goOn();
      return edgeTarget(world, host, headers, { stale, propagation, bypassDelayMs });
    },
  });
  const { world, settled } = makeWorld(options, edge.port);
  const goOn = () => world.store.writeNow(() => goOnByTime(world));
  const { team, user } = world;
  const routes = [uploadRoutes, deploymentRoutes, eventRoutes, aliasRoutes, promotionRoutes, rollingReleaseRoutes];
  const all = [...routes, projectRoutes, variableRoutes, domainRoutes, accountRoutes, settingsRoutes].flat();
  const api = await serve(
    'vercel',
    makeApi(world, all, limiter(options.limits ?? []), (line) => unmodelled.push(line)),
    faults,
  );
  scope.defer('Vercel', async () => {
    await api.close();
    await settled();
  });

  const token = newToken(world, { person: user });
  return {
    url: api.url,
    edge,
    token,
    user,
    team,
    builds: world.builds,
    jobs: world.jobs,
    exchanges: api.exchanges,
    unmodelled,
    rolloutTime: {
      now: () => world.rolloutTime.now(),
      advance: (ms) => {
        world.rolloutTime.advance(ms);
        goOn();
      },
      follow: (source) => world.rolloutTime.follow(source),
    },
    get state() {
      goOn();
      return world.store.now;
    },
    addProject: ({ owner = 'team', domains = [], env = {}, ...draft }) => {
      const { id } = newProject(world, owner === 'team' ? team.id : user.id, draft);
      for (const domain of domains) addDomain(world, id, domainDraft(domain));
      setEnv(world, id, env);
      return known(world.store.now.projects.get(id), id);
    },
    addDomain: ({ id }, domain) => void addDomain(world, id, domainDraft(domain)),
    setEnv: ({ id }, values) => setEnv(world, id, values),
    addVariable: ({ id }, variable) => {
      const { env } = known(world.store.now.projects.get(id), id);
      const row = { id: makeId('', 16), value: '', createdAt: world.store.stamp(), ...variable };
      world.store.patch('projects', id, { env: [...env.filter(({ key }) => key !== row.key), row] });
    },
    setFirewall: ({ id }, body) => {
      world.settings.firewalls[id] = firewallOf(world, id, body);
    },
    settings: world.settings,
    projectToken: ({ id }) => newToken(world, { person: user, projectId: id }),
    project: (id) => {
      goOn();
      return known(world.store.now.projects.get(id), id);
    },
    deployment: (idOrUrl) => known(findDeployment(world, world.store.now, idOrUrl), idOrUrl),
    holder: (name) => {
      goOn();
      return aliasAt(world.store.now, name)?.deploymentId ?? null;
    },
    configure: ({ id }, changes) => void world.store.patch('projects', id, changes),
    protect: ({ id }, ssoProtection, wall = 'unauthorized') =>
      void world.store.patch('projects', id, { ssoProtection, wall }),
    forbid: (name) => void world.forbiddenNames.add(hostKey(name)),
    withholdCertificate: (name) => void world.namesWithoutCertificate.add(hostKey(name)),
    setPropagation: (ms, name = '') => void propagation.set(hostKey(name), ms),
    address: (name) => `http://${hostKey(name)}:${edge.port}`,
    actAs: (name) => new Actor(world, name),
    settled,
  };
}

/** The world without its servers, and a promise for when nothing goes on in it. */
function makeWorld(options: VercelOptions, edgePort: number) {
  const { scope, suffix = (port) => `vercel.localhost:${port}` } = options;
  const background = new Set<Promise<void>>();
  const faultsOfOurs: unknown[] = [];
  const world: World = {
    store: new Store(),
    scope,
    folder: scope.folder('lockstep-vercel-'),
    blobs: new Map(),
    suffix: suffix(edgePort),
    processEnv: options.processEnv ?? {},
    team: { id: 'team_lockstep', slug: 'lockstep', name: 'Lockstep', plan: 'pro', ...options.team },
    user: { id: 'user_lockstep', username: 'releaser', email: 'releaser@example.com' },
    tokens: new Map(),
    builds: new Plans<BuildPlan>({}),
    jobs: new Plans<JobPlan>({}),
    building: new Map(),
    hosts: new Map(),
    settings: newSettings(),
    rolloutTime: new RolloutTime(),
    rolloutSamples: [],
    forbiddenNames: new Set(),
    namesWithoutCertificate: new Set(),
    background: (work) => {
      const watched = work.catch((error: unknown) => void faultsOfOurs.push(error));
      background.add(watched);
      void watched.finally(() => background.delete(watched));
    },
  };
  const settled = async () => {
    while (background.size > 0) await Promise.all(background);
    if (faultsOfOurs.length > 0)
      throw new AggregateError(faultsOfOurs, `the Vercel stand-in failed: ${faultsOfOurs[0]}`);
  };
  return { world, settled };
}

function newToken(world: World, token: { readonly person: Person; readonly projectId?: string }): string {
  const value = `vct_${randomBytes(18).toString('hex')}`;
  world.tokens.set(value, token);
  return value;
}

function domainDraft(domain: string | Omit<Domain, 'createdAt'>): Omit<Domain, 'createdAt'> {
  return typeof domain === 'string' ? { name: domain, verified: true } : domain;
}

function setEnv(world: World, projectId: string, values: Readonly<Record<string, string>>): void {
  const { env } = known(world.store.now.projects.get(projectId), projectId);
  const at = world.store.stamp();
  const rows = Object.entries(values).map(([key, value]) => ({
    ...{ id: makeId('', 16), key, value, type: 'encrypted' as const, createdAt: at },
    target: ['production', 'preview', 'development'],
  }));
  const kept = env.filter(({ key }) => !(key in values));
  world.store.patch('projects', projectId, { env: [...kept, ...rows] });
}

function known<T>(row: T | undefined, name: string): T {
  if (row === undefined) throw new Error(`the stand-in has no ${name}`);
  return row;
}
