import { randomBytes } from 'node:crypto';
import { type Edge, startEdge } from '../edge/edge.ts';
import type { Faults } from '../faults.ts';
import { type Exchange, serve } from '../http-service.ts';
import type { Scope } from '../lifecycle/scope.ts';
import { accountRoutes } from './account.ts';
import { aliasRoutes } from './aliases.ts';
import { makeApi } from './api.ts';
import { deploymentRoutes } from './deployments.ts';
import { addDomain, domainRoutes } from './domains.ts';
import { edgeTarget } from './edge-target.ts';
import { eventRoutes } from './events.ts';
import { Actor } from './foreign.ts';
import { type Limit, limiter } from './limits.ts';
import { type BuildPlan, type JobPlan, Plans } from './plans.ts';
import { newProject, type ProjectDraft, projectRoutes } from './projects.ts';
import { promotionRoutes } from './promotion.ts';
import { rollingReleaseRoutes } from './rolling-release.ts';
import type { Deployment, Domain, Person, Project, SsoProtection, State, Team, Wall } from './state.ts';
import { hostKey } from './state.ts';
import { Store } from './store.ts';
import { uploadRoutes } from './upload.ts';
import { findDeployment, makeId, type World } from './world.ts';

export interface VercelOptions {
  readonly scope: Scope;
  readonly faults: Faults;
  /** What deployment hosts end in, without the dot (`vercel.localhost:PORT`). */
  readonly suffix?: (edgePort: number) => string;
  /** The one team; projects belong to it unless said otherwise. */
  readonly team?: Partial<Team>;
  /** None by default; `documentedLimits` are Vercel's. */
  readonly limits?: readonly Limit[];
  /** How old a bypass secret must be before the edge knows it, in milliseconds (0). */
  readonly bypassDelayMs?: number;
  /** How long a function may take, in milliseconds (60000). */
  readonly functionTimeoutMs?: number;
}

export interface NewProject extends ProjectDraft {
  /** `team` by default. */
  readonly owner?: 'team' | 'user';
  /** Beside the domain that the platform gives. A string is a verified production domain. */
  readonly domains?: readonly (string | Omit<Domain, 'createdAt'>)[];
  /** Encrypted variables for every environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Vercel's control plane and edge, on loopback. */
export interface Vercel {
  /** Of the API: `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly edge: Edge;
  /** Sees the user's account and the team. */
  readonly token: string;
  readonly user: Person;
  readonly team: Team;
  readonly builds: Plans<BuildPlan>;
  readonly jobs: Plans<JobPlan>;
  readonly exchanges: readonly Exchange[];
  /** Requests that no route answers. A test of a client expects none. */
  readonly unmodelled: readonly string[];
  /** All that is known now, as plain data. */
  readonly state: State;
  addProject(draft: NewProject): Project;
  addDomain(project: Project, domain: string | Omit<Domain, 'createdAt'>): void;
  setEnv(project: Project, values: Readonly<Record<string, string>>): void;
  /** A token that sees this project and nothing else. */
  projectToken(project: Project): string;
  /** As it is now. Throws where there is none. */
  project(id: string): Project;
  /** By id, URL or alias, as it is now. Throws where there is none. */
  deployment(idOrUrl: string): Deployment;
  /** The deployment that holds a name now, or null. */
  holder(name: string): string | null;
  /** Changes settings of a project that the API has no route for. */
  configure(project: Project, changes: Partial<Omit<Project, 'id'>>): void;
  protect(project: Project, what: SsoProtection | null, wall?: Wall): void;
  /** From now on the name may not be used: 409. */
  forbid(name: string): void;
  /** The next try to alias the name finds no certificate: 400. */
  withholdCertificate(name: string): void;
  /** How long the edge goes on with the old holder of a name after a switch, in milliseconds. */
  setPropagation(ms: number): void;
  actAs(name: string): Actor;
  /** Resolves when no build and no job is under way. Held builds never end: cancel them first. */
  settled(): Promise<void>;
}

/** Starts both. Throws a one-line error where the machine has no port or no folder to give. */
export async function startVercel(options: VercelOptions): Promise<Vercel> {
  const { scope, faults } = options;
  const team: Team = { id: 'team_lockstep', slug: 'lockstep', name: 'Lockstep', plan: 'pro', ...options.team };
  const user: Person = { id: 'user_lockstep', username: 'releaser', email: 'releaser@example.com' };
  const background = new Set<Promise<void>>();
  const faultsOfOurs: unknown[] = [];
  const unmodelled: string[] = [];
  let propagationMs = 0;

  const edge = await startEdge({
    scope,
    faults,
    functionTimeoutMs: options.functionTimeoutMs ?? 60_000,
    look: (host, headers, stale) =>
      edgeTarget(world, host, headers, { stale, propagationMs, bypassDelayMs: options.bypassDelayMs ?? 0 }),
  });
  const world: World = {
    store: new Store(),
    scope,
    folder: scope.folder('lockstep-vercel-'),
    blobs: new Map(),
    suffix: (options.suffix ?? ((port) => `vercel.localhost:${port}`))(edge.port),
    team,
    user,
    tokens: new Map(),
    builds: new Plans<BuildPlan>({}),
    jobs: new Plans<JobPlan>({}),
    building: new Map(),
    hosts: new Map(),
    forbiddenNames: new Set(),
    namesWithoutCertificate: new Set(),
    background: (work) => {
      const watched = work.catch((error: unknown) => void faultsOfOurs.push(error));
      background.add(watched);
      void watched.finally(() => background.delete(watched));
    },
  };
  const routes = [uploadRoutes, deploymentRoutes, eventRoutes, aliasRoutes, promotionRoutes, rollingReleaseRoutes];
  const all = [...routes, projectRoutes, domainRoutes, accountRoutes].flat();
  const api = await serve(
    'vercel',
    makeApi(world, all, limiter(options.limits ?? []), (line) => unmodelled.push(line)),
    faults,
  );
  const settled = async () => {
    while (background.size > 0) await Promise.all(background);
    if (faultsOfOurs.length > 0)
      throw new AggregateError(faultsOfOurs, `the Vercel stand-in failed: ${faultsOfOurs[0]}`);
  };
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
    get state() {
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
    projectToken: ({ id }) => newToken(world, { person: user, projectId: id }),
    project: (id) => known(world.store.now.projects.get(id), id),
    deployment: (idOrUrl) => known(findDeployment(world, world.store.now, idOrUrl), idOrUrl),
    holder: (name) => world.store.now.aliases.get(hostKey(name))?.deploymentId ?? null,
    configure: ({ id }, changes) => void world.store.patch('projects', id, changes),
    protect: ({ id }, ssoProtection, wall = 'unauthorized') =>
      void world.store.patch('projects', id, { ssoProtection, wall }),
    forbid: (name) => void world.forbiddenNames.add(hostKey(name)),
    withholdCertificate: (name) => void world.namesWithoutCertificate.add(hostKey(name)),
    setPropagation: (ms) => {
      propagationMs = ms;
    },
    actAs: (name) => new Actor(world, name),
    settled,
  };
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
