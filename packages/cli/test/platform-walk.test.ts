import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { TWELVE_FAULTS } from '../../platform/test/twelve-faults.ts';
import { CANARY, goodWorld, REF, type World } from '../../platform/test/world.ts';
import { commands } from '../src/commands.ts';
import { runProgram } from '../src/program.ts';
import type { Terminal } from '../src/terminal.ts';

/** What someone does who has never used it, the right ways and the wrong ones. */
let world: World;
let folder: string;
let before: NodeJS.ProcessEnv;
let here: string;

beforeEach(async () => {
  before = { ...process.env };
  here = process.cwd();
  folder = mkdtempSync(join(tmpdir(), 'lockstep-walk-'));
  world = await goodWorld();
  process.chdir(folder);
  Object.assign(process.env, {
    VERCEL_TOKEN: world.vercel.token,
    VERCEL_API_URL: world.vercel.url,
    VERCEL_PROJECT_ID: 'web',
    VERCEL_ORG_ID: world.vercel.team.id,
    SUPABASE_ACCESS_TOKEN: world.supabase.token(),
    SUPABASE_API_URL: world.supabase.url,
    SUPABASE_PROJECT_ID: REF,
    GITHUB_TOKEN: world.github.token({
      repository: 'acme/shop',
      login: 'olga',
      permissions: { actions: 'read', administration: 'read', contents: 'read', environments: 'read', secrets: 'read' },
    }),
    GITHUB_API_URL: world.github.url,
    GITHUB_REPOSITORY: 'acme/shop',
    STRIPE_KEY: world.stripeKey,
    STRIPE_API_URL: world.stripe.url,
    SENTRY_AUTH_TOKEN: world.sentry.token,
    SENTRY_URL: world.sentry.url,
    SENTRY_ORG: 'acme',
    SENTRY_PROJECT: 'shop',
  });
});
afterEach(async () => {
  process.chdir(here);
  process.env = before;
  await world[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const SECRETS = ['VERCEL_TOKEN', 'SUPABASE_ACCESS_TOKEN', 'GITHUB_TOKEN', 'STRIPE_KEY', 'SENTRY_AUTH_TOKEN'];

/** One command line, to its exit code; nothing that it says holds a secret. */
async function lockstep(...line: readonly string[]) {
  let [out, err] = ['', ''];
  const terminal: Terminal = {
    stdin: process.stdin,
    write: (text) => {
      out += text;
    },
    tell: (text) => {
      err += text;
    },
    paint: (_verdict, word) => word,
    debug: true,
    person: undefined,
    writeSecret: () => undefined,
    onInterrupt: () => () => undefined,
  };
  const code = await runProgram(['platform', ...line], commands, terminal);
  for (const secret of [CANARY, ...SECRETS.map((name) => process.env[name] ?? '')])
    if (secret !== '') expect(out + err).not.toContain(secret);
  return { code, out, err };
}

const init = (...more: readonly string[]) => lockstep('init', '--bundle-directory', 'built', ...more);
const POLICY = '.lockstep/platform.yml';
const SNAPSHOT = '.lockstep/platform.json';

function build(): void {
  mkdirSync('built');
  for (const [name, text] of Object.entries(world.bundle)) writeFileSync(join('built', name), text);
}

describe('init', () => {
  test('on a world with twelve faults names all twelve by their checks, and what to do', async () => {
    for (const [, plant] of TWELVE_FAULTS) plant(world);
    build();
    const { code, err, out } = await init();
    const red = [...out.matchAll(/^fail (\S+): .+\n(?: {4}.+\n)* {4}to do: .+$/gm)].map(([, id]) => id);
    expect([...new Set(red)].sort()).toEqual(TWELVE_FAULTS.map(([id]) => id).sort());
    expect(code).toBe(1);
    expect(err).toMatch(/^\.lockstep\/platform\.yml: \d+ lines, of what is set and of what it should be\n$/);
    // The faults are in what production should be: the same are red in the next audit.
    const again = await lockstep('audit', '--bundle-directory', 'built');
    const still = [...again.out.matchAll(/^fail (\S+\.\S+): /gm)].map(([, id]) => id);
    expect(new Set(still)).toEqual(new Set(red));
  });

  test('on a good world passes, and so do audit, snapshot, compare and restore-plan', async () => {
    build();
    expect(await init()).toMatchObject({ code: 0 });
    expect(await lockstep('audit', '--bundle-directory', 'built')).toMatchObject({ code: 0, err: '' });
    expect(await lockstep('snapshot')).toMatchObject({ code: 0, err: '' });
    expect(await lockstep('compare')).toMatchObject({ code: 0, err: '' });
    expect(await lockstep('restore-plan')).toMatchObject({ code: 0, err: '' });
  });

  test('names each token that is not accepted in one line, with what to do, and writes no policy', async () => {
    process.env['VERCEL_TOKEN'] = 'vcp_not_a_token';
    process.env['SUPABASE_ACCESS_TOKEN'] = 'sbp_not_a_token';
    process.env['STRIPE_KEY'] = 'rk_live_not_a_token';
    process.env['SENTRY_AUTH_TOKEN'] = 'sntrys_not_a_token';
    process.env['GITHUB_TOKEN'] = 'ghp_not_a_token';
    const { code, err, out } = await init();
    expect(out.split('\n').filter((line) => line.startsWith('not verified'))).toEqual([
      'not verified vercel.token: Vercel: Vercel refused everything that was asked (HTTP 403)',
      'not verified supabase.token: Supabase: Supabase does not accept the token (HTTP 401)',
      'not verified github.token: GitHub: GitHub does not accept the token (HTTP 401)',
      'not verified stripe.token: Stripe: Stripe does not accept the token (HTTP 401)',
      'not verified sentry.token: Sentry: Sentry does not accept the token (HTTP 401)',
    ]);
    for (const name of SECRETS) expect(out).toMatch(new RegExp(`^    to do: .*"${name}"`, 'm'));
    expect(err).toContain(`${POLICY} was not written, since nothing could be read of vercel, supabase, github, stripe`);
    expect([code, existsSync(POLICY)]).toEqual([2, false]);
    // A token that is not accepted is not tried again and again.
    for (const { exchanges } of [world.supabase, world.github, world.stripe, world.sentry])
      expect(exchanges.length).toBe(1);
  });

  test('says which services it did not ask, and why', async () => {
    for (const name of ['STRIPE_KEY', 'SENTRY_ORG', 'SENTRY_PROJECT', 'SUPABASE_ACCESS_TOKEN']) process.env[name] = '';
    const { code, out } = await lockstep('init');
    expect(out.split('\n').filter((line) => /not-asked/.test(line))).toEqual([
      'not verified supabase.not-asked: Supabase: SUPABASE_ACCESS_TOKEN is not set',
      'left out stripe.not-asked: Stripe: STRIPE_KEY is not set',
      'not verified sentry.not-asked: Sentry: SENTRY_AUTH_TOKEN is set, and --sentry-organization (or SENTRY_ORG) and --sentry-project (or SENTRY_PROJECT) are not',
      'left out bundle.not-asked: the build: --bundle-directory or --url is not set',
    ]);
    expect([code, existsSync(POLICY)]).toEqual([2, true]);
    const audit = await lockstep('audit');
    // What was not there to be read is not in the policy.
    expect(audit.code).toBe(0);
  });

  test('without any token says what to set', async () => {
    for (const name of [...SECRETS, 'VERCEL_PROJECT_ID', 'SUPABASE_PROJECT_ID', 'GITHUB_REPOSITORY', 'SENTRY_ORG'])
      process.env[name] = '';
    process.env['SENTRY_PROJECT'] = '';
    const found = await lockstep('init');
    expect(found).toEqual({
      code: 64,
      out: '',
      err: expect.stringContaining('there is nothing to ask: set the token'),
    });
    expect(existsSync('.lockstep')).toBe(false);
  });

  test('a token that may not read the settings: the permission, once for each part', async () => {
    const permissions = { contents: 'read' } as const;
    process.env['GITHUB_TOKEN'] = world.github.token({ repository: 'acme/shop', login: 'olga', permissions });
    const { code, out } = await lockstep('init');
    expect(out).toMatch(
      /^not verified github\.not-read: github\.actions: GitHub refused to show what Actions may run \(HTTP 403\)/m,
    );
    expect(out).toMatch(/^ {4}to do: Give the token this access: Administration: read/m);
    expect(code).toBe(2);
  });

  test('a repository that the token does not see is not one in which everything is off', async () => {
    process.env['GITHUB_REPOSITORY'] = 'acme/other';
    const { code, out } = await lockstep('init');
    expect(out).toMatch(/^not verified github\.token: GitHub: GitHub does not find the repository \(HTTP 404\)/m);
    expect(out).not.toContain('dependabot');
    expect(code).toBe(2);
  });

  test('an outage is said in one line, and no policy without the service is written', async () => {
    const headers = { location: 'https://status.example/' };
    world.faults.plant({ service: 'sentry', times: 99, effect: { kind: 'status', status: 302, headers } });
    const { code, err, out } = await lockstep('init');
    expect(out).toMatch(/^not verified sentry\.answer: Sentry: Sentry did not answer\n {4}to do: Run it again\.$/m);
    expect(err).toContain('nothing could be read of sentry: correct what is listed, or leave it out');
    expect([code, existsSync(POLICY)]).toEqual([2, false]);
    process.env['SENTRY_AUTH_TOKEN'] = '';
    await lockstep('init');
    expect(existsSync(POLICY)).toBe(true);
  });
});

test.each(['init --force --policy', 'snapshot --snapshot'])(
  '%s: a file that cannot be written is said before anything is asked',
  async (line) => {
    writeFileSync('file', '');
    mkdirSync('folder');
    for (const [path, why] of [
      ['file/below.yml', 'a folder of its path is a file'],
      ['file/deep/er/below.yml', 'a folder of its path is a file'],
      ['folder', 'it is a folder'],
    ] as const) {
      const found = await lockstep(...line.split(' '), path);
      expect(found).toEqual({
        code: 64,
        out: '',
        err: `error: ${path} cannot be written: ${why}; name another file\n`,
      });
    }
    const asked = [world.vercel, world.supabase, world.github].map(({ exchanges }) => exchanges.length);
    expect(asked).toEqual([0, 0, 0]);
  },
);

test('a bad policy: each mistake at its line, once, and nothing is asked', async () => {
  writeFileSync('bad.yml', 'vercel: [\n');
  expect(await lockstep('audit', '--policy', 'bad.yml')).toEqual({
    ...{ code: 64, out: '' },
    err: 'error: bad.yml: not readable as YAML (line 2, column 1): Flow sequence in block collection must be sufficiently indented and end with a ]; check the blanks at the beginning of this line and of the one above\n',
  });
  writeFileSync('bad.yml', 'vercle:\n  a: 1\nvercel:\n  firewall: perhaps\n');
  expect((await lockstep('compare', '--policy', 'bad.yml')).code).toBe(64);
  const { code, err } = await lockstep('audit', '--policy', 'bad.yml');
  expect([code, err.split('\n').map((one) => one.slice(0, 16))]).toEqual([
    64,
    ['error: bad.yml:1', 'error: bad.yml:4', ''],
  ]);
  expect(world.vercel.exchanges).toEqual([]);
});

describe('what changed since a snapshot', () => {
  beforeEach(async () => {
    build();
    await init();
    await lockstep('snapshot');
  });

  test('is shown, pinned or not', async () => {
    world.vercel.configure(world.vercelProject, { nodeVersion: '18.x' });
    const free = await lockstep('compare');
    expect(free.code).toBe(0);
    expect(free.out).toMatch(/^changed vercel\.project\.nodeVersion: was "24\.x", is "18\.x"/m);
    writeFileSync(POLICY, 'pinned: [vercel.project.*]\n');
    const pinned = await lockstep('compare');
    expect(pinned.code).toBe(1);
    expect(pinned.out).toMatch(/^fail drift\.pinned: .*vercel\.project\.nodeVersion/m);
    const data = JSON.parse((await lockstep('compare', '--json')).out);
    expect(data.checks[0]).toMatchObject({ id: 'drift.pinned', what: 'vercel.project.nodeVersion' });
  });

  test('a good snapshot is not replaced where a part of it could not be read', async () => {
    const good = readFileSync(SNAPSHOT, 'utf8');
    world.faults.plant({
      service: 'supabase',
      path: /config\/auth/,
      times: 99,
      effect: { kind: 'status', status: 403 },
    });
    const found = await lockstep('snapshot');
    expect(found).toMatchObject({ code: 2, out: '' });
    expect(found.err).toContain(`${SNAPSHOT} is as it was: it has supabase.auth, which could not be read now`);
    process.env['STRIPE_KEY'] = '';
    expect(await lockstep('snapshot')).toMatchObject({ code: 2, err: expect.stringContaining('stripe.webhooks') });
    expect(readFileSync(SNAPSHOT, 'utf8')).toBe(good);
    world.faults.clear();
    process.env['STRIPE_KEY'] = world.stripeKey;
    world.vercel.configure(world.vercelProject, { nodeVersion: '22.x' });
    expect(await lockstep('snapshot')).toMatchObject({ code: 0 });
    expect(readFileSync(SNAPSHOT, 'utf8')).toContain('22.x');
  });

  test('a service that is not asked now did not change, whatever is pinned', async () => {
    writeFileSync(POLICY, 'pinned: ["*"]\n');
    process.env['STRIPE_KEY'] = '';
    const { code, out } = await lockstep('compare');
    expect(code).toBe(2);
    expect(out).toMatch(/^not verified drift\.not-compared: stripe\.webhooks: STRIPE_KEY is not set$/m);
    expect(out).not.toMatch(/^(?:fail drift|changed)/m);
  });

  test('a file that is no snapshot is not replaced', async () => {
    writeFileSync('notes.json', '{"mine": true}');
    expect(await lockstep('snapshot', '--snapshot', 'notes.json')).toMatchObject({
      ...{ code: 64, err: expect.stringContaining('no snapshot') },
    });
    expect(readFileSync('notes.json', 'utf8')).toBe('{"mine": true}');
  });

  test('a token that is not accepted is one line of compare, and one of audit', async () => {
    process.env['VERCEL_TOKEN'] = 'vcp_not_a_token';
    for (const command of ['compare', 'audit']) {
      const { code, out } = await lockstep(command);
      const lines = out.split('\n').filter((line) => line.includes('HTTP 403'));
      expect(lines).toEqual([expect.stringMatching(/^not verified .*\d+ checks: Vercel refused everything/)]);
      expect(code).toBe(2);
    }
  });
});

test('a folder that this user may not write to', async () => {
  mkdirSync('locked');
  chmodSync('locked', 0o500);
  const isRoot = process.getuid?.() === 0;
  const { code } = await lockstep('snapshot', '--snapshot', 'locked/platform.json');
  expect(code).toBe(isRoot ? 0 : 64);
});
