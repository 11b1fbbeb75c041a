import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { CANARY, goodWorld, REF, type World } from '../../platform/test/world.ts';
import { platform } from '../src/commands/platform.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-cli-platform-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let world: World;
let before: NodeJS.ProcessEnv;
beforeEach(async () => {
  before = { ...process.env };
  world = await goodWorld();
  Object.assign(process.env, {
    VERCEL_TOKEN: world.vercel.token,
    VERCEL_API_URL: world.vercel.url,
    VERCEL_PROJECT_ID: 'web',
    VERCEL_ORG_ID: world.vercel.team.id,
    SUPABASE_ACCESS_TOKEN: world.supabase.token(),
    SUPABASE_API_URL: world.supabase.url,
    SUPABASE_PROJECT_ID: REF,
    GITHUB_TOKEN: '',
    GITHUB_REPOSITORY: '',
    STRIPE_KEY: '',
    SENTRY_AUTH_TOKEN: '',
  });
});
afterEach(async () => {
  process.env = before;
  await world[Symbol.asyncDispose]();
});

async function call(command: string, values: Readonly<Record<string, string>> = {}) {
  const written: string[] = [];
  const all: Readonly<Record<string, string>> = {
    COMMAND: command,
    policy: join(folder, 'platform.yml'),
    snapshot: join(folder, 'platform.json'),
    environment: 'production',
    ...values,
  };
  const terminal = {
    write: (text: string) => void written.push(text),
    tell: () => undefined,
    paint: (_: string, text: string) => text,
  };
  const verdict = await platform.run({
    text: (name: string) => all[name] ?? '',
    flag: () => false,
    json: false,
    terminal,
    signal: new AbortController().signal,
    commands: [],
  } as never);
  return { verdict, text: written.join('') };
}

test('init, audit, snapshot, compare and restore-plan, one after the other', async () => {
  expect(await call('init')).toMatchObject({ verdict: 'pass' });
  await expect(call('init')).rejects.toThrow('is there already');
  expect(await call('audit')).toMatchObject({ verdict: 'pass' });
  expect(await call('snapshot')).toMatchObject({ verdict: 'pass' });
  expect(readFileSync(join(folder, 'platform.json'), 'utf8')).not.toContain(CANARY);
  expect(await call('compare')).toMatchObject({ verdict: 'pass' });
  world.vercel.configure(world.vercelProject, { nodeVersion: '18.x' });
  expect(await call('audit')).toMatchObject({ verdict: 'fail' });
  const plan = await call('restore-plan');
  expect([plan.verdict, plan.text.includes(`-d '{"nodeVersion":"24.x"}'`)]).toEqual(['pass', true]);
});

test('what could not be read is not said to be as in the snapshot', async () => {
  await call('snapshot', { snapshot: join(folder, 'whole.json') });
  world.vercel.configure(world.vercelProject, { nodeVersion: '18.x' });
  const token = process.env['VERCEL_TOKEN'];
  process.env['VERCEL_TOKEN'] = '';
  const blind = await call('restore-plan', { snapshot: join(folder, 'whole.json') });
  expect(blind).toMatchObject({
    verdict: 'unknown',
    text: expect.stringContaining('could not be read: vercel.project\n'),
  });
  expect(blind.text).not.toContain('nothing to do');
  process.env['SUPABASE_ACCESS_TOKEN'] = '';
  await expect(call('snapshot', { snapshot: join(folder, 'empty.json') })).rejects.toThrow('nothing to ask');
  expect(existsSync(join(folder, 'empty.json'))).toBe(false);
  process.env['VERCEL_TOKEN'] = token;
});

test('what is missing or wrong is said, with what to do', async () => {
  await expect(call('audit', { policy: join(folder, 'none.yml') })).rejects.toThrow('lockstep platform init');
  await expect(call('audit', { commit: 'none' })).rejects.toThrow('--commit: git knows no commit "none" here');
  await expect(call('compare', { snapshot: join(folder, 'none.json') })).rejects.toThrow('lockstep platform snapshot');
  await expect(call('init', { policy: join(folder, 'other.yml'), repository: 'acme' })).rejects.toThrow('OWNER/NAME');
});
