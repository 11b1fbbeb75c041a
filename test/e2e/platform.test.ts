import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, jest } from '@jest/globals';
import type { Fault } from '@lockstep/proving-ground/faults';
import { startSupabase } from '@lockstep/proving-ground/supabase';
import type { RunResult } from '@lockstep/workflow-runner';
import { type Site, seat } from './consumers.ts';
import { live, schema } from './ends.ts';
import { release, type Wish } from './release.ts';
import { rare, test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, logs, runWorkflowOf } from './team.ts';

jest.setTimeout(240_000);
const stage = useStage();

const POLICY = '.lockstep/platform.yml';
const REF = 'abcdefghijklmnopqrst';
/** What a build of the app holds for browsers. */
const built = (ref: string) =>
  `node build.mjs && mkdir -p .vercel/output/static && echo 'createClient("https://${ref}.supabase.co")' > .vercel/output/static/app.js`;
const OUTAGE: Fault = {
  service: 'supabase',
  times: Number.POSITIVE_INFINITY,
  effect: { kind: 'status', status: 503, body: { message: 'no' } },
};
const HOUR_MS = 3_600_000;
const SKIPPED = ['Audit / Database: skipped'];

/** Releases version 2 with a policy; Supabase's Management API has one function. */
async function released(
  policy: string,
  wish: Partial<Wish> & { readonly updatedAt?: number } = {},
): Promise<{ readonly end: Awaited<ReturnType<typeof release>>; readonly failed: readonly string[] }> {
  const shop = await stage.liveShop();
  const supabase = await startSupabase({ faults: stage.ground.faults });
  try {
    const { functions } = supabase.project(REF);
    const at = wish.updatedAt ?? Date.now() + HOUR_MS;
    functions.push({ slug: 'send-mail', status: 'ACTIVE', verify_jwt: true, version: 3, updated_at: at });
    const end = await release(shop, {
      version: 2,
      ...wish,
      files: { [POLICY]: policy, ...wish.files },
      secrets: { SUPABASE_TOKEN: supabase.token() },
      with: {
        'supabase-project': REF,
        'supabase-api-url': supabase.url,
        'platform-deadline': '60s',
        'build-command': built(REF),
        ...wish.with,
      },
    });
    supabase.expectNoViolations();
    return { end, failed: failedSteps(end.run) };
  } finally {
    await supabase.close();
  }
}

function failedSteps({ jobs }: RunResult): readonly string[] {
  return jobs.flatMap(({ steps }) => steps.flatMap(({ conclusion, name }) => (conclusion === 'failure' ? [name] : [])));
}

/** Users have what they had, and no table, record or message was written. */
const UNTOUCHED = {
  conclusion: 'failure',
  ...live('v1'),
  ...schema('prescriptions'),
  ledger: [],
  swaps: [],
  messages: [],
};
/** It is asked until the deadline; the others have to answer before. */
const SOON = { 'platform-deadline': '15s' };
const GOOD = `vercel:
  env-production: [DATABASE_URL]
supabase:
  functions-current: [send-mail]
bundle:
  supabase-project: ${REF}
`;

describe('a release with a policy', () => {
  rare('goes on where everything is as it needs it', async () => {
    const { end } = await released(GOOD);
    expect(end).toMatchObject({ conclusion: 'success', ...live('v2'), ...schema('prescriptions', 'dosage') });
    // The settings, then what was built.
    expect(logs(end.run)).toContain('platform-audit: pass (checks-passed): 2 checks: 2 passed');
    expect(logs(end.run)).toContain('platform-audit: pass (checks-passed): 1 check: 1 passed');
  });

  rare('ends before anything was changed where a variable is missing', async () => {
    const { end, failed } = await released(GOOD.replace('DATABASE_URL', 'DATABASE_URL, STRIPE_SECRET_KEY'));
    expect(end).toMatchObject(UNTOUCHED);
    expect(failed).toEqual(['Check the platform']);
    expect(end.errors.join('\n')).toContain('STRIPE_SECRET_KEY');
  });

  test('ends where a function is older than the commit', async () => {
    const { end, failed } = await released(GOOD, { updatedAt: Date.now() - 24 * HOUR_MS });
    expect(end).toMatchObject(UNTOUCHED);
    expect(failed).toEqual(['Check the platform']);
  });

  test('ends where the build talks to another project', async () => {
    const { end, failed } = await released(GOOD, { with: { 'build-command': built('zyxwvutsrqponmlkjihg') } });
    expect(end).toMatchObject(UNTOUCHED);
    expect(failed).toEqual(['Check what the build talks to']);
  });

  test('rolls the schema back where such a build had to come after the migrations', async () => {
    const other = { order: 'migrate-first', 'build-command': built('zyxwvutsrqponmlkjihg') };
    const { end, failed } = await released(GOOD, { with: other });
    expect(end).toMatchObject({ conclusion: 'failure', ...live('v1'), ...schema('prescriptions'), swaps: [] });
    expect(failed[0]).toBe('Check what the build talks to');
  });

  rare('goes on with a warning where the API of a service is down', async () => {
    const { end } = await released(GOOD, { faults: [OUTAGE], with: SOON });
    expect(end).toMatchObject({ conclusion: 'success', ...live('v2') });
    const [prepare] = end.run.jobs.filter(({ id }) => id === 'release / prepare');
    const step = prepare?.steps.find(({ name }) => name === 'Check the platform');
    expect(step).toMatchObject({ conclusion: 'success', outputs: { verdict: 'unknown', failed: '0', unknown: '1' } });
    expect(step?.annotations.map(({ level }) => level)).toContain('warning');
  });

  test('ends for a missing variable even while another service is down', async () => {
    const policy = GOOD.replace('DATABASE_URL', 'STRIPE_SECRET_KEY');
    const { end, failed } = await released(policy, { faults: [OUTAGE], with: SOON });
    expect(end).toMatchObject(UNTOUCHED);
    expect(failed).toEqual(['Check the platform']);
  });

  test('goes on where it only reports', async () => {
    const { end } = await released(GOOD.replace('DATABASE_URL', 'STRIPE_SECRET_KEY'), {
      with: { 'platform-audit': 'report' },
    });
    expect(end).toMatchObject({ conclusion: 'success', ...live('v2') });
  });
});

