import { describe, expect } from '@jest/globals';
import type { Shop } from '@lockstep/proving-ground/ground';
import { startTraffic } from '@lockstep/proving-ground/traffic';
import type { RunResult } from '@lockstep/workflow-runner';
import { live, schema } from './ends.ts';
import { look } from './look.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { type Change, checks, commitChange, installStarters, openPull, pullEvent, runWorkflowOf } from './team.ts';

const stage = useStage();
const RELEASE = '.github/workflows/lockstep-release.yml';
const found = 'released: found live';

/** The errors that the page of the run shows. */
function errors({ jobs }: RunResult): string {
  const all = jobs.flatMap((job) => [...job.annotations, ...job.steps.flatMap(({ annotations }) => annotations)]);
  return all.flatMap(({ level, message }) => (level === 'error' ? [message] : [])).join('\n');
}

async function releaseOf(shop: Shop, change: Change, options: object = {}): Promise<RunResult> {
  return await runWorkflowOf(shop, { sha: await commitChange(shop, change), workflow: RELEASE, ...options });
}

describe('a release as plain steps', () => {
  test('calls nothing and ends as the one that calls does: good ones are live, a bad one is taken back', async () => {
    const shop = await stage.liveShop();
    installStarters(shop, ['release'], { plain: true, inputs: { 'approval-environment': 'production-approval' } });
    const good = await releaseOf(shop, { version: 2, folders: ['v1', 'v2'] });
    expect(errors(good)).toBe('');
    expect(checks(good)).toEqual([
      'Release / Approve: success',
      'Release / Prepare: success',
      'Release / Release: success',
    ]);
    expect(await look(shop)).toMatchObject({
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      ledger: [found, expect.stringMatching(/^released: /)],
      messages: ['production / web: released'],
    });

    const app = { behaviour: 'sick-after-traffic', sickAfter: { requests: 3 } } as const;
    const visitor = startTraffic({
      port: stage.ground.vercel.edge.port,
      host: shop.host,
      connections: 1,
      pauseMs: 30,
      buildOf: () => undefined,
    });
    const environments = { 'production-approval': { approve: () => 'approved' } };
    const bad = await releaseOf(shop, { version: 3, folders: ['v1', 'v2', 'v3'], app }, { environments });
    await visitor.stop();
    expect(checks(bad)).toContain('Release / Release: failure');
    const world = await look(shop);
    // What changed, who approved, where to look, and the undo that ran.
    for (const said of ['Version 3', 'refills', 'olga', `http://${shop.host}`, 'alias-swap: pass', 'migrate: pass'])
      expect(world.told).toContain(said);
    expect(world).toMatchObject({
      ...live('v2'),
      ledger: [found, expect.stringMatching(/^released: /), expect.stringMatching(/rolled-back/)],
    });
  });
});

describe("an environment's secrets", () => {
  const setUp = async (plain: boolean) => {
    const shop = await stage.liveShop();
    installStarters(shop, ['release'], { plain });
    const { DATABASE_URL = '', ...secrets } = shop.secrets;
    return { shop, secrets, environments: { production: { secrets: { DATABASE_URL } } } };
  };
  const version2 = { version: 2, folders: ['v1', 'v2'] };

  test('that arrive empty in a workflow of another owner stop the first step, which names what is missing', async () => {
    const { shop, ...options } = await setUp(false);
    const run = await releaseOf(shop, version2, { ...options, environmentSecretsAcrossOwners: 'empty' });
    expect(run.conclusion).toBe('failure');
    expect(errors(run)).toContain('database-url');
    expect(await look(shop)).toMatchObject({ ...live('v1'), ...schema('prescriptions'), ledger: [] });
  });

  test('arrive there where GitHub does what it documents', async () => {
    const { shop, ...options } = await setUp(false);
    const run = await releaseOf(shop, version2, options);
    expect(errors(run)).toBe('');
    expect(await look(shop)).toMatchObject(live('v2'));
  });

  test('arrive in plain steps whatever GitHub does across owners', async () => {
    const { shop, ...options } = await setUp(true);
    const run = await releaseOf(shop, version2, { ...options, environmentSecretsAcrossOwners: 'empty' });
    expect(errors(run)).toBe('');
    expect(await look(shop)).toMatchObject(live('v2'));
  });
});

test('a pull request as plain steps has the checks, the comment and the preview of the one that calls', async () => {
  const { shop } = await stage.liveTeam('full');
  installStarters(shop, ['pull-request'], { plain: true });
  await commitChange(shop);
  const { number, sha } = await openPull(shop, 'dosage', { version: 2, folders: ['v1', 'v2'] });
  const run = await runWorkflowOf(shop, {
    sha,
    workflow: '.github/workflows/lockstep-pull-request.yml',
    event: pullEvent(shop, number),
    ref: `refs/pull/${number}/merge`,
  });
  expect(errors(run)).toBe('');
  expect(checks(run)).toEqual([
    'Preview / Comment: success',
    'Preview / Migrations: success',
    'Preview / Preview: success',
    'Quality / Comment: success',
    'Quality / Gates: success',
    'Quality / Verdict: success',
    'Verdict: success',
  ]);
  expect(shop.consumer.github.comments(number)).toHaveLength(1);
  expect(shop.consumer.github.comments(number)[0]?.body).toContain('### ✅ Migrations');
});
