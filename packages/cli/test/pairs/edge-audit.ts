import type { Scope } from '@lockstep/proving-ground/scope';
import { certificate, type Handler, startSite } from '../../../edge/test/site.ts';
import { commit, deployment, healthy } from '../../../health/test/app.ts';
import { checkout } from './ground.ts';
import { type Asked, type Pair, WRONG } from './pair.ts';

const HEADERS = {
  'content-type': 'text/html',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const shop: Handler = (request, response) => {
  if (request.url === '/api/health')
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(healthy().body));
  else if (request.url === '/') response.writeHead(200, HEADERS).end('<h1>Shop</h1>');
  else response.writeHead(404).end();
};
const bare: Handler = (_request, response) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Shop</h1>');

/** Values are lists, a line each for the action, and with commas between them for the command. */
async function audit(
  scope: Scope,
  values: Readonly<Record<string, readonly string[]>>,
  handler = shop,
): Promise<Asked> {
  const site = await startSite(handler);
  scope.defer('the site', () => site[Symbol.asyncDispose]());
  const cwd = checkout(scope, { 'ca.pem': (await certificate()).certificate });
  return {
    cwd,
    inputs: {
      ...{ url: site.url.href, 'http-url': site.httpUrl.href },
      ...Object.fromEntries(Object.entries(values).map(([name, lines]) => [name, lines.join('\n')])),
    },
    args: [
      ...[site.url.href, '--http-url', site.httpUrl.href],
      ...Object.entries(values).flatMap(([name, lines]) => [`--${name}`, lines.join(',')]),
    ],
    both: { NODE_EXTRA_CA_CERTS: `${cwd}/ca.pem` },
  };
}

const LOOKS = ['https-redirect', 'hsts', 'csp-*', 'observatory-grade'];

export const pair: Pair = {
  command: 'edge-audit',
  action: 'edge-audit',
  cases: {
    'as it should be, of the build that is meant': {
      ...{ verdict: 'pass', reason: 'checks-passed' },
      ask: (scope) =>
        audit(scope, {
          checks: ['https-redirect', 'hsts', 'observatory-grade'],
          ...{ 'expect-deployment': [deployment], 'expect-commit': [commit] },
        }),
    },
    'pages without a header': {
      ...{ verdict: 'fail', reason: 'checks-failed' },
      ask: (scope) => audit(scope, { checks: LOOKS, paths: ['/', '/login'] }, bare),
    },
    'another build': {
      ...{ verdict: 'fail', reason: 'checks-failed' },
      ask: (scope) => audit(scope, { checks: LOOKS, 'expect-deployment': ['dpl_other'] }),
    },
    'a build that is not named': {
      ...{ verdict: 'unknown', reason: 'checks-unknown' },
      ask: (scope) =>
        audit(scope, { checks: ['hsts'], 'expect-deployment': [deployment], 'identity-path': ['/missing'] }),
    },
    'all that can be wrong': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) =>
        audit(scope, {
          ...{ paths: ['login'], 'api-paths': ['//x'], 'cors-origins': ['app'], telemetry: ['beacon'] },
          ...{ 'min-grade': ['Z'], 'min-days-left': ['400'], hosts: ['a b'], 'dns-resolvers': ['one'] },
          ...{ 'expect-commit': ['main'], 'dns-max-ttl': ['x'], checks: ['none-such'] },
        }),
    },
    'a number of days that no certificate has': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) => audit(scope, { checks: ['hsts'], 'min-days-left': ['400'] }),
    },
  },
};
