import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { seat } from './consumers.ts';
import { live, schema } from './ends.ts';
import { type End, release } from './release.ts';
import { rare, test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, openPull, pullEvent, runWorkflowOf } from './team.ts';
import { expectNothingLeft, secretsSeen, type Told, tested, wasTold } from './tested.ts';

const stage = useStage();
const LOAD = join(import.meta.dirname, '../../packages/quality/test/fixtures/recorded/autocannon.json');

const nothingChanged = {
  conclusion: 'failure',
  ...live('v1'),
  ...schema('prescriptions'),
  ledger: [],
  swaps: [],
  messages: [],
};
const failedSteps = ({ run }: End) =>
  run.jobs.flatMap(({ id, steps }) =>
    steps.filter(({ conclusion }) => conclusion === 'failure').map(({ name }) => `${id}: ${name}`),
  );

/** How the reports were kept: an artifact of no files is a warning. */
const uploaded = ({ run }: End) =>
  run.jobs.flatMap(({ steps }) =>
    steps
      .filter(({ conclusion, name }) => name === 'Upload the reports of the tests' && conclusion !== 'skipped')
      .map(({ annotations, conclusion }) => annotations[0]?.message ?? conclusion),
  );

describe('a release whose candidate the team tests', () => {
  test('goes on where they pass; they see its address, and no secret but the bypass', async () => {
    const shop = await stage.liveShop();
    const end = await release(shop, tested('pass'));
    expect(end).toMatchObject({ conclusion: 'success', ...live('v2'), ...schema('prescriptions', 'dosage') });
    const jobs = end.run.jobs.map(({ id }) => id);
    expect(uploaded(end)).toEqual(['success']);
    expect(jobs.indexOf('release / test')).toBeLessThan(jobs.indexOf('release / release'));
    const [{ env, build }] = wasTold() as [Told];
    expect([wasTold().length, build]).toEqual([1, '2']);
    expect(env['BASE_URL']).not.toContain(shop.host);
    expect(env['DEPLOYMENT_ID']).toMatch(/^dpl_/);
    expect(env['VERCEL_AUTOMATION_BYPASS_SECRET']).toBe(shop.secrets['PROTECTION_BYPASS'] ?? '');
    expect(secretsSeen(shop)).toEqual([]);
  });

  test.each(['fail', 'none', 'hang', 'silent'])('ends before anything was changed: %s', async (how) => {
    const shop = await stage.liveShop();
    const end = await release(shop, tested(how, how === 'hang' ? { 'test-timeout': '5s' } : {}));
    expect(end).toMatchObject({ ...nothingChanged, served: ['v1'] });
    expect(failedSteps(end)).toEqual(['release / test: Run the tests']);
    expect(uploaded(end)).toEqual(['success']);
    await expectNothingLeft();
  });

  rare.each([
    ['both are set', { 'test-config': '.lockstep/candidate.yml' }],
    ['there is no candidate yet', { order: 'migrate-first' }],
    ['the time has another name', { 'test-when': 'later' }],
  ])('refuses before anything is built where %s', async (_what, more) => {
    const shop = await stage.liveShop();
    const end = await release(shop, tested('pass', more));
    expect(end).toMatchObject(nothingChanged);
    expect(failedSteps(end)).toEqual(['release / prepare: Check the inputs of the tests']);
    expect(wasTold()).toEqual([]);
  });

  rare('several tests in a file, judged by their budgets', async () => {
    const shop = await stage.liveShop();
    const { files, with: inputs } = tested('pass', { 'test-config': '.lockstep/candidate.yml' });
    const { 'test-command': run, ...rest } = inputs;
    const gates = (most: string) =>
      `gates:\n  - { name: journeys, run: ${JSON.stringify(run)}, report: $LOCKSTEP_REPORTS/tests.xml, format: junit }\n` +
      `  - name: load\n    run: cat tests/load.json\n    report: stdout\n    format: autocannon\n    budgets: [p99.9 <= ${most}]\n`;
    const load = { 'tests/load.json': readFileSync(LOAD, 'utf8') };
    const others = { ...rest, 'test-report': '', 'test-format': '' };
    const red = { ...files, ...load, '.lockstep/candidate.yml': gates('5ms') };
    expect(await release(shop, { version: 2, files: red, with: others })).toMatchObject(nothingChanged);
    const green = { ...files, ...load, '.lockstep/candidate.yml': gates('3s') };
    const end = await release(shop, { version: 3, folders: ['v2', 'v3'], files: green, with: others });
    expect(end).toMatchObject({ conclusion: 'success', ...live('v3') });
  });

  rare('after the schema was expanded: a failure rolls it back, a pass releases', async () => {
    const shop = await stage.liveShop();
    const bad = await release(shop, tested('fail', { 'test-when': 'migrated' }));
    expect(bad).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      swaps: [],
      served: ['v1'],
    });
    expect(failedSteps(bad)).toContain('release / release: Run the tests');
    expect(secretsSeen(shop)).toEqual([]);
    const good = await release(shop, {
      ...tested('pass', { 'test-when': 'migrated', order: 'migrate-first' }),
      version: 3,
      folders: ['v3'],
    });
    expect(good).toMatchObject({ conclusion: 'success', ...live('v3') });
  });

  rare('after the swap: a smoke test that fails gives traffic back', async () => {
    const shop = await stage.liveShop();
    const ask =
      'test "$(node -e "fetch(process.env.BASE_URL).then((r) => console.log(r.headers.get(\'x-app-version\')))")" = ';
    const bad = await release(shop, { version: 2, with: { 'smoke-command': `${ask}1` } });
    expect(bad).toMatchObject({ conclusion: 'failure', ...live('v1'), served: ['v1', 'v2', 'v1'] });
    expect(failedSteps(bad)).toContain('release / release: Smoke test');
    const { files, with: inputs } = tested('pass');
    const { 'test-command': smoke } = inputs;
    const good = await release(shop, { version: 3, files, with: { 'smoke-command': `${ask}3 && ${smoke}` } });
    expect(good).toMatchObject({ conclusion: 'success', ...live('v3') });
    // It runs where the release's secrets are, and has none of them.
    const [{ build, env }] = wasTold() as [Told];
    expect([build, env['BASE_URL']]).toEqual(['3', `http://${shop.host}`]);
    expect(env['DEPLOYMENT_ID']).toMatch(/^dpl_/);
    expect(secretsSeen(shop)).toEqual([]);
  });
});

rare.each(['pass', 'fail', 'none', 'hang'])(
  'a pull request shows the tests of its preview in the comment: %s',
  async (how) => {
    const { shop } = await stage.liveTeam('full');
    const { files, with: inputs } = tested(how, {
      database: 'none',
      ...(how === 'hang' ? { 'test-timeout': '5s' } : {}),
    });
    seat(shop, inputs);
    const pull = await openPull(shop, 'tested', { version: 2, folders: ['v1', 'v2'], files });
    const run = await runWorkflowOf(shop, {
      ...{ sha: pull.sha, workflow: '.github/workflows/lockstep-pull-request.yml' },
      ...{ event: pullEvent(shop, pull.number), secrets: shop.secrets, ref: `refs/pull/${pull.number}/merge` },
    });
    expect(checks(run)).toContain(`Preview / Test: ${how === 'pass' ? 'success' : 'failure'}`);
    expect(secretsSeen(shop)).toEqual([]);
    const [comment] = shop.consumer.github.comments(pull.number).map(({ body }) => body);
    expect(comment).toMatch({ pass: /^\| ✅ tests \|/m, fail: /^\| ❌ tests \|/m }[how] ?? /^\| (?:❌|⚠️) tests \|/mu);
    await expectNothingLeft();
  },
);
