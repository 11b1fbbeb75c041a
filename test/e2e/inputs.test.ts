import { describe, expect } from '@jest/globals';
import type { Shop } from '@lockstep/proving-ground/ground';
import { live, schema } from './ends.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();

const deploymentsOf = ({ ground, project }: Shop) =>
  [...ground.vercel.state.deployments.values()].filter(({ projectId }) => projectId === project.id);

describe('what is wrong with an input of a late step', () => {
  test.each([
    ['bake-time', 'two minutes', 'bake-time'],
    ['bake-interval', '5', 'interval'],
    ['production-url', 'shop.example.com', 'url'],
    ['drain-time', 'soon', 'drain-time'],
    ['lock-timeout', '0', 'lock-timeout'],
  ])('ends the release before anything is built, and names it: %s', async (name, value, named) => {
    const shop = await stage.liveShop();
    const end = await release(shop, { version: 2, with: { [name]: value } });
    expect(end).toMatchObject({ conclusion: 'failure', ...live('v1'), ...schema('prescriptions'), ledger: [] });
    expect(end.errors.join('\n')).toContain(`input "${named}"`);
    expect(deploymentsOf(shop)).toHaveLength(1);
  });
});

test('an address that sends users on is found before anything is built, with what to write', async () => {
  const shop = await stage.liveShop();
  const { vercel } = shop.ground;
  const port = vercel.edge.port;
  const redirect = `www.shop.localhost:${port}`;
  vercel.addDomain(shop.project, { name: `apex.localhost:${port}`, verified: true, redirect });
  const end = await release(shop, { version: 2, with: { 'production-url': `http://apex.localhost:${port}` } });
  expect(end).toMatchObject({ conclusion: 'failure', ...schema('prescriptions'), ledger: [] });
  expect(end.live[0]).toBe('v1');
  expect(end.errors.join('\n')).toContain(`to https://www.shop.localhost:${port}`);
  expect(deploymentsOf(shop)).toHaveLength(1);
});

describe('a build command', () => {
  const shows = (name: string) => `echo "$\{${name}-none}" > ${name}.seen`;
  const seen = ['VERCEL_TOKEN', 'VERCEL_ORG_ID', 'VERCEL_PROJECT_ID'].map(shows).join(' && ');
  /** Fails where one of them is not as it should be. */
  const holds = (values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([name, value]) => `test "$(cat ${name}.seen)" = '${value}'`);
  const build = (values: Readonly<Record<string, string>>) => [seen, ...holds(values), 'node build.mjs'].join(' && ');

  test.each(['build-first', 'migrate-first'])('has nothing of Vercel’s by itself (%s)', async (order) => {
    const shop = await stage.liveShop();
    const none = { VERCEL_TOKEN: 'none', VERCEL_ORG_ID: 'none', VERCEL_PROJECT_ID: 'none' };
    expect(await release(shop, { version: 2, with: { order, 'build-command': build(none) } })).toMatchObject({
      conclusion: 'success',
      ...live('v2'),
    });
  });

  test.each(['build-first', 'migrate-first'])(
    'has what Vercel’s CLI needs where that is asked for (%s)',
    async (order) => {
      const shop = await stage.liveShop();
      const team = shop.ground.vercel.team.id;
      const ids = { VERCEL_ORG_ID: team, VERCEL_PROJECT_ID: shop.project.id };
      const command = `test -n "$VERCEL_TOKEN" && ${build(ids)}`;
      const given = { 'vercel-team': team, 'vercel-project': shop.project.id };
      expect(
        await release(shop, {
          version: 2,
          with: { ...given, order, 'build-command': command, 'build-with-vercel': '${{ true }}' },
        }),
      ).toMatchObject({ conclusion: 'success', ...live('v2') });
    },
  );
});

test('the ledger says which database version a release began on', async () => {
  const shop = await stage.liveShop();
  expect(await release(shop, { version: 2 })).toMatchObject({ conclusion: 'success' });
  const records = shop.consumer.github.deployments('lockstep');
  const versions = records.map(({ payload }) => (payload as { databaseVersion: string | null }).databaseVersion);
  expect(versions.at(-1)).toBe('20260105090000');
});
