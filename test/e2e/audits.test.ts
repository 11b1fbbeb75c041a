import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { type Site, seat } from './consumers.ts';
import { live, schema } from './ends.ts';
import { release } from './release.ts';
import { rare, test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, logs, openPull, pullEvent, runWorkflowOf } from './team.ts';

const stage = useStage();

/** Nothing answers on port 80 here, so that is unknown, which is never a pass. */
const red = (audit: string) => ({ audit, 'audit-checks': 'https-redirect' });
/** Its pages read the new schema; this one answers without it. */
const green = { audit: 'require', 'audit-checks': 'header-claims', 'audit-paths': '/api/health/live' };

describe('a release whose candidate is audited', () => {
  rare('ends before anything was changed where the audit fails', async () => {
    const shop = await stage.liveShop();
    const end = await release(shop, { version: 2, with: red('require') });
    expect(end).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      ledger: [],
      swaps: [],
      messages: [],
    });
    const [prepare] = end.run.jobs.filter(({ id }) => id === 'release / prepare');
    const failed = prepare?.steps.filter(({ conclusion }) => conclusion === 'failure').map(({ name }) => name);
    expect(failed).toEqual(['Audit the candidate']);
  });

  test('goes on where the audit only reports', async () => {
    const shop = await stage.liveShop();
    const end = await release(shop, { version: 2, with: red('report') });
    expect(end).toMatchObject({ conclusion: 'success', ...live('v2'), ...schema('prescriptions', 'dosage') });
  });

  test('goes on where the audit passes', async () => {
    const shop = await stage.liveShop();
    expect(await release(shop, { version: 2, with: green })).toMatchObject({ conclusion: 'success', ...live('v2') });
  });

  test('rolls the schema back where it had to come before the build', async () => {
    const shop = await stage.liveShop();
    const order = { order: 'migrate-first', ...red('require') };
    expect(await release(shop, { version: 2, with: order })).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      served: ['v1'],
      swaps: [],
    });
  });
});

rare('a pull request shows the audit of its preview in the comment', async () => {
  const { shop } = await stage.liveTeam('full');
  seat(shop, { audit: 'report', 'audit-checks': 'csp-present', database: 'none' });
  const pull = await openPull(shop, 'audited', { version: 2, folders: ['v1', 'v2'] });
  const run = await runWorkflowOf(shop, {
    ...{ sha: pull.sha, workflow: '.github/workflows/lockstep-pull-request.yml' },
    ...{ event: pullEvent(shop, pull.number), secrets: shop.secrets, ref: `refs/pull/${pull.number}/merge` },
  });
  expect(checks(run)).toContain('Preview / Preview: success');
  const [comment] = shop.consumer.github.comments(pull.number).map(({ body }) => body);
  // Without its database the page of the fixture is an error, which says nothing of its headers.
  expect(comment).toMatch(/^\| ⚠️ Audit \| 2 checks: 1 unknown, 1 passed/m);
  expect(comment).toContain('⚠️ Pages have a Content Security Policy that is enforced');
});

/** Runs the workflow of the schedule; gives the run, and the states of the issues after it. */
async function scheduled(shop: Site, inputs: Readonly<Record<string, string>>) {
  seat(shop, inputs);
  const sha = shop.consumer.commit('Audit');
  const workflow = '.github/workflows/lockstep-audit.yml';
  const run = await runWorkflowOf(shop, { sha, workflow, secrets: shop.secrets });
  return { run, issues: shop.consumer.github.state.issues.map(({ state }) => state) };
}

