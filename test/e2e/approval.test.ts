import { describe, expect } from '@jest/globals';
import type { Shop } from '@lockstep/proving-ground/ground';
import { live, schema } from './ends.ts';
import { look } from './look.ts';
import { approve, comment, deny, expectRefused, promote, requests, shopThatStages, stageVersion } from './promotion.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks } from './team.ts';

const stage = useStage();
const found = 'released: found live';
const done = expect.stringMatching(/^released: dpl_\w+ is live$/);
const two = { version: 2, folders: ['v1', 'v2'] };

/** Version 2 is staged, and dana asks for it; gives the id of the request. */
async function asked(
  inputs: Readonly<Record<string, string>> = {},
  how = {},
): Promise<{ shop: Shop; request: string }> {
  const shop = await shopThatStages(stage, { 'four-eyes': 'true', ...inputs }, how);
  await stageVersion(shop, two);
  const end = await promote(shop);
  expect(end).toMatchObject({ errors: '', conclusion: 'success', ...live('v1'), ledger: [] });
  return { shop, request: requests(shop)[0]?.id ?? '' };
}

describe('four eyes', () => {
  test('are asked for without a runner that waits, and release what was asked for once somebody else says yes', async () => {
    const { shop, request } = await asked();
    expect(requests(shop)).toMatchObject([{ state: 'requested: by dana', actor: 'dana' }]);
    const waits = await look(shop);
    expect(waits).toMatchObject(schema('prescriptions'));
    expect(waits.messages).toEqual([expect.stringMatching(/^production \/ web: waiting for approval — dana asks/)]);
    expect(waits.told).toContain(`/approve-release ${request}`);

    const end = await approve(shop, request);
    expect(end).toMatchObject({
      errors: '',
      conclusion: 'success',
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      ledger: [found, done],
      told: expect.stringContaining('Approved by olga'),
    });
    const head = shop.consumer.github.deployments('lockstep').at(-1)?.payload;
    expect(head).toMatchObject({ approval: { by: 'olga', requestedBy: 'dana', request } });
    const { id } = head as { readonly id: string };
    expect(requests(shop)).toMatchObject([{ state: `used: by release ${id}` }]);
    await expectRefused(shop, 'request-used', () => approve(shop, request, 'ines'));
  });

  test('are given by a comment too, which is compared as a whole', async () => {
    const { shop, request } = await asked();
    const hostile = `/approve-release ${request}; touch /tmp/hacked`;
    await expectRefused(shop, 'not-a-command', () => comment(shop, 'olga', hostile));
    const talk = await comment(shop, 'olga', `I would /approve-release ${request}`);
    expect(checks(talk.run)).toEqual(['Approve: skipped']);
    expect(await comment(shop, 'olga', `/approve-release ${request}\r\n`)).toMatchObject({
      errors: '',
      conclusion: 'success',
      ...live('v2'),
      told: expect.stringContaining('Approved by olga'),
    });
  });

  test('are two people with write access: not who asked, no bot, nobody from outside', async () => {
    const { shop, request } = await asked();
    const { github } = shop.consumer;
    github.invite('helper[bot]', 'write');
    const refused = (reason: string, who: string) =>
      expectRefused(shop, reason, () => comment(shop, who, `/approve-release ${request}`));
    await refused('self-approval', 'dana');
    await refused('no-write-access', 'mallory');
    await refused('approver-is-bot', 'helper[bot]');
    await expectRefused(shop, 'self-approval', () => approve(shop, request, 'dana'));
    expect(requests(shop)).toMatchObject([{ state: 'requested: by dana' }]);
  });

  test('do the same where every step stands in the team’s own workflows', async () => {
    const { shop, request } = await asked({}, { plain: true });
    await expectRefused(shop, 'self-approval', () => approve(shop, request, 'dana'));
    const end = await approve(shop, request);
    expect(end).toMatchObject({ errors: '', conclusion: 'success', ...live('v2'), ledger: [found, done] });
  });

  test.each(['button', 'comment'])('say no as well, and why, to whoever asked: by a %s', async (how) => {
    const { shop, request } = await asked();
    const why = 'not before the audit';
    const end =
      how === 'button'
        ? await deny(shop, request, why)
        : await comment(shop, 'olga', `/deny-release ${request} ${why}`);
    expect(end).toMatchObject({
      errors: '',
      conclusion: 'success',
      ...live('v1'),
      ledger: [],
      told: expect.stringContaining(`olga denied the request of dana: ${why}`),
    });
    expect(requests(shop)).toMatchObject([{ state: `denied: by olga: ${why}` }]);
    await expectRefused(shop, 'request-denied', () => approve(shop, request, 'ines'));
  });

  test('come too late for what has expired', async () => {
    const { shop, request } = await asked({ 'request-expires': '1ms' });
    await expectRefused(shop, 'request-expired', () => approve(shop, request));
  });

  test('are of what was seen: where the database has changed since, the release is refused, and the yes is used up', async () => {
    const { shop, request } = await asked();
    await stage.ground.postgres.query(
      "insert into supabase_migrations.schema_migrations (version, name) values ('20260112090000', 'dosage')",
      [],
      shop.database,
    );
    await expectRefused(shop, 'plan-changed', () => approve(shop, request));
    await expectRefused(shop, 'request-used', () => approve(shop, request, 'ines'));
  });
});

describe('what protects a release is told', () => {
  const warnings = (end: Awaited<ReturnType<typeof promote>>) =>
    end.run.jobs
      .flatMap(({ steps }) => steps.flatMap(({ annotations }) => annotations))
      .filter(({ level, title }) => level === 'warning' && title?.startsWith('approval'))
      .map(({ title }) => title);

  test('where nobody is asked, as was said once: no warning', async () => {
    const shop = await shopThatStages(stage, { 'allow-unprotected': 'true' });
    await stageVersion(shop, two);
    const end = await promote(shop);
    expect(end).toMatchObject({ conclusion: 'success', ...live('v2') });
    expect(warnings(end)).toEqual([]);
  });

  test('where nobody is asked', async () => {
    const shop = await shopThatStages(stage);
    await stageVersion(shop, two);
    const end = await promote(shop);
    expect(end).toMatchObject({ conclusion: 'success', ...live('v2') });
    expect(warnings(end)).toEqual(['approval: not-protected']);
  });

  test('where GitHub does not say, and who approved where its environment asked', async () => {
    const shop = await shopThatStages(stage, { 'approval-environment': 'production-approval' });
    await stageVersion(shop, two);
    stage.ground.faults.plant({
      service: 'github',
      path: /environments/,
      times: 9,
      effect: { kind: 'status', status: 403 },
    });
    const environments = { 'production-approval': { approve: () => 'approved' as const } };
    const end = await promote(shop, { environments });
    expect(end).toMatchObject({ conclusion: 'success', told: expect.stringContaining('Approved by olga') });
    expect(warnings(end)).toEqual(['approval: protection-unknown']);
  });
});
