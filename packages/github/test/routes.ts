import { Octokit } from '@octokit/core';
import { restEndpointMethods } from '@octokit/plugin-rest-endpoint-methods';
import type { Endpoint } from '../src/endpoints.ts';

interface Method {
  readonly endpoint: { readonly DEFAULTS: { readonly method: string; readonly url: string } };
}

const { rest } = restEndpointMethods(new Octokit());
const methods = rest as unknown as Readonly<Record<string, Readonly<Record<string, Method>>>>;

/** `repos.get` → `GET /repos/{owner}/{repo}`, as Octokit knows it. Throws where it knows none of that name. */
export function routeOf(endpoint: Endpoint): string {
  const [scope = '', name = ''] = endpoint.split('.');
  const method = methods[scope]?.[name];
  if (method === undefined) throw new Error(`Octokit knows no endpoint ${endpoint}`);
  const { DEFAULTS } = method.endpoint;
  return `${DEFAULTS.method} ${DEFAULTS.url}`;
}
