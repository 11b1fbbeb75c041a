import { expect } from '@jest/globals';
import type { RunResult } from '@lockstep/workflow-runner';
import type { Site } from './consumers.ts';
import { columns, press as contract, errors, shopWithHeld, summaries } from './contracts.ts';
import { live } from './ends.ts';
import { look } from './look.ts';
import { press } from './press.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks } from './team.ts';

const stage = useStage();

const query = ({ database, ground }: Site, sql: string) =>
  ground.postgres.query<Record<string, unknown>>(sql, [], database);
const medicines = (shop: Site) =>
  query(shop, "select medicine from prescriptions where patient in ('p', 'q') order by id");

/** A shop whose contract migration dropped the column `medicine`, which had something in two rows, and archived it. */
async function contracted(): Promise<Site> {
  const shop = await shopWithHeld(stage);
  await query(shop, "insert into prescriptions (patient, medicine) values ('p', 'a'), ('q', 'b')");
  expect((await contract(shop)).conclusion).toBe('success');
  expect(await columns(shop)).not.toContain('medicine');
  return shop;
}

/** The channel has a message of a rollback that restored so many rows. */
const restored = (rows: number): unknown =>
  expect.arrayContaining([
    expect.stringMatching(new RegExp(`olga rolled back to dpl_\\w+; rows restored from the archive: ${rows}(?!\\d)`)),
  ]);

/** What the plan asks to be typed. */
function asked(run: RunResult): string {
  return /set confirm-contract to "([^"]+)"/.exec(errors(run))?.[1] ?? '';
}

test('a rollback past a contract asks first; killed between schema and traffic, the next run finishes it', async () => {
  const shop = await contracted();
  const look1 = await press(shop);
  expect(checks(look1)).toEqual(['Roll back / Plan: failure', 'Roll back / Roll back: skipped']);
  const confirm = { 'confirm-contract': asked(look1) };
  expect(confirm['confirm-contract']).not.toBe('');
  expect(await look(shop)).toMatchObject(live('v2'));

  const wrong = await press(shop, { 'confirm-contract': 'yes' });
  expect(checks(wrong)).toContain('Roll back / Plan: failure');

  const killed = await press(shop, confirm, [
    { do: 'kill', step: 'back', logMatches: /_drop: rolled back|drop: rolled back/ },
  ]);
  expect(killed.conclusion).toBe('failure');
  expect(await columns(shop)).toContain('medicine');
  expect(await look(shop)).toMatchObject(live('v2'));

  const again = await press(shop, { ...confirm, to: 'finish' });
  expect(errors(again)).toBe('');
  expect(again.conclusion).toBe('success');
  // Its two rows, and the two that were there before.
  expect(await look(shop)).toMatchObject({ ...live('v1'), healthy: true, messages: restored(4) });
  expect(summaries(again)).toMatch(/Data from the archive.*4 rows/);
  expect(await medicines(shop)).toEqual([{ medicine: 'a' }, { medicine: 'b' }]);
});

test('a rollback past a contract whose archive is too old, or whose data has a conflict, leaves the traffic', async () => {
  const shop = await contracted();
  const confirm = { 'confirm-contract': asked(await press(shop)) };
  const age = (to: string) => query(shop, `update lockstep_archive.archives set expires = ${to}`);
  await age("now() - interval '1 minute'");
  const expired = await press(shop, confirm);
  expect(checks(expired)).toContain('Roll back / Plan: failure');
  expect(errors(expired)).toContain('contract migrations were applied since');
  await age("now() + interval '1 day'");
  // What users enter meanwhile may not be in the way of the old column.
  await query(
    shop,
    `create function no_b() returns trigger language plpgsql as $$ begin if to_jsonb(new)->>'medicine' = 'b' then raise 'not b'; end if; return new; end $$;
    create trigger no_b before update on prescriptions for each row execute function no_b()`,
  );
  const conflict = await press(shop, confirm);
  expect(checks(conflict)).toEqual(['Roll back / Plan: success', 'Roll back / Roll back: failure']);
  expect(conflict.nodes.get('rollback')?.outputs['verdict']).toBe('fail');
  expect(await look(shop)).toMatchObject(live('v2'));
  expect(await medicines(shop)).toEqual([{ medicine: 'a' }, { medicine: null }]);

  await query(shop, 'drop trigger no_b on prescriptions');
  expect((await press(shop, { to: 'finish' })).conclusion).toBe('success');
  // What this run restored; the other row was restored by the one before.
  expect(await look(shop)).toMatchObject({ ...live('v1'), messages: restored(1) });
  expect(await medicines(shop)).toEqual([{ medicine: 'a' }, { medicine: 'b' }]);
});
