import { Octokit } from '@octokit/core';
import { restEndpointMethods } from '@octokit/plugin-rest-endpoint-methods';
import type { Endpoint } from '../src/endpoints.ts';
import { ROUTES } from '../src/routes.ts';

interface Method {
  readonly endpoint: { readonly DEFAULTS: { readonly method: string; readonly url: string } };
}

const { rest } = restEndpointMethods(new Octokit());
const methods = rest as unknown as Readonly<Record<string, Readonly<Record<string, Method>>>>;

const routes: Readonly<Record<string, string>> = ROUTES;

/** `repos.get` → `GET /repos/{owner}/{repo}`, as Octokit knows it, or ours. Throws where neither knows that name. */
export function routeOf(endpoint: Endpoint): string {
  const own = routes[endpoint];
  if (own !== undefined) return own;
  const [scope = '', name = ''] = endpoint.split('.');
  const method = methods[scope]?.[name];
  if (method === undefined) throw new Error(`Octokit knows no endpoint ${endpoint}`);
  const { DEFAULTS } = method.endpoint;
  return `${DEFAULTS.method} ${DEFAULTS.url}`;
}
