import { describe, expect, test } from '@jest/globals';
import { clean } from '../src/clean.ts';

/**
 * Links that Lockstep makes itself, from names that GitHub and Vercel allow and that look like what belongs in no message.
 * A message whose link leads nowhere is worth little.
 */
const REPOSITORIES = [
  'acme/shop',
  'token/secret',
  'acme/api_key',
  'a-b/password.reset-token',
  'acme/authorization',
  'x/y.z',
];
const COMMIT = '3f9a2c0d1e5b7a8f9c6d4e2b1a0f8e7d6c5b4a39';
const SERVERS = ['https://github.com', 'https://ghe.token.example:8443'];

const ofRepository = REPOSITORIES.flatMap((repository) =>
  SERVERS.flatMap((server) => [
    `${server}/${repository}/actions/runs/9876543210/attempts/2`,
    `${server}/${repository}/actions/runs/9876543210/job/12345678901`,
    `${server}/${repository}/commit/${COMMIT}`,
    `${server}/${repository}/pull/128`,
    `${server}/${repository}/pull/128#issuecomment-2345678901`,
    `${server}/${repository}/issues/7`,
    `${server}/${repository}/deployments/activity_log?environments_filter=production`,
  ]),
);
// Behind "token:" or "secret=" an address is masked all the same: a webhook's address is a credential.
const ofDeployments = [
  'https://shop-git-fix-token-3f9a2c0d1-acme.vercel.app',
  'https://secret-9x8y7z6w5v4u-password.vercel.app/login',
  'https://vercel.com/acme/shop/8JZkXf3QpT2vWc9LmN5bRd7HsY4g',
  'https://app.clinic.example',
];

describe.each([
  ['alone', (url: string) => url],
  ['in a sentence', (url: string) => `the run failed, see ${url} and try again`],
  ['in brackets', (url: string) => `[token](${url})`],
])('%s', (_where, text) => {
  test.each([...ofRepository, ...ofDeployments])('%s', (url) => {
    expect(clean(text(url))).toBe(text(url));
  });
});
