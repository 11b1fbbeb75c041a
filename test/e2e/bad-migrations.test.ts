import { describe, expect } from '@jest/globals';
import pg from 'pg';
import { live, schema } from './ends.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();
/** As it was, and users never noticed. */
const asBefore = {
  conclusion: 'failure',
  ...live('v1'),
  ...schema('prescriptions'),
  served: ['v1'],
  swaps: [],
  messages: ['production / web: rolled back'],
};
const migration = (name: string, up: string, down: string) => ({
  [`supabase/migrations/${name}.sql`]: `${up};\n`,
  [`supabase/rollbacks/${name}.sql`]: `${down};\n`,
});

describe('a migration', () => {
  test('that fails as the second of three leaves the schema as it was', async () => {
    const shop = await stage.liveShop();
    const files = {
      ...migration('20260113090000_urgent', 'alter table prescription add column urgent boolean', 'select 1'),
      ...migration('20260114090000_later', 'create table later (id int)', 'drop table later'),
    };
    expect(await release(shop, { version: 2, files })).toMatchObject({
      ...asBefore,
      ledger: [
        'released: found live',
        expect.stringMatching(/^rolled-back: migrate: statement-failed: .*_urgent\.sql:1/),
      ],
      told: expect.stringContaining('relation "prescription" does not exist'),
    });
  });

  test('that does not get its lock is given up, and who holds it is named', async () => {
    const shop = await stage.liveShop();
    const report = new pg.Client({ connectionString: shop.databaseUrl, application_name: 'nightly report' });
    await report.connect();
    await report.query('begin; lock table prescriptions in access share mode');
    const impatient = { 'lock-timeout': '50ms', 'lock-retry-for': '300ms' };
    const end = await release(shop, { version: 2, with: impatient }).finally(() => report.end());
    expect(end).toMatchObject({
      ...asBefore,
      ledger: ['released: found live', expect.stringMatching(/^rolled-back: migrate: lock-timeout: /)],
      told: expect.stringMatching(/blocked by: .*nightly report.*raise lock-retry-for/),
    });
  });

  test('that old code cannot live with is held back, listed, and left for the contract phase', async () => {
    const shop = await stage.liveShop();
    const files = migration('20260113090000_drop', 'alter table prescriptions drop column medicine', 'select 1');
    const end = await release(shop, { version: 2, files, app: { requires: { prescriptions: ['id', 'dosage'] } } });
    expect(end).toMatchObject({ conclusion: 'success', ...live('v2'), ...schema('prescriptions', 'dosage') });
    const summary = end.run.jobs.flatMap((job) => job.steps.map((step) => step.summary)).join('\n');
    expect(summary).toContain('20260113090000\\_drop.sql | contract, held back |');
  });
});
