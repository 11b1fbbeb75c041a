import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { lay } from '../../src/rehearsal/lay.ts';

const here = {
  productionUrl: 'http://shop.localhost:4000',
  project: { id: 'prj_1', name: 'shop-here' },
  team: { id: 'team_1', slug: 'lockstep' },
  vercelApi: 'http://127.0.0.1:1',
  slackApi: 'http://127.0.0.1:2',
  hostFor: (name: string) => `${name.replaceAll('.', '-')}.localhost:4000`,
  secrets: new Set(['VERCEL_TOKEN', 'DATABASE_URL', 'NOTIFY_TARGETS']),
  given: {},
};
const known = { homes: ['lockstep-ci/lockstep'], others: ['actions/checkout'] };
const action = (name: string) => `lockstep-ci/lockstep/actions/${name}@v1`;
const release = 'lockstep-ci/lockstep/.github/workflows/release.yml@v1';

const laid = (jobs: object, given: Record<string, string> = {}) =>
  parse(lay(JSON.stringify({ on: 'push', jobs }), { ...here, given }, known, 'release.yml').text).jobs;
const step = (name: string, given: object, by: Record<string, string> = {}) =>
  laid({ a: { steps: [{ uses: action(name), with: given }] } }, by).a.steps[0].with;

describe('a step of ours', () => {
  test('that says production of Vercel is given the project here, and where its API is', () => {
    const said = { 'vercel-token': '${{ secrets.OUR_TOKEN }}', 'vercel-project': 'shop', 'vercel-team': 'acme' };
    expect(step('alias-swap', said)).toMatchObject({
      'vercel-token': '${{ secrets.VERCEL_TOKEN }}',
      'vercel-project': 'shop-here',
      'vercel-team': 'lockstep',
      'vercel-api-url': 'http://127.0.0.1:1',
    });
  });

  test('that says nothing of Vercel is given nothing of it, be its action able to ask', () => {
    const said = { command: 'commit', environment: 'production', service: 'web' };
    expect(step('release', said)).not.toHaveProperty('vercel-project');
    expect(step('release', said)).not.toHaveProperty('vercel-api-url');
  });

  test('that bakes asks production here, wherever it stood, in the time of a laptop', () => {
    const bake = { phase: 'post', url: 'https://shop.example', 'bake-time': '2m' };
    const jobs = laid({
      a: {
        steps: [
          { uses: action('health-gate'), with: bake },
          { uses: action('notify'), with: { links: 'App https://shop.example', targets: '${{ secrets.SLACK }}' } },
          { uses: action('health-gate'), with: { url: '${{ steps.deploy.outputs.deployment-url }}', interval: '1s' } },
          { uses: action('health-gate'), with: { url: '${{ vars.PRODUCTION }}', phase: 'post' } },
        ],
      },
    });
    expect(jobs.a.steps.map((one: { with: object }) => one.with)).toMatchObject([
      { url: here.productionUrl, 'bake-time': '2s', interval: '100ms' },
      { links: `App ${here.productionUrl}`, targets: '${{ secrets.NOTIFY_TARGETS }}', 'slack-api-url': here.slackApi },
      { url: '${{ steps.deploy.outputs.deployment-url }}', interval: '100ms' },
      { url: here.productionUrl },
    ]);
  });

  test('that rolls out in stages watches each for the time of a laptop', () => {
    const said = { strategy: 'rolling', stages: '10% 5m\n50 % 10m\n70%\n', interval: '5s' };
    expect(step('alias-swap', said)).toMatchObject({
      ...{ stages: '10%\n50 %\n70%\n', 'stage-time': '2s', interval: '100ms' },
    });
    expect(step('alias-swap', { strategy: 'promote' })).not.toHaveProperty('stage-time');
    expect(step('alias-swap', { stages: '${{ inputs.stages }}' })).toMatchObject({ stages: '${{ inputs.stages }}' });
  });

  test('shows a staged build under a name of this machine', () => {
    expect(step('alias-swap', { aliases: 'staging.example.com\n${{ vars.MORE }}' })).toMatchObject({
      aliases: 'staging-example-com.localhost:4000\n${{ vars.MORE }}',
    });
  });

  test('keeps a database that an earlier step made', () => {
    const url = '${{ steps.database.outputs.database-url }}';
    expect(step('migrate', { 'database-url': url })).toMatchObject({ 'database-url': url });
    expect(step('migrate', { 'database-url': '${{ secrets.PROD_DB }}' })).toMatchObject({
      'database-url': '${{ secrets.DATABASE_URL }}',
    });
  });

  test('takes what is given by hand', () => {
    expect(step('migrate', {}, { 'statement-timeout': '5s', 'bake-time': '9s' })).toMatchObject({
      'statement-timeout': '5s',
    });
    expect(step('health-gate', { phase: 'post' }, { 'bake-time': '9s', 'bake-interval': '1s' })).toMatchObject({
      'bake-time': '9s',
      interval: '1s',
    });
  });
});

