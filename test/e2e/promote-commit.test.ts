import { expect } from '@jest/globals';
import { openShop, type Shop } from '@lockstep/proving-ground/ground';
import { live, schema } from './ends.ts';
import { look } from './look.ts';
import { approve, expectRefused, promote, requests, start } from './promotion.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { type Change, commitChange, installStarters } from './team.ts';

const stage = useStage();
const two = { version: 2, folders: ['v1', 'v2'] };
const three = { version: 3, folders: ['v1', 'v2', 'v3'] };

interface Team {
  readonly shop: Shop;
  /** Another project with a database of its own, in the same repository. */
  readonly staging: Shop;
}

/** Version 1 is live in production; staging is empty. `inputs` are those of the promotion. */
async function aTeam(inputs: Readonly<Record<string, string>> = {}): Promise<Team> {
  const shop = await stage.liveShop();
  const staging = await openShop(stage.ground, `${shop.database}-staging`, { environment: 'staging', beside: shop });
  installStarters(staging, ['release'], { inputs: { environment: 'staging' } });
  installStarters(shop, ['promote', 'approve'], { inputs: { mode: 'same-commit', ...inputs } });
  for (const login of ['dana', 'olga']) shop.consumer.github.invite(login, 'write');
  return { shop, staging };
}

/** A commit that staging gets. */
async function release({ shop, staging }: Team, change: Change): Promise<string> {
  const sha = await commitChange(shop, change);
  const { secrets, vars } = staging;
  const end = await start(shop, 'release', { event: { name: 'push' }, secrets, vars });
  expect(end).toMatchObject({ errors: '', conclusion: 'success' });
  return sha;
}

test('the commit that staging has comes to production as a build of its own, and nothing newer with it', async () => {
  const team = await aTeam();
  const { shop, staging } = team;
  const { vercel } = stage.ground;
  const sha = await release(team, two);
  expect(await look(shop)).toMatchObject({ ...live('v1'), ...schema('prescriptions') });
  // Not on staging yet: not promoted.
  await commitChange(shop, three);
  expect(await promote(shop)).toMatchObject({
    errors: '',
    conclusion: 'success',
    ...live('v2'),
    ...schema('prescriptions', 'dosage'),
  });
  const [tried, built] = [staging, shop].map(({ project }) => vercel.project(project.id).productionId ?? '');
  expect(tried).not.toBe(built);
  expect(vercel.deployment(built ?? '').commit).toBe(sha);
  await expectRefused(shop, 'already-live', () => promote(shop));
});

test('what staging does not have is not promoted', async () => {
  const team = await aTeam();
  await commitChange(team.shop, two);
  await expectRefused(team.shop, 'nothing-released', () => promote(team.shop));
});

test('migrations that are not those of staging are refused, whatever each database has already', async () => {
  const team = await aTeam({ 'down-directory': 'supabase/elsewhere' });
  await release(team, two);
  await expectRefused(team.shop, 'folder-changed', () => promote(team.shop));
});

test('an approval is of the commit that staging had when it was asked for', async () => {
  const team = await aTeam({ 'four-eyes': 'true' });
  const { shop } = team;
  await release(team, two);
  expect(await promote(shop)).toMatchObject({ errors: '', conclusion: 'success', ...live('v1') });
  await release(team, three);
  const request = requests(shop)[0]?.id ?? '';
  await expectRefused(shop, 'evidence-changed', () => approve(shop, request));
  expect(requests(shop)).toMatchObject([{ state: 'requested: by dana' }]);
});
