import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { Scope } from '@lockstep/proving-ground/scope';
import { startEdgeFunctions, startSupabase } from '@lockstep/proving-ground/supabase';

const REF = 'abcdefghijklmnopqrst';
const COMMIT = '2026-11-20T12:00:00Z';
const scope = new Scope();
let supabase: Awaited<ReturnType<typeof startSupabase>>;
let gateway: Awaited<ReturnType<typeof startEdgeFunctions>>;
let cwd: string;
beforeAll(async () => {
  const faults = new Faults();
  supabase = await startSupabase({ faults });
  const project = supabase.project(REF, {
    functions: [{ slug: 'mail', status: 'ACTIVE', version: 1, verify_jwt: true, updated_at: Date.parse(COMMIT) + 1 }],
  });
  gateway = await startEdgeFunctions(project, { faults, key: 'the-anon-key' });
  cwd = scope.folder('lockstep-functions-');
  mkdirSync(join(cwd, 'supabase/functions/mail'), { recursive: true });
  writeFileSync(join(cwd, 'supabase/functions/mail/index.ts'), '');
  const env = { ...process.env, GIT_AUTHOR_DATE: COMMIT, GIT_COMMITTER_DATE: COMMIT, GIT_CONFIG_GLOBAL: '/dev/null' };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd, env });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'all');
});
afterAll(async () => {
  await Promise.all([supabase.close(), gateway.close()]);
  supabase.expectNoViolations();
  await scope[Symbol.asyncDispose]();
});

async function step(inputs: Readonly<Record<string, string>>) {
  const given = {
    functions: "'*': { ask: GET }",
    'supabase-project': REF,
    'supabase-token': supabase.token({ permissions: ['edge_functions_read'] }),
    'supabase-api-url': supabase.url,
    'functions-url': `${gateway.url}/functions/v1`,
    'functions-key': 'the-anon-key',
    ...inputs,
  };
  const { log, outputs, status } = await spawnAction('contract-check', given, { cwd, temp: scope.folder('temp-') });
  return { status, log, ...outputs };
}

test('a function as the repository wants it passes, and its key is in no log', async () => {
  const { log, ...ended } = await step({});
  expect(ended).toMatchObject({ status: 0, verdict: 'pass', passed: '6' });
  expect(log).not.toContain('the-anon-key');
});

test.each([
  [{ functions: 'mail: { verify-jwt: false }' }, 'fail'],
  [{ functions: 'other: {}' }, 'fail'],
  [{ 'functions-key': '' }, 'unknown'],
])('%j: %s', async (inputs, verdict) => {
  expect(await step(inputs as Readonly<Record<string, string>>)).toMatchObject({ status: 1, verdict });
});

test.each([{ 'supabase-project': '' }, { 'supabase-token': '' }, { functions: '{' }, { functions: 'mail: soon' }])(
  'inputs that do not fit are refused: %j',
  async (inputs) => {
    expect(await step(inputs)).toMatchObject({ status: 1, reason: 'invalid-input' });
  },
);
