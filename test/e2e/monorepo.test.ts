import { describe, expect } from '@jest/globals';
import { visitPage } from '@lockstep/proving-ground/ground';
import type { RunResult, Strike } from '@lockstep/workflow-runner';
import type { Site } from './consumers.ts';
import { live, schema } from './ends.ts';
import { look } from './look.ts';
import { press } from './press.ts';
import { recover } from './recovery.ts';
import { commitVersion, type End, release, releaseCommit } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { logs } from './team.ts';

const stage = useStage();
const found = 'released: found live';
const done = expect.stringMatching(/^released: dpl_\w+ is live$/);
/** Admin's code of version 2, which reads what web's release of version 2 brings. */
const READS_DOSAGE = { version: 2, folders: [] };
const READS_THE_OLD = { ...READS_DOSAGE, app: { requires: { prescriptions: ['id', 'patient'] } } };

async function twoApps(): Promise<{ readonly web: Site; readonly admin: Site }> {
  const { shop, other } = await stage.liveTeam('monorepo');
  if (other === undefined) throw new Error('the monorepo has two apps');
  return { web: shop, admin: other };
}

describe('two apps on one database', () => {
  test('are released at the same time, each by its own line; the schema comes with the one that it belongs to', async () => {
    const { web, admin } = await twoApps();
    const ofWeb = await commitVersion(web, { version: 2 });
    const ofAdmin = await commitVersion(admin, READS_THE_OLD);
    const ends = await Promise.all([releaseCommit(web, ofWeb), releaseCommit(admin, ofAdmin)]);
    expect(ends.map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
    for (const site of [web, admin]) {
      expect(await look(site)).toMatchObject({
        ...live('v2'),
        ...schema('prescriptions', 'dosage'),
        ledger: [found, done],
        swaps: ['swapped: swapped'],
        messages: [`production / ${site.service}: released`],
      });
    }
  });

  test('an admin that comes before the schema that it reads is stopped before its swap, and comes after it', async () => {
    const { web, admin } = await twoApps();
    expect(await release(admin, READS_DOSAGE)).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      served: ['v1'],
      ledger: [found, expect.stringMatching(/^rolled-back: health-gate: unhealthy: /)],
      swaps: [],
    });
    expect(await release(web, { version: 2 })).toMatchObject({ conclusion: 'success', ...live('v2') });
    expect(await release(admin, READS_DOSAGE)).toMatchObject({ conclusion: 'success', ...live('v2') });
  });
});

test('a rollback of web during its bake cancels that release, and leaves the one of admin alone', async () => {
  const { web, admin } = await twoApps();
  expect(await release(web, { version: 2 })).toMatchObject({ conclusion: 'success' });
  const ofAdmin = await commitVersion(admin, { ...READS_THE_OLD, with: { 'bake-time': '5s' } });
  const presses: Promise<RunResult>[] = [];
  const others: Promise<End>[] = [];
  const act = () => {
    others.push(releaseCommit(admin, ofAdmin, { meanwhile: { step: 'Bake', act: () => presses.push(press(web)) } }));
  };
  const third = { ...READS_THE_OLD, version: 3, with: { 'bake-time': '4m' } };
  const end = await release(web, { ...third, meanwhile: { step: 'Bake', act } });
  expect(end).toMatchObject({ conclusion: 'cancelled', served: ['v2', 'v3', 'v2'] });
  expect(await others[0]).toMatchObject({ conclusion: 'success', ...live('v2'), ledger: [found, done] });
  expect((await presses[0])?.conclusion).toBe('success');
  expect(await look(web)).toMatchObject({
    ...live('v2'),
    ...schema('prescriptions', 'dosage'),
    ledger: [found, done, expect.stringMatching(/^rolled-back: /)],
  });
});

describe('once admin is released on the schema that a release of web brought', () => {
  test('that release fails in its bake: its traffic goes back, and the schema stays for admin', async () => {
    const { web, admin } = await twoApps();
    const others: Promise<unknown>[] = [];
    const act = () => {
      const released = release(admin, READS_DOSAGE).then(async (end) => {
        await visitPage(web, '/unwell');
        expect(end).toMatchObject({ conclusion: 'success', ...live('v2') });
      });
      others.push(released);
      return released;
    };
    const end = await release(web, {
      ...{ version: 2, behaviour: 'sick-after-traffic', app: { sickAfter: { path: '/unwell' } } },
      meanwhile: { step: 'Bake', act },
      with: { 'on-failure': 'undo', 'bake-time': '4m' },
    });
    await Promise.all(others);
    expect(end).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions', 'dosage'),
      served: ['v1', 'v2', 'v1'],
      messages: [expect.stringMatching(/^production \/ web: /)],
      told: expect.stringMatching(
        /schema kept \(20260112090000 dosage\): another service released on this database since: .*admin/,
      ),
    });
    expect(await look(admin)).toMatchObject({ ...live('v2'), ledger: [found, done] });
  });

  test('web goes back by hand: its traffic does, the schema stays; going back with admin touches no schema', async () => {
    const { web, admin } = await twoApps();
    await release(web, { version: 2 });
    await release(admin, READS_DOSAGE);
    const back = await press(web);
    // A person has to look at the schema; traffic is back, and the line is free.
    expect(back.conclusion).toBe('failure');
    expect(logs(back)).toMatch(/remaining migrations: 20260112090000 dosage/);
    expect(logs(back)).toMatch(/admin in production of acme\/\S+ \(release \S+, \S+\) released on this database since/);
    expect(await look(web)).toMatchObject({
      ...live('v1'),
      ...schema('prescriptions', 'dosage'),
      ledger: [found, expect.stringMatching(/^partly-rolled-back: /)],
    });
    expect(await look(admin)).toMatchObject({ ...live('v2'), ledger: [found, done] });

    expect((await press(admin)).conclusion).toBe('success');
    expect(await look(admin)).toMatchObject({ ...live('v1'), ...schema('prescriptions', 'dosage') });
  });

  test('the runner of that release may be lost: admin is not held up, and recovering leaves it its schema', async () => {
    const { web, admin } = await twoApps();
    const strikes: Strike[] = [{ do: 'lose', step: 'bake', afterMs: 300 }];
    await release(web, { version: 2, strikes });
    expect(await release(admin, READS_DOSAGE)).toMatchObject({ conclusion: 'success', ...live('v2') });
    await recover(web, 'dead');
    expect(await look(web)).toMatchObject({ ...live('v1'), ...schema('prescriptions', 'dosage') });
    expect(await look(admin)).toMatchObject({ ...live('v2'), ledger: [found, done] });
  });
});
