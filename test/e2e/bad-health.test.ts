import { describe, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { visitPage } from '@lockstep/proving-ground/ground';
import { live, schema } from './ends.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const found = 'released: found live';
const back = { conclusion: 'failure', ...live('v1') };
const sickInBake = { version: 2, behaviour: 'sick-after-traffic' } as const;

describe('a candidate that is sick', () => {
  test('before the swap: schema down, and its users never saw it', async () => {
    const shop = await stage.liveShop();
    expect(await release(shop, { version: 2, behaviour: 'sick' })).toMatchObject({
      ...back,
      ...schema('prescriptions'),
      served: ['v1'],
      ledger: [found, expect.stringMatching(/^rolled-back: health-gate: unhealthy: /)],
      swaps: [],
      messages: ['production / web: rolled back'],
    });
  });

  test('in the bake, with on-failure auto: traffic back, schema kept, and named', async () => {
    const shop = await stage.liveShop();
    const end = await release(shop, sickInBake);
    expect(end).toMatchObject({
      ...back,
      ...schema('prescriptions', 'dosage'),
      served: ['v1', 'v2', 'v1'],
      ledger: [
        found,
        expect.stringMatching(
          /^partly-rolled-back: remaining: migrate \(20260112090000 dosage\); health-gate: unhealthy: /,
        ),
      ],
      swaps: ['put-back: swap-undone'],
      messages: ['production / web: partly rolled back'],
      told: expect.stringContaining('schema kept (20260112090000 dosage): the candidate had traffic'),
    });
    expect(end.told).toContain('alias-swap: pass, ');
    // The old code lives with it, and the next release builds on it.
    expect(await release(shop, { version: 3 })).toMatchObject({
      conclusion: 'success',
      ...live('v3'),
      ...schema('prescriptions', 'dosage', 'refills'),
    });
  });

  test('in the bake, with on-failure undo: traffic back, then the schema down', async () => {
    const shop = await stage.liveShop();
    expect(await release(shop, { ...sickInBake, with: { 'on-failure': 'undo' } })).toMatchObject({
      ...back,
      ...schema('prescriptions'),
      served: ['v1', 'v2', 'v1'],
      ledger: [found, expect.stringMatching(/^rolled-back: health-gate: unhealthy: /)],
      swaps: ['put-back: swap-undone'],
      messages: ['production / web: rolled back'],
      told: expect.stringMatching(/alias-swap: pass, [\s\S]*migrate: pass, 1 migration rolled back/),
    });
  });

  test('in the bake, with on-failure undo, once users wrote what only the new schema can hold: it stays', async () => {
    const shop = await stage.liveShop();
    const sql = `insert into prescriptions (patient, medicine, dosage) values ('P-1003', 'ibuprofen', 'twice a day')`;
    const meanwhile = { step: 'Bake', act: () => stage.ground.postgres.query(sql, [], shop.database) };
    expect(await release(shop, { ...sickInBake, meanwhile, with: { 'on-failure': 'undo' } })).toMatchObject({
      ...back,
      ...schema('prescriptions', 'dosage'),
      served: ['v1', 'v2', 'v1'],
      ledger: [found, expect.stringMatching(/^partly-rolled-back: remaining: migrate \(20260112090000 dosage\); /)],
      messages: ['production / web: partly rolled back'],
    });
    const [kept] = await stage.ground.postgres.query(
      'select dosage from prescriptions where dosage is not null',
      [],
      shop.database,
    );
    expect(kept).toEqual({ dosage: 'twice a day' });
  });

  test('in the bake, with on-failure undo and archive: the schema goes, and what users wrote comes back with it', async () => {
    const shop = await stage.liveShop();
    const query = (sql: string) => stage.ground.postgres.query(sql, [], shop.database);
    const sql = `insert into prescriptions (patient, medicine, dosage) values ('P-1003', 'ibuprofen', 'twice a day')`;
    const meanwhile = { step: 'Bake', act: () => query(sql) };
    const undo = { 'on-failure': 'undo', 'on-data-loss': 'archive', 'archive-keep': '10d' };
    const end = await release(shop, { ...sickInBake, meanwhile, with: undo });
    expect(end).toMatchObject({
      ...back,
      ...schema('prescriptions'),
      served: ['v1', 'v2', 'v1'],
      ledger: [found, expect.stringMatching(/^rolled-back: health-gate: unhealthy: /)],
      messages: ['production / web: rolled back'],
      told: expect.stringMatching(/1 row of public\.prescriptions archived in lockstep_archive for 10 days/),
    });
    const summaries = end.run.jobs.flatMap(({ steps }) => steps.map(({ summary }) => summary)).join('\n');
    expect(summaries).toMatch(/Rolled back[\s\S]*20260112090000[\s\S]*1 row of public\\?\.prescriptions/);
    expect(await query("select medicine from prescriptions where patient = 'P-1003'")).toEqual([
      { medicine: 'ibuprofen' },
    ]);

    const next = await release(shop, { version: 3 });
    expect(next).toMatchObject({ conclusion: 'success', ...live('v3') });
    const restore = { command: 'restore-archive', 'database-url': shop.secrets['DATABASE_URL'] ?? '' };
    const restored = await spawnAction('migrate', restore);
    expect(restored.outputs['reason']).toBe('archive-restored');
    expect(await query("select dosage from prescriptions where patient = 'P-1003'")).toEqual([
      { dosage: 'twice a day' },
    ]);
  });

  test('in the bake, with archive beyond its limit: traffic back, schema and data kept, and told', async () => {
    const shop = await stage.liveShop();
    const query = (sql: string) => stage.ground.postgres.query(sql, [], shop.database);
    const sql = `insert into prescriptions (patient, medicine, dosage) select 'P-' || g, 'ibuprofen', 'daily' from generate_series(2000, 2009) g`;
    const meanwhile = { step: 'Bake', act: () => query(sql) };
    const undo = { 'on-failure': 'undo', 'on-data-loss': 'archive', 'archive-limit': '5 rows' };
    expect(await release(shop, { ...sickInBake, meanwhile, with: undo })).toMatchObject({
      ...back,
      ...schema('prescriptions', 'dosage'),
      messages: ['production / web: partly rolled back'],
      told: expect.stringMatching(/the 5 rows of archive-limit/),
    });
    expect(await query('select count(dosage)::int as n from prescriptions')).toEqual([{ n: 10 }]);
  });

  test('in the bake, with on-failure keep: traffic back, schema kept, and named', async () => {
    const shop = await stage.liveShop();
    expect(await release(shop, { ...sickInBake, with: { 'on-failure': 'keep' } })).toMatchObject({
      ...back,
      ...schema('prescriptions', 'dosage'),
      served: ['v1', 'v2', 'v1'],
      ledger: [found, expect.stringMatching(/^partly-rolled-back: remaining: migrate \(20260112090000 dosage\); /)],
      swaps: ['put-back: swap-undone'],
      messages: ['production / web: partly rolled back'],
      told: expect.stringContaining('schema kept (20260112090000 dosage): on-failure is keep'),
    });
  });

  test('as the very first release stays, since there is nothing to go back to, and says so', async () => {
    const shop = await stage.emptyShop();
    const end = await release(shop, {
      version: 1,
      behaviour: 'sick-after-traffic',
      app: { sickAfter: { requests: 1 } },
      meanwhile: { step: 'Bake', act: () => visitPage(shop, '/') },
    });
    expect(end).toMatchObject({
      conclusion: 'failure',
      live: ['v1'],
      ...schema('prescriptions'),
      ledger: [expect.stringMatching(/^unknown: remaining: traffic/)],
      messages: ['production / web: outcome unknown'],
      told: expect.stringContaining('nothing was live before it'),
    });
  });
});

describe('a candidate whose health nobody can tell', () => {
  test('in the bake is held: nothing is undone, the job is red, and a person decides', async () => {
    const shop = await stage.liveShop();
    const path = new RegExp(`^${shop.host.replace(/:.*/, '')}\\S*/api/health`);
    const cut = { service: 'edge', path, after: 2, times: Number.POSITIVE_INFINITY } as const;
    const end = await release(shop, { version: 2, faults: [{ ...cut, effect: { kind: 'reset-before' } }] });
    expect(end).toMatchObject({
      conclusion: 'failure',
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      served: ['v1', 'v2'],
      ledger: [found, expect.stringMatching(/^held: in place: migrate, alias-swap; held: unreachable/)],
      swaps: ['swapped: swapped'],
      messages: ['production / web: held until a person decides'],
      told: expect.stringContaining('"release" and "command: commit"'),
    });
    const next = await release(shop, { version: 3 });
    expect(next).toMatchObject({ conclusion: 'failure', ...live('v2'), ...schema('prescriptions', 'dosage') });
    expect(next.errors).toEqual([
      expect.stringMatching(/is held .*keep it with "release" and "command: commit".*"to: finish"/),
    ]);
  });
});
