import { type Case, html, json, loginPage } from './case.ts';

/** Who answers in the application's stead. */
export const notFromApplicationCases: readonly Case[] = [
  { what: 'a bare 401', answers: json(401, {}), is: 'protected' },
  { what: 'a bare 403', answers: json(403, {}), is: 'protected' },
  {
    what: "a redirect to Vercel's login",
    answers: () => ({ status: 302, headers: { location: 'https://vercel.com/sso-api?url=x&nonce=y' } }),
    is: 'protected',
  },
  {
    what: "Vercel's login page with 200",
    answers: html(200, '<html><head><title>Authentication Required</title></head></html>'),
    asked: { format: 'plain' },
    is: 'protected',
  },
  {
    what: "Vercel's password page with 200",
    answers: html(200, '<form action="/_vercel_password"></form>'),
    asked: { format: 'plain' },
    is: 'protected',
  },
  { what: 'any login page with 200 where JSON is expected', answers: html(200, loginPage), is: 'protected' },
  {
    what: 'a redirect to the login of a single sign-on',
    answers: () => ({ status: 302, headers: { location: 'https://id.example.com/oauth2/authorize?x' } }),
    is: 'protected',
  },
  {
    what: "the firewall's challenge",
    answers: html(403, 'x', { 'x-vercel-mitigated': 'challenge' }),
    is: 'protected',
  },

  {
    what: 'a redirect to another host',
    answers: () => ({ status: 307, headers: { location: 'https://elsewhere.example/api/health' } }),
    is: 'redirected',
  },
  {
    what: 'a redirect in circles',
    answers: () => ({ status: 307, headers: { location: '/route' } }),
    is: 'redirected',
  },
  ...[
    ['FUNCTION_INVOCATION_TIMEOUT', 504],
    ['FUNCTION_INVOCATION_FAILED', 500],
    ['DEPLOYMENT_NOT_FOUND', 404],
    ['DEPLOYMENT_PAUSED', 503],
    ['DEPLOYMENT_BLOCKED', 403],
  ].map(
    ([code, status]): Case => ({
      what: `Vercel's ${code}`,
      answers: () => ({
        status: Number(status),
        headers: { 'x-vercel-error': String(code) },
        body: 'An error occurred',
      }),
      is: 'platform-error',
    }),
  ),
  ...[502, 503, 504, 522].map(
    (status): Case => ({
      what: `a gateway's ${status} page`,
      answers: html(status, 'bad gateway'),
      is: 'platform-error',
    }),
  ),
  { what: 'too many requests', answers: json(429, {}), is: 'platform-error' },
];
