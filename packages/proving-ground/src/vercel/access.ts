import type { Request } from '../http/http-service.ts';
import { Refusal } from './refusal.ts';
import type { Deployment, Person, Project, State } from './state.ts';
import { findDeployment, findProject, type World } from './world.ts';

/** Who calls, and on whose behalf. */
export interface Access {
  readonly person: Person;
  readonly ownerId: string;
  /** Set where the token sees this one project only. */
  readonly projectId?: string;
}

const forbidden = (message: string, extra: object = {}) => new Refusal(403, 'forbidden', message, { ...extra });

/**
 * Strict, other than most stand-ins: no token is 401, an unknown one 403, and the scope is what `teamId` or `slug`
 * say, the person's own account where both are missing. A project's token is bound to the project's owner: it may leave
 * the scope out, and must not name another.
 */
export function admit(world: World, request: Request): Access {
  const [, value] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (value === undefined)
    throw new Refusal(401, 'forbidden', 'The request is missing an authentication token', { missingToken: true });
  const token = world.tokens.get(value);
  if (token === undefined) throw forbidden('Not authorized', { invalidToken: true });
  const named = namedOwner(world, request);
  if (token.projectId === undefined) return { person: token.person, ownerId: named ?? token.person.id };
  const project = world.store.now.projects.get(token.projectId);
  if (project === undefined) throw forbidden('Not authorized', { invalidToken: true });
  if (named !== undefined && named !== project.ownerId) throw forbidden('Not authorized: Trying to access resource');
  return { person: token.person, ownerId: project.ownerId, projectId: project.id };
}

function namedOwner(world: World, request: Request): string | undefined {
  const teamId = request.query.get('teamId');
  const slug = request.query.get('slug');
  if (teamId === null && slug === null) return undefined;
  const known = (teamId ?? world.team.id) === world.team.id && (slug ?? world.team.slug) === world.team.slug;
  if (!known) throw forbidden('Not authorized: Trying to access resource under scope you are not a member of');
  return world.team.id;
}

/** The project, as this caller may see it: 404 in the wrong scope, 403 with the token of another project. */
export function requireProject(state: State, access: Access, idOrName: string): Project {
  const project = findProject(state, access.ownerId, idOrName);
  if (project === undefined) throw new Refusal(404, 'not_found', 'Project not found.');
  requireGrant(access, project.id);
  return project;
}

export function requireDeployment(world: World, state: State, access: Access, idOrUrl: string): Deployment {
  const deployment = findDeployment(world, state, idOrUrl);
  if (deployment === undefined || deployment.ownerId !== access.ownerId)
    throw new Refusal(404, 'not_found', `The deployment ${idOrUrl} hasn't been found on the account`);
  requireGrant(access, deployment.projectId);
  return deployment;
}

/** Refuses the token of a project that is not this one. */
export function requireGrant(access: Access, projectId: string): void {
  if (access.projectId !== undefined && access.projectId !== projectId) throw forbidden('Not authorized');
}

/** Refuses the token of a project where only a whole account will do. */
export function requireAccount(access: Access, what: string): void {
  if (access.projectId !== undefined) throw new Refusal(404, 'not_found', `${what} not found`);
}
