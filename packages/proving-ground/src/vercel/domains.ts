import { requireProject } from './access.ts';
import { param, type Route, readBody, text } from './api.ts';
import { point } from './live.ts';
import { domainJson } from './name-json.ts';
import { page } from './page.ts';
import { Refusal } from './refusal.ts';
import { type Domain, hostKey, isProductionDomain, type Project } from './state.ts';
import { makeId, type World } from './world.ts';

export const domainRoutes: readonly Route[] = [
  {
    method: 'GET',
    paths: ['/v9/projects/:project/domains'],
    answer: (_world, call) => {
      const project = requireProject(call.state, call.access, param(call, 'project'));
      const rows = project.domains.filter((domain) => wanted(domain, call.query));
      const { items, pagination } = page(rows, ({ createdAt }) => createdAt, call.query);
      return { status: 200, body: { domains: items.map((domain) => domainJson(project, domain)), pagination } };
    },
  },
  {
    method: 'GET',
    paths: ['/v9/projects/:project/domains/:domain'],
    answer: (_world, call) => {
      const project = requireProject(call.state, call.access, param(call, 'project'));
      return { status: 200, body: domainJson(project, requireDomain(project, param(call, 'domain'))) };
    },
  },
  {
    method: 'POST',
    paths: ['/v10/projects/:project/domains'],
    answer: (world, call) => {
      const project = requireProject(world.store.now, call.access, param(call, 'project'));
      const body = readBody(call, ['name', 'gitBranch', 'customEnvironmentId', 'redirect', 'redirectStatusCode']);
      const name = text(body, 'name');
      if (name === undefined)
        throw new Refusal(400, 'bad_request', 'Invalid request: missing required property `name`.');
      const [gitBranch, redirect] = [text(body, 'gitBranch'), text(body, 'redirect')];
      const domain = addDomain(world, project.id, {
        name,
        verified: true,
        ...(gitBranch === undefined ? {} : { gitBranch }),
        ...(redirect === undefined ? {} : { redirect }),
      });
      return { status: 200, body: domainJson(project, domain) };
    },
  },
  {
    method: 'DELETE',
    paths: ['/v9/projects/:project/domains/:domain'],
    answer: (world, call) => {
      const project = requireProject(world.store.now, call.access, param(call, 'project'));
      const { name } = requireDomain(project, param(call, 'domain'));
      const domains = project.domains.filter((domain) => domain.name !== name);
      world.store.patch('projects', project.id, { domains });
      world.store.drop('aliases', hostKey(name));
      return { status: 200, body: {} };
    },
  },
  {
    method: 'GET',
    // What Vercel's CLI asks before it points a name somewhere.
    paths: ['/v5/domains/:domain'],
    answer: (_world, call) => {
      const name = param(call, 'domain');
      const within = (inner: string, outer: string) => inner === outer || inner.endsWith(`.${outer}`);
      const isAt = ({ name: own }: Domain) => within(hostKey(own), name) || within(name, hostKey(own));
      const owned = [...call.state.projects.values()].filter(({ ownerId }) => ownerId === call.access.ownerId);
      if (!owned.some(({ domains }) => domains.some(isAt)))
        throw new Refusal(404, 'not_found', `The domain ${name} was not found on the account`);
      const server = { serviceType: 'external', verified: true, nameservers: [], intendedNameservers: [] };
      const creator = { id: call.access.person.id, username: call.access.person.username };
      return { status: 200, body: { domain: { id: name, name, ...server, creator, createdAt: 0, expiresAt: null } } };
    },
  },
];

/** Gives a project a name. A production name points to the live deployment from then on, as on the platform. */
export function addDomain(world: World, projectId: string, draft: Omit<Domain, 'createdAt'>): Domain {
  const { store } = world;
  const key = hostKey(draft.name);
  for (const other of store.now.projects.values())
    if (other.domains.some(({ name }) => hostKey(name) === key))
      throw new Refusal(409, 'domain_already_in_use', `The domain ${draft.name} is in use by project ${other.id}.`);
  const project = store.now.projects.get(projectId);
  if (project === undefined) throw new Refusal(404, 'not_found', 'Project not found.');
  const domain: Domain = { ...draft, createdAt: store.stamp() };
  store.patch('projects', projectId, { domains: [...project.domains, domain] });
  const live = store.now.deployments.get(project.productionId ?? '');
  if (domain.redirect !== undefined) pointAway(world, project, domain);
  else if (live !== undefined && domain.verified && isProductionDomain(domain))
    point(world, domain.name, live, world.user);
  return domain;
}

/** A name that redirects stands in the alias table too, and points to no deployment. */
function pointAway(world: World, project: Project, { name, redirect, redirectStatusCode = 308 }: Domain): void {
  const at = world.store.stamp();
  const { id: projectId, ownerId } = project;
  const none = { deploymentId: null, previousDeploymentId: null };
  const to = redirect === undefined ? {} : { redirect, redirectStatusCode };
  const row = { uid: makeId('', 24), name, projectId, ownerId, creator: world.user, createdAt: at, updatedAt: at };
  world.store.put('aliases', hostKey(name), { ...row, ...none, ...to });
}

function requireDomain(project: Project, name: string): Domain {
  const domain = project.domains.find((row) => hostKey(row.name) === hostKey(name));
  if (domain === undefined) throw new Refusal(404, 'not_found', `The domain ${name} is not in the project.`);
  return domain;
}

function wanted(domain: Domain, query: URLSearchParams): boolean {
  const is = (name: string, test: (value: string) => boolean) => {
    const value = query.get(name);
    return value === null || test(value);
  };
  const production = domain.gitBranch === undefined && domain.customEnvironmentId === undefined;
  return (
    is('production', (flag) => flag !== 'true' || production) &&
    is('target', (target) => (target === 'production') === production) &&
    is('verified', (flag) => String(domain.verified) === flag) &&
    is('redirects', (flag) => flag !== 'false' || domain.redirect === undefined) &&
    is('redirect', (to) => domain.redirect === to) &&
    is('gitBranch', (branch) => domain.gitBranch === branch) &&
    is('customEnvironmentId', (id) => domain.customEnvironmentId === id)
  );
}