describe('a call of ours', () => {
  const call = (more: object) => laid({ a: { uses: release, ...more } }).a;

  test('is given the world, and secrets under the names that are here', () => {
    const secrets = { VERCEL_TOKEN: '${{ secrets.OUR_TOKEN }}', PROTECTION_BYPASS: '${{ secrets.BYPASS }}' };
    expect(call({ with: { 'vercel-project': 'shop', service: 'web' }, secrets })).toMatchObject({
      with: { 'vercel-project': 'shop-here', service: 'web', 'bake-time': '2s', 'production-url': here.productionUrl },
      secrets: { VERCEL_TOKEN: '${{ secrets.VERCEL_TOKEN }}', PROTECTION_BYPASS: '${{ secrets.BYPASS }}' },
    });
  });

  test('that builds with Vercel’s CLI is given ids', () => {
    expect(call({ with: { 'build-with-vercel': true } }).with).toMatchObject({
      'vercel-project': 'prj_1',
      'vercel-team': 'team_1',
    });
  });
});

describe('what cannot be here is refused before anything runs', () => {
  const refused = (jobs: object) => () => laid(jobs);

  test('an input that asks another machine, by its host', () => {
    const audit = { name: 'Look', uses: action('health-gate'), with: { url: 'https://user:pw@status.example/x' } };
    expect(refused({ a: { steps: [audit] } })).toThrow(
      /^release\.yml, Look: url asks status\.example, and a rehearsal asks nothing outside/,
    );
    expect(refused({ a: { steps: [{ ...audit, with: { url: 'http://127.0.0.1:9' } }] } })).not.toThrow();
  });

  test('a mirror, and an action of somebody else, with what to say', () => {
    expect(refused({ a: { uses: 'acme/ls/.github/workflows/release.yml@v1' } })).toThrow(/say --mirror acme\/ls$/);
    expect(refused({ a: { steps: [{ uses: 'pnpm/action-setup@v4' }] } })).toThrow(
      /--action pnpm\/action-setup=FOLDER$/,
    );
    expect(refused({ a: { steps: [{ uses: 'actions/checkout@v6' }, { uses: './local' }] } })).not.toThrow();
  });

  test('all of it at once', () => {
    const steps = [{ uses: 'a/b@v1' }, { uses: 'c/d@v1' }];
    expect(refused({ a: { steps } })).toThrow(/a\/b[\s\S]*c\/d/);
  });
});

test('secrets that nobody gave are named', () => {
  const steps = [{ run: 'x', env: { A: '${{ secrets.STRIPE_KEY }}', B: '${{ secrets.DATABASE_URL }}' } }];
  const { missing } = lay(JSON.stringify({ on: 'push', jobs: { a: { steps } } }), here, known, 'x.yml');
  expect(missing).toEqual(['STRIPE_KEY']);
});

test.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
  ['not where nothing asks for them', {}, []],
  ['for a registry of private packages', { 'registry-url': 'https://npm.pkg.github.com' }, ['NPM_TOKEN']],
  ['for submodules', { submodules: true }, ['CHECKOUT_TOKEN']],
  ['not where these are off', { submodules: false, 'registry-url': '' }, []],
])('secrets that starters pass to whoever needs them are named %s', (_when, given, expected) => {
  const names = ['NPM_TOKEN', 'BUILD_ENV', 'CHECKOUT_TOKEN', 'PROTECTION_BYPASS'];
  const secrets = Object.fromEntries(names.map((name) => [name, `\${{ secrets.${name} }}`]));
  const call = { uses: 'lockstep-ci/lockstep/.github/workflows/release.yml@v1', secrets };
  const of = (with_: object, more: object = {}) =>
    lay(JSON.stringify({ on: 'push', jobs: { a: { ...call, with: with_ } } }), { ...here, ...more }, known, 'x.yml');
  expect(of(given).missing).toEqual(expected);
  expect(of({}, { given }).missing).toEqual(expected);
});

test('a text that is no workflow stays as it is', () => {
  expect(lay('name: x\n', here, known, 'x.yml')).toEqual({ text: 'name: x\n', missing: [], rolls: false });
});

test.each<[string, object, Record<string, string>, boolean]>([
  ['a call', { uses: release, with: { strategy: 'rolling' } }, {}, true],
  ['a step', { steps: [{ uses: action('alias-swap'), with: { strategy: 'rolling' } }] }, {}, true],
  ['a call that is given it by hand', { uses: release }, { strategy: 'rolling' }, true],
  ['a call without it', { uses: release }, {}, false],
  ['a step of others', { steps: [{ uses: 'actions/checkout@v5', with: { strategy: 'rolling' } }] }, {}, false],
])('whether it rolls out in stages is known of %s', (_what, job, given, rolls) => {
  const text = JSON.stringify({ on: 'push', jobs: { a: job } });
  expect(lay(text, { ...here, given }, known, 'release.yml').rolls).toBe(rolls);
});
