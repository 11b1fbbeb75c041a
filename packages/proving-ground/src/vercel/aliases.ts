import { type Access, requireDeployment, requireGrant, requireProject } from './access.ts';
import { type Call, param, type Route, readBody, text } from './api.ts';
import { point } from './live.ts';
import { aliasJson } from './name-json.ts';
import { page } from './page.ts';
import { Refusal } from './refusal.ts';
import { type Alias, aliasesOf, type Deployment, hostKey, type Person, type State } from './state.ts';
import { rolledBackNames } from './swap.ts';
import { findAlias, type World } from './world.ts';

export const aliasRoutes: readonly Route[] = [
  {
    method: 'POST',
    // Those without a version are what Vercel's CLI calls.
    paths: ['/v2/deployments/:id/aliases', '/now/deployments/:id/aliases'],
    answer: (world, call) => {
      const body = readBody(call, ['alias', 'redirect']);
      const deployment = requireDeployment(world, world.store.now, call.access, param(call, 'id'));
      const { alias, old } = assignAlias(world, deployment, text(body, 'alias') ?? '', call.access.person);
      const { uid, name, createdAt } = alias;
      const was = old === null ? {} : { oldDeploymentId: old };
      return { status: 200, body: { uid, alias: name, created: new Date(createdAt).toISOString(), ...was } };
    },
  },
  {
    method: 'GET',
    paths: ['/v2/deployments/:id/aliases'],
    answer: (world, call) => {
      const deployment = requireDeployment(world, call.state, call.access, param(call, 'id'));
      const aliases = aliasesOf(call.state, deployment.id).map((alias) => ({
        uid: alias.uid,
        alias: alias.name,
        created: new Date(alias.createdAt).toISOString(),
        redirect: alias.redirect ?? null,
      }));
      return { status: 200, body: { aliases } };
    },
  },
  {
    method: 'GET',
    paths: ['/v4/aliases', '/v3/now/aliases'],
    answer: (world, call) => {
      const { items, pagination } = page(listed(world, call), (alias) => alias.createdAt, call.query);
      return { status: 200, body: { aliases: items.map((alias) => aliasJson(call.state, alias)), pagination } };
    },
  },
  {
    method: 'GET',
    paths: ['/v4/aliases/:alias', '/now/aliases/:alias'],
    answer: (_world, call) => {
      const alias = requireAlias(call.state, call.access, param(call, 'alias'));
      return { status: 200, body: aliasJson(call.state, alias) };
    },
  },
  {
    method: 'DELETE',
    paths: ['/v2/aliases/:alias', '/now/aliases/:alias'],
    answer: (world, call) => {
      const alias = requireAlias(world.store.now, call.access, param(call, 'alias'));
      world.store.drop('aliases', hostKey(alias.name));
      return { status: 200, body: { status: 'SUCCESS' } };
    },
  },
];

/**
 * Points a name to a deployment, and nothing else: neither the project's production pointer nor its crons move.
 * Throws Refusal. 409 has two meanings, as on Vercel: the name is there already, or it may not be used.
 * https://vercel.com/docs/rest-api/reference/endpoints/aliases/assign-an-alias
 */
export function assignAlias(
  world: World,
  deployment: Deployment,
  name: string,
  person: Person,
): { readonly alias: Alias; readonly old: string | null } {
  const { state, key } = { state: world.store.now, key: hostKey(name) };
  if (!/^[a-z0-9*]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/.test(key))
    throw new Refusal(400, 'invalid_alias', `The alias "${name}" is invalid`);
  if (deployment.readyState !== 'READY')
    throw new Refusal(400, 'deployment_not_ready', `The deployment ${deployment.id} is not ready`);
  const held = state.aliases.get(key);
  if (held !== undefined && held.ownerId !== deployment.ownerId)
    throw new Refusal(403, 'alias_in_use', `The alias ${name} is used by another account`);
  if (held?.deploymentId === deployment.id)
    throw new Refusal(409, 'conflict', `The alias ${name} is already assigned to the given deployment`, {
      ...{ uid: held.uid, alias: held.name },
    });
  if (world.forbiddenNames.has(key)) throw new Refusal(409, 'conflict', `The domain ${name} is not allowed to be used`);
  if (!isOwned(world, state, deployment, key))
    throw new Refusal(404, 'not_found', `The domain ${name} was not found on the account`);
  if (world.namesWithoutCertificate.delete(key))
    throw new Refusal(400, 'cert_missing', `The certificate for ${name} is not ready`);
  const old = point(world, name, deployment, person);
  const alias = world.store.now.aliases.get(key);
  if (alias === undefined) throw new Error(`the stand-in lost the alias ${name}`);
  return { alias, old };
}

/** A name of the platform's own, or one at or below a domain of a project of this owner. */
function isOwned(world: World, state: State, { ownerId }: Deployment, key: string): boolean {
  const below = (parent: string) => key === hostKey(parent) || key.endsWith(`.${hostKey(parent)}`);
  const owned = [...state.projects.values()].filter((project) => project.ownerId === ownerId);
  return below(world.suffix) || owned.some(({ domains }) => domains.some((domain) => below(domain.name)));
}

function requireAlias(state: State, access: Access, idOrName: string): Alias {
  const alias = findAlias(state, idOrName);
  if (alias === undefined || alias.ownerId !== access.ownerId)
    throw new Refusal(404, 'not_found', `The alias ${idOrName} doesn't exist`);
  requireGrant(access, alias.projectId);
  return alias;
}

function listed(world: World, { state, access, query }: Call): readonly Alias[] {
  const named = query.get('projectId') ?? access.projectId;
  const only = named == null ? undefined : requireProject(state, access, named).id;
  const domains = query.getAll('domain').map(hostKey);
  const candidate = query.get('rollbackDeploymentId');
  const moving =
    candidate === null
      ? undefined
      : rolledBackNames(state, requireDeployment(world, state, access, candidate)).map(hostKey);
  return [...state.aliases.values()].filter(
    (alias) =>
      alias.ownerId === access.ownerId &&
      (only === undefined || alias.projectId === only) &&
      (domains.length === 0 || domains.some((domain) => hostKey(alias.name).endsWith(domain))) &&
      (moving === undefined || moving.includes(hostKey(alias.name))),
  );
}
