import { Octokit } from '@octokit/core';
import { restEndpointMethods } from '@octokit/plugin-rest-endpoint-methods';

const silent = () => undefined;

/**
 * Asks GitHub of one repository, by Octokit's names: ('repos.getBranch', { branch }) → { status, body }; status 0 where
 * nobody answers, or what answers is not GitHub's. The token goes nowhere else.
 *
 * @param {{ base: string, token: string, repository: string }} where
 */
export function githubReader({ base, token, repository }) {
  const [owner = '', repo = ''] = repository.split('/');
  const octokit = new (Octokit.plugin(restEndpointMethods))({
    auth: token,
    baseUrl: base.replace(/\/$/, ''),
    userAgent: 'lockstep',
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: {
      fetch: (url, init) => fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(15_000) }),
    },
  });
  const said = ({ status = 0, data } = {}) => (typeof data === 'string' ? { status: 0 } : { status, body: data });
  /** @type {(endpoint: string, parameters?: object) => Promise<{ status: number, body?: any }>} */
  return async (endpoint, parameters = {}) => {
    const [scope, name] = endpoint.split('.');
    try {
      return said(await octokit.rest[scope][name]({ owner, repo, ...parameters }));
    } catch (error) {
      return said(error.response);
    }
  };
}