rare('the scheduled audit keeps one issue for what is wrong, and looks at nothing but the live release', async () => {
  const { shop } = await stage.liveTeam('full');
  const audit = (inputs: Readonly<Record<string, string>>) => scheduled(shop, inputs);
  const bad = await audit({ expect: 'any', checks: 'https-redirect' });
  expect(checks(bad.run)).toEqual(['Audit / Database: skipped', 'Audit / Edge: failure', 'Audit / Platform: skipped']);
  expect(bad.issues).toEqual(['open']);
  const good = await audit({ expect: 'any', checks: 'header-claims' });
  expect([checks(good.run), logs(good.run)]).toEqual([
    ['Audit / Database: skipped', 'Audit / Edge: success', 'Audit / Platform: skipped'],
    expect.stringContaining('edge-audit: pass'),
  ]);
  expect(good.issues).toEqual(['closed']);
  // Nothing was released by Lockstep here, so no build is known to be the live one.
  const unnamed = await audit({ checks: 'header-claims' });
  expect(checks(unnamed.run)).toEqual([
    'Audit / Database: skipped',
    'Audit / Edge: failure',
    'Audit / Platform: skipped',
  ]);
  expect(logs(unnamed.run)).toContain('nothing-released');
  expect(logs(unnamed.run)).not.toContain('edge-audit: pass');
});

rare('the scheduled audit asks for the build of the live release, whatever else answers', async () => {
  const { shop } = await stage.liveTeam('prescriptions');
  const { vercel } = shop.ground;
  const before = vercel.holder(shop.host) ?? '';
  expect(await release(shop, { version: 2 })).toMatchObject({ conclusion: 'success', ...live('v2') });
  const released = vercel.holder(shop.host) ?? '';
  const good = await scheduled(shop, { checks: 'header-claims' });
  expect([checks(good.run), good.issues]).toEqual([
    ['Audit / Database: skipped', 'Audit / Edge: success', 'Audit / Platform: skipped'],
    [],
  ]);
  // The build, which is asked for first, the check, and what has changed since the last time.
  expect(logs(good.run)).toContain(`expect-deployment: ${released}`);
  expect(logs(good.run)).toContain('edge-audit: pass (checks-passed): 3 checks: 3 passed');
  // A person moves traffic past Lockstep: what is live is no release any more.
  await vercel.actAs('dashboard').promote(before);
  const other = await scheduled(shop, { checks: 'header-claims' });
  expect([checks(other.run), other.issues]).toEqual([
    ['Audit / Database: skipped', 'Audit / Edge: failure', 'Audit / Platform: skipped'],
    ['open'],
  ]);
  expect(logs(other.run)).toContain(`deployment ${before}`);
  expect(logs(other.run)).toContain('edge-audit: fail (checks-failed)');
  await vercel.actAs('dashboard').promote(released);
  const back = await scheduled(shop, { checks: 'header-claims' });
  expect([checks(back.run), back.issues]).toEqual([
    ['Audit / Database: skipped', 'Audit / Edge: success', 'Audit / Platform: skipped'],
    ['closed'],
  ]);
});

rare('a pull request shows who may do what, and whether the tenants are apart', async () => {
  const { shop } = await stage.liveTeam('full');
  seat(shop, { database: 'none', 'tenant-audit': 'worse', 'access-review': 'require' });
  const workflow = '.github/workflows/lockstep-pull-request.yml';
  mkdirSync(join(shop.consumer.root, '.lockstep'), { recursive: true });
  writeFileSync(join(shop.consumer.root, '.lockstep/tenants.yml'), 'tenant-table: public.nothing\n');
  const pull = await openPull(shop, 'rights', { version: 2, folders: ['v1', 'v2'] });
  const run = await runWorkflowOf(shop, {
    ...{ sha: pull.sha, workflow, event: pullEvent(shop, pull.number), secrets: shop.secrets },
    ref: `refs/pull/${pull.number}/merge`,
  });
  // There is neither such a table nor a document: both are said, and neither is a pass.
  expect(checks(run)).toContain('Quality / Gates: failure');
  const [comment] = shop.consumer.github.comments(pull.number).map(({ body }) => body);
  expect(comment).toMatch(/^\| . ?\S* ?Access review \| there is no \.lockstep\/access-review\.md/mu);
  expect(comment).toContain('The tenants were not audited');
});
