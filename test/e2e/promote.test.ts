import { describe, expect } from '@jest/globals';
import { live, schema } from './ends.ts';
import { expectRefused, type Press, promote, shopThatStages, stageVersion } from './promotion.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks } from './team.ts';

const stage = useStage();
const found = 'released: found live';
const done = expect.stringMatching(/^released: dpl_\w+ is live$/);
const two = { version: 2, folders: ['v1', 'v2'] };
const three = { version: 3, folders: ['v1', 'v2', 'v3'] };

describe('what is staged', () => {
  test('stands ready without traffic and without schema, and is what is promoted, with its migrations', async () => {
    const shop = await shopThatStages(stage, {}, { aliases: 'staging.{host}' });
    const staged = await stageVersion(shop, two);
    expect(stage.ground.vercel.holder(`staging.${shop.host}`)).toBe(staged.deployment);
    expect(stage.ground.vercel.project(shop.project.id).productionId).not.toBe(staged.deployment);
    const end = await promote(shop);
    expect(end).toMatchObject({
      errors: '',
      conclusion: 'success',
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      ledger: [found, done],
      messages: ['production / web: released'],
    });
    expect(checks(end.run)).toContain('Promote / Release / Release: success');
    // That very build: nothing was built in between.
    expect(stage.ground.vercel.project(shop.project.id).productionId).toBe(staged.deployment);
    await expectRefused(shop, 'already-live', () => promote(shop));
  });

  test('is the newest, unless one is named; one that something newer overtook is not promoted any more', async () => {
    const shop = await shopThatStages(stage);
    const older = await stageVersion(shop, two);
    await stageVersion(shop, three);
    const named = { inputs: { 'deployment-id': older.deployment } };
    expect(await promote(shop, named)).toMatchObject({ conclusion: 'success', ...live('v2') });
    expect(await promote(shop)).toMatchObject({
      conclusion: 'success',
      ...live('v3'),
      // What was left of the plan that was staged, since the older one had applied the first of it.
      ...schema('prescriptions', 'dosage', 'refills'),
    });
    await expectRefused(shop, 'superseded', () => promote(shop, named));
  });
});

describe('a promotion is refused before anything changes', () => {
  test('where nothing was staged, or not what is named', async () => {
    const shop = await shopThatStages(stage);
    await expectRefused(shop, 'nothing-staged', () => promote(shop));
    const preview = { inputs: { 'deployment-id': 'dpl_somebodysPreview' } };
    await expectRefused(shop, 'not-staged', () => promote(shop, preview));
  });

  test('where the migrations are not those that were staged', async () => {
    const shop = await shopThatStages(stage, { 'down-directory': 'supabase/elsewhere' });
    await stageVersion(shop, two);
    await expectRefused(shop, 'folder-changed', () => promote(shop));
  });

  test('where the database has changed, so that the plan is another one', async () => {
    const shop = await shopThatStages(stage);
    await stageVersion(shop, two);
    await stage.ground.postgres.query(
      "insert into supabase_migrations.schema_migrations (version, name) values ('20260112090000', 'dosage')",
      [],
      shop.database,
    );
    await expectRefused(shop, 'plan-changed', () => promote(shop));
  });

  test('where what was seen is too long ago, and where nothing is released at this time: all reasons at once', async () => {
    const shop = await shopThatStages(stage, { 'max-evidence-age': '1ms', freeze: 'Mon..Sun all week' });
    await stageVersion(shop, two);
    const reason = 'frozen: a freeze applies now: Mon..Sun all week';
    const { run } = await expectRefused(shop, reason, () => promote(shop));
    const summary = run.jobs.flatMap(({ steps }) => steps.map((step) => step.summary)).join('\n');
    expect(summary).toMatch(
      /### ❌ Nothing can be promoted\n\nNothing was changed\.\n\n- \[`frozen`\].*\n- \[`evidence-stale`\]/,
    );
  });

  test('while another release is under way', async () => {
    const shop = await shopThatStages(stage, { 'bake-time': '6s' });
    await stageVersion(shop, two);
    await stageVersion(shop, three);
    const seconds: Promise<Press>[] = [];
    const first = await promote(shop, {
      onEvent: (event) => {
        if (event.type === 'step-started' && event.phase === 'main' && event.step === 'Bake' && seconds.length === 0)
          seconds.push(promote(shop));
      },
    });
    expect(first).toMatchObject({ conclusion: 'success', ...live('v3') });
    const second = await seconds[0];
    expect(second?.errors).toMatch('release-in-progress');
    expect(second?.run.jobs.filter(({ conclusion }) => conclusion === 'success')).toEqual([]);
  });
});
