import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { scanForSecrets } from '../src/secrets/scan.ts';
import { Repository } from './repository.ts';

let repo: Repository;
beforeEach(() => {
  repo = new Repository();
  execFileSync('git', ['init', '-q', repo.root]);
});
afterEach(() => repo.remove());

/** Put together at run time, so that no scanner finds them here. */
const jwt = (claims: object) =>
  ['{"alg":"HS256","typ":"JWT"}', JSON.stringify(claims)]
    .map((part) => Buffer.from(part).toString('base64url'))
    .concat('s'.repeat(43))
    .join('.');
const stripe = (kind: string) => `${kind}_51H8xyzABCDEFGHIJKLMN`;
const KEYS = {
  'a Stripe live key': stripe('sk_live'),
  'one that secretlint knows too': `${stripe('sk_live')}opqrstuvwxyz`,
  'a restricted one': stripe('rk_live'),
  'a webhook secret': `${'whsec'}_${'a1B2'.repeat(8)}`,
  'a Supabase secret key': `${'sb_secret'}_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz`,
  'an access token': `${'sbp'}_${'0123456789abcdef'.repeat(3).slice(0, 40)}`,
  'a service_role key': jwt({ iss: 'supabase', ref: 'abc', role: 'service_role', iat: 1 }),
  'a GitHub token': `${'ghp'}_${'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'}`,
};

test.each(Object.entries(KEYS))('%s is found, and shown nowhere', async (_what, key) => {
  repo.write('app/config.ts', `export const ok = 1;\nconst key = '${key}';\n`);
  const reading = await scanForSecrets(repo.root, repo.readGit);
  expect(reading).toMatchObject({ report: { findings: [{ file: 'app/config.ts', line: 2, level: 'error' }] } });
  expect(JSON.stringify(reading)).not.toContain(key.slice(8));
});

test.each([
  ['a Stripe test key', stripe('sk_test')],
  ['a publishable key', `${'sb_publishable'}_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz`],
  ['an anon key', jwt({ iss: 'supabase', role: 'anon' })],
  ['the key of "supabase start"', jwt({ iss: 'supabase-demo', role: 'service_role' })],
  ['a JWT that is none', 'eyJhbGciOiJIUzI1NiJ9.eyJicm9rZW4eyJicm9rZW4.abcdefghijklmnopqrstuvwxyz'],
])('%s is public and no finding', async (_what, key) => {
  repo.write('a.ts', `const key = '${key}';`);
  expect(await scanForSecrets(repo.root, repo.readGit)).toMatchObject({ report: { findings: [] } });
});

test('looks at what git knows or would add, and not at what it ignores', async () => {
  repo.write('.gitignore', '.env.local\nnode_modules/\n');
  repo.write('.env.local', KEYS['a Stripe live key']);
  repo.write('node_modules/x/a.js', KEYS['a Stripe live key']);
  repo.write('picture.png', `\0${KEYS['a Stripe live key']}`);
  expect(await scanForSecrets(repo.root, repo.readGit)).toMatchObject({ report: { checked: 1, findings: [] } });
});

test('a file is looked at whatever its name is', async () => {
  const names = ['a "b".ts', 'tab\there.ts', 'ünïcode.ts', 'back\\slash.ts', 'new\nline.ts', '"quoted"'];
  for (const name of names) repo.write(name, `const key = '${KEYS['a Stripe live key']}';`);
  const reading = await scanForSecrets(repo.root, repo.readGit);
  if (reading.kind === 'unreadable') throw new Error(reading.detail);
  expect(reading.report.findings.map(({ file }) => file).sort()).toEqual(names.sort());
});

test('a folder that is no repository was not looked at', async () => {
  const plain = new Repository();
  expect(await scanForSecrets(plain.root, plain.readGit)).toMatchObject({ kind: 'unreadable', why: 'tool-crashed' });
  plain.remove();
});
