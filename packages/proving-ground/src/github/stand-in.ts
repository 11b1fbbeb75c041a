import type { Faults } from '../faults/faults.ts';
import { type Exchange, type HttpService, type Reply, type Request, serve } from '../http/http-service.ts';
import type { Asked, Violation } from '../openapi/contract.ts';
import { type Events, notFound, type Route, type Routes, refusal } from './call.ts';
import { loadContract } from './contract.ts';
import { copyWorld } from './copy-world.ts';
import { artifactRoutes, storedArtifact } from './routes/artifacts.ts';
import { checkRoutes } from './routes/checks.ts';
import { commitRoutes } from './routes/commits.ts';
import { deploymentRoutes } from './routes/deployments.ts';
import { gitDataRoutes } from './routes/git-data.ts';
import { issueRoutes } from './routes/issues.ts';
import { organizationRoutes } from './routes/organization.ts';
import { pullRoutes } from './routes/pulls.ts';
import { refRoutes } from './routes/refs.ts';
import { releaseRoutes } from './routes/releases.ts';
import { repositoryRoutes } from './routes/repository.ts';
import { runRoutes } from './routes/runs.ts';
import { settingsRoutes } from './routes/settings.ts';
import { treeRoutes } from './routes/trees.ts';
import { newRepository } from './seed/new-repository.ts';
import { RepositorySeed } from './seed/repository-seed.ts';
import { acceptedPermissions, type Grant, mayUse, Tokens } from './tokens.ts';
import { isoTime, newWorld, type Repository, userNamed, type World } from './world.ts';

export interface GitHubOptions extends Events {
  readonly faults: Faults;
  /** Milliseconds since the epoch; the system's time when absent. */
  readonly now?: () => number;
}

/** GitHub's REST API, as far as this toolkit and its users' workflows call it. */
export interface GitHub extends HttpService {
  readonly exchanges: readonly Exchange[];
  /** Requests and answers that GitHub's own description does not allow, in order. */
  readonly violations: readonly Violation[];
  /** Throws, naming them, when there are violations. For the end of every test. */
  expectNoViolations(): void;
  /** Gives the violations and forgets them: for tests that ask wrongly on purpose. */
  takeViolations(): readonly Violation[];
  /** The repository `owner/name`, made when it is new (private, `main`, no commit). */
  repository(fullName: string): RepositorySeed;
  token(grant: Grant): string;
  revoke(token: string): void;
}

export const routes: Routes = {
  ...checkRoutes,
  ...commitRoutes,
  ...deploymentRoutes,
  ...gitDataRoutes,
  ...issueRoutes,
  ...organizationRoutes,
  ...pullRoutes,
  ...refRoutes,
  ...releaseRoutes,
  ...repositoryRoutes,
  ...artifactRoutes,
  ...runRoutes,
  ...settingsRoutes,
  ...treeRoutes,
};

/**
 * Starts GitHub on a loopback port, empty. Honours the `stale` fault: that read is answered from the state before
 * the last change that came over the API.
 */
export async function startGitHub(options: GitHubOptions): Promise<GitHub> {
  const contract = loadContract();
  const now = options.now ?? Date.now;
  const world = newWorld();
  const tokens = new Tokens();
  const violations: Violation[] = [];
  let before: World | undefined;
  let requests = 0;

  const service = await serve('github', handle, options.faults);

  function handle(request: Request): Reply {
    const reply = answer(request);
    const id = `${(++requests).toString(16).toUpperCase().padStart(4, '0')}:PROVING:GROUND`;
    return { ...reply, headers: { 'x-github-request-id': id, 'x-github-media-type': 'github.v3', ...reply.headers } };
  }

  function answer(request: Request): Reply {
    const stored = storedArtifact(world, request.path);
    if (stored !== undefined) return stored;
    if ((request.headers['user-agent'] ?? '') === '')
      return refusal(
        403,
        'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
      );
    const holder = tokens.holder(request.headers.authorization);
    if (holder === undefined)
      return refusal(401, request.headers.authorization === undefined ? 'Requires authentication' : 'Bad credentials');
    const matched = contract.match(request.method, request.path);
    const route = matched === undefined ? undefined : routes[matched.operation];
    if (matched === undefined || route === undefined)
      return violation(request, 'unknown-route', ['no such operation'], notFound());
    const wanted = `${matched.params['owner'] ?? holder.repository.split('/')[0]}/${matched.params['repo'] ?? holder.repository.split('/')[1]}`;
    // What is written is written to the present, however late a read may be.
    const source = request.stale && request.method === 'GET' && before !== undefined ? before : world;
    const repo = source.repositories.get(wanted.toLowerCase());
    if (repo === undefined || wanted.toLowerCase() !== holder.repository.toLowerCase()) return notFound();
    if (!mayUse(holder.permissions, route.needs)) return forbidden(route);

    const asked = parse(request, matched.params);
    if (asked === undefined)
      return violation(request, 'request', ['the body is no JSON'], refusal(400, 'Problems parsing JSON'));
    const checked = contract.checkRequest(matched.operation, asked);
    if (checked.problems.length > 0) {
      const refused = violation(request, 'request', checked.problems, invalidRequest(checked.problems));
      if (checked.refused) return refused;
    }
    if (request.method !== 'GET') before = copyWorld(world);
    const reply = route.answer({
      world: source,
      repo,
      params: matched.params,
      query: request.query,
      body: (asked.body ?? {}) as Readonly<Record<string, unknown>>,
      user: holder.user,
      at: isoTime(now()),
      base: service.url,
      self: `${service.url}${request.path}${request.query.size === 0 ? '' : `?${request.query}`}`,
      events: options,
    });
    const wrong = contract.checkAnswer(matched.operation, reply.status, reply.body);
    return wrong.length === 0 ? reply : violation(request, 'answer', wrong, reply);
  }

  function violation(request: Request, kind: Violation['kind'], problems: readonly string[], reply: Reply): Reply {
    for (const what of problems) violations.push({ kind, method: request.method, path: request.path, what });
    return reply;
  }

  return {
    ...service,
    violations,
    expectNoViolations: () => {
      if (violations.length > 0)
        throw new Error(`GitHub's description was violated:\n${violations.map(line).join('\n')}`);
    },
    takeViolations: () => violations.splice(0),
    repository: (fullName) => {
      const [owner = '', name = ''] = fullName.split('/');
      const key = fullName.toLowerCase();
      if (!world.repositories.has(key))
        world.repositories.set(key, newRepository(world, userNamed(owner, 'Organization'), name, now()));
      return new RepositorySeed(world, () => world.repositories.get(key) as Repository, now);
    },
    token: (grant) => tokens.issue(grant, userNamed(grant.login ?? 'github-actions[bot]')),
    revoke: (token) => tokens.revoke(token),
  };
}

function forbidden(route: Route): Reply {
  const headers = { 'x-accepted-github-permissions': acceptedPermissions(route.needs) };
  return { ...refusal(403, 'Resource not accessible by integration'), headers };
}

function invalidRequest(problems: readonly string[]): Reply {
  return refusal(422, `Invalid request.\n\n${problems.join('\n')}`);
}

function parse(request: Request, params: Asked['params']): Asked | undefined {
  try {
    return { params, query: request.query, body: request.json() };
  } catch {
    return undefined;
  }
}

function line(violation: Violation): string {
  return `  ${violation.kind}: ${violation.method} ${violation.path}: ${violation.what}`;
}