describe('a release without a policy', () => {
  rare('goes on and says so, unless one is required', async () => {
    const shop = await stage.liveShop();
    const end = await release(shop, { version: 2 });
    expect(end).toMatchObject({ conclusion: 'success', ...live('v2') });
    expect(logs(end.run)).toContain(`There is no ${POLICY}, so nothing is checked`);
    const required = await release(shop, { version: 3, with: { 'platform-audit': 'require' } });
    expect(required).toMatchObject({ conclusion: 'failure', ...live('v2'), ...schema('prescriptions', 'dosage') });
    expect(failedSteps(required.run)).toEqual(['Check the platform']);
  });
});

/** Copies the artifact of the audit to a folder of the test. */
const take = (folder: string) => `
  take:
    needs: audit
    if: always()
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: {}
    steps:
      - uses: actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0
        with: { name: lockstep-platform-audit, path: got }
      - run: rm -rf ${folder} && cp -r got ${folder}
`;

/** Runs the workflow of the schedule; gives what ended how, and the audit's files. */
async function scheduled(shop: Site, inputs: Readonly<Record<string, string>>, folder: string) {
  const { github, root } = shop.consumer;
  seat(shop, { expect: 'any', checks: 'header-claims', 'platform-audit': 'require', ...inputs });
  const workflow = '.github/workflows/lockstep-audit.yml';
  appendFileSync(join(root, workflow), take(folder));
  const sha = shop.consumer.commit('Audit');
  const secrets = { ...shop.secrets, VERCEL_AUDIT_TOKEN: stage.ground.vercel.token };
  const run = await runWorkflowOf(shop, { sha, workflow, secrets });
  const issues = github.state.issues.map(({ state, title }) => `${state}: ${title}`);
  return { run, issues, read: (name: string) => readFileSync(join(folder, name), 'utf8') };
}

rare('the scheduled audit compares with the policy and the committed snapshot', async () => {
  const { shop } = await stage.liveTeam('full');
  const { vercel } = stage.ground;
  const { root } = shop.consumer;
  const folder = join(stage.ground.scope.folder('platform-audit-'), 'got');
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const policy = 'vercel:\n  env-production: [DATABASE_URL]\n';
  put(POLICY, policy);
  const good = await scheduled(shop, {}, folder);
  expect(checks(good.run)).toEqual([...SKIPPED, 'Audit / Edge: success', 'Audit / Platform: success', 'take: success']);
  expect(good.issues).toEqual([]);
  expect(logs(good.run)).toContain('There is no snapshot .lockstep/platform.json in the repository');
  const state = good.read('platform.json');
  expect(Object.keys(JSON.parse(state).services.vercel.env)).toEqual(['DATABASE_URL development+preview+production']);
  expect(state).not.toContain('migrator');

  // Another version of Node.js is set, which the policy says nothing about but pins.
  put('.lockstep/platform.json', state);
  put(POLICY, `${policy}pinned: [vercel.project.*]\n`);
  vercel.configure(vercel.project(shop.project.id), { nodeVersion: '20.x' });
  const drifted = await scheduled(shop, {}, folder);
  expect(checks(drifted.run)).toEqual([
    ...SKIPPED,
    'Audit / Edge: success',
    'Audit / Platform: failure',
    'take: success',
  ]);
  expect(drifted.issues).toHaveLength(1);
  expect(drifted.issues[0]).toMatch(/^open: .*platform audit/i);
  expect(JSON.parse(drifted.read('checks.json')).checks[0]).toMatchObject({ id: 'drift.pinned', verdict: 'fail' });
  expect(drifted.read('restore-plan.sh')).toContain('nodeVersion');

  const reported = await scheduled(shop, { 'platform-audit': 'report', 'keep-snapshot': 'false' }, folder);
  expect(checks(reported.run)).toContain('Audit / Platform: success');
  expect(reported.issues[0]).toMatch(/^open: /);
  expect(() => reported.read('platform.json')).toThrow();

  vercel.configure(vercel.project(shop.project.id), { nodeVersion: '24.x' });
  const back = await scheduled(shop, {}, folder);
  expect(checks(back.run)).toContain('Audit / Platform: success');
  expect(back.issues[0]).toMatch(/^closed: /);
  // A policy that cannot be read is not a pass.
  put(POLICY, 'vercel:\n  node-verion: 24.x\n');
  const wrong = await scheduled(shop, {}, folder);
  expect(checks(wrong.run)).toContain('Audit / Platform: failure');
  expect(wrong.issues.at(-1)).toMatch(/^open: /);
});
