import { expect } from '@jest/globals';
import { columns, errors, press, shopWithHeld, verdict } from './contracts.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();

/** Behind the dropped column: one that users write to at once, and a migration that fails a little later. */
const files = {
  'supabase/migrations/20260113100000_note.sql':
    '-- lockstep: contract\nalter table prescriptions add column note text;\n',
  'supabase/rollbacks/20260113100000_note.sql': 'alter table prescriptions drop column note;\n',
  'supabase/migrations/20260113110000_bad.sql': '-- lockstep: contract\nselect pg_sleep(2);\nselect 1 / 0;\n',
  'supabase/rollbacks/20260113110000_bad.sql': 'select 1;\n',
};

test('where a later contract migration fails, on-data-loss says what becomes of what users wrote since', async () => {
  const shop = await shopWithHeld(stage, files);
  const query = (sql: string) => shop.ground.postgres.query<Record<string, unknown>>(sql, [], shop.database);
  const contract = async (policy: string) => {
    let isDone = false;
    // As soon as the column is there, a user writes to it.
    const writes = () =>
      query("insert into prescriptions (patient, note) values ('n', 'since')").then(
        () => true,
        () => false,
      );
    const user = async (): Promise<void> => {
      while (!isDone && !(await writes())) await new Promise((resolve) => setTimeout(resolve, 50));
    };
    const writing = user();
    const run = await press(shop, { vars: { ON_DATA_LOSS: policy } });
    isDone = true;
    await writing;
    expect(errors(run)).toContain('division by zero');
    expect(verdict(run)).toBe('fail');
    return run;
  };

  await contract('archive');
  expect(await columns(shop)).not.toContain('note');
  expect(await columns(shop)).toContain('medicine');
  const [archive] = await query(
    "select contents, rows::int from lockstep_archive.archives where direction = 'down' order by id desc",
  );
  expect(archive).toMatchObject({ rows: 1 });
  expect(await query(`select note from lockstep_archive.${String(archive?.['contents'])}`)).toEqual([
    { note: 'since' },
  ]);

  await contract('keep');
  expect(await columns(shop)).toContain('note');
  expect(await columns(shop)).not.toContain('medicine');
  expect(await query('select note from prescriptions where note is not null')).toEqual([{ note: 'since' }]);
});
