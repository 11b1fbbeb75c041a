import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import { systemClock } from '@lockstep/base';
import { seat } from './consumers.ts';
import { live, schema } from './ends.ts';
import { type End, release } from './release.ts';
import { rare, test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, openPull, pullEvent, runWorkflowOf } from './team.ts';

jest.setTimeout(120_000);
const stage = useStage();
const LOAD = join(import.meta.dirname, '../../packages/quality/test/fixtures/recorded/autocannon.json');

/** What the tests of the team told us, each time that they ran: their environment, their process, what the app answered. */
interface Told {
  readonly env: Readonly<Record<string, string>>;
  readonly pid: number;
  readonly build: string | undefined;
}

let told: Told[] = [];
const sink = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    told.push(JSON.parse(Buffer.concat(pieces).toString()) as Told);
    response.end();
  });
});
beforeAll(async () => await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve)));
afterAll(() => void sink.close());

/** A test run of a team: asks the app, tells the sink, and writes a report; `hang` never ends, in a session of its own. */
const SCRIPT = `
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
const [sink, how] = process.argv.slice(2);
const get = async (url, init) => await fetch(url, init);
const app = await get(process.env.BASE_URL + '/api/health/live');
const child = how === 'hang' ? spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'inherit' }) : undefined;
const build = app.headers.get('x-app-version');
await get('http://127.0.0.1:' + sink, { method: 'POST', body: JSON.stringify({ env: process.env, pid: child?.pid ?? 0, build }) });
if (how === 'hang') await new Promise(() => {});
const test = '<testcase name="answers">' + (how === 'fail' ? '<failure message="no"/>' : '') + '</testcase>';
writeFileSync(process.env.LOCKSTEP_REPORTS + '/tests.xml', '<testsuites><testsuite name="s">' + (how === 'none' ? '' : test) + '</testsuite></testsuites>');
process.exitCode = how === 'fail' ? 1 : 0;
`;

function tested(how: string, more: Readonly<Record<string, string>> = {}) {
  told = [];
  return {
    version: 2,
    files: { 'tests/candidate.mjs': SCRIPT },
    with: {
      'test-command': `node tests/candidate.mjs ${(sink.address() as AddressInfo).port} ${how}`,
      'test-report': '$LOCKSTEP_REPORTS/tests.xml',
      'test-format': 'junit',
      ...more,
    },
  } as const;
}

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

/** Environments' secrets, and whatever else opens a door. */
function secretsSeen({
  secrets,
  databaseUrl,
}: {
  secrets: Readonly<Record<string, string>>;
  databaseUrl: string;
}): string[] {
  const mine = Object.entries({ ...secrets, databaseUrl }).filter(([name]) => name !== 'PROTECTION_BYPASS');
  const seen = JSON.stringify(told.map(({ env }) => env));
  const ours = told.flatMap(({ env }) => Object.keys(env)).filter((name) => /TOKEN|^INPUT_|^STATE_/.test(name));
  return [...mine.filter(([, value]) => value.length > 3 && seen.includes(value)).map(([name]) => name), ...ours];
}

describe('a release whose candidate the team tests', () => {
  test('goes on where they pass; they see its address, and no secret but the bypass', async () => {
    const shop = await stage.liveShop();
    const end = await release(shop, tested('pass'));
    expect(end).toMatchObject({ conclusion: 'success', ...live('v2'), ...schema('prescriptions', 'dosage') });
    const jobs = end.run.jobs.map(({ id }) => id);
    expect(jobs.indexOf('release / test')).toBeLessThan(jobs.indexOf('release / release'));
    const [{ env, build }] = told as [Told];
    expect([told.length, build]).toEqual([1, '2']);
    expect(env['BASE_URL']).not.toContain(shop.host);
    expect(env['DEPLOYMENT_ID']).toMatch(/^dpl_/);
    expect(env['VERCEL_AUTOMATION_BYPASS_SECRET']).toBe(shop.secrets['PROTECTION_BYPASS'] ?? '');
    expect(secretsSeen(shop)).toEqual([]);
  });

  test.each(['fail', 'none', 'hang'])('ends before anything was changed: %s', async (how) => {
    const shop = await stage.liveShop();
    const end = await release(shop, tested(how, how === 'hang' ? { 'test-timeout': '5s' } : {}));
    expect(end).toMatchObject({ ...nothingChanged, served: ['v1'] });
    expect(failedSteps(end)).toEqual(['release / test: Run the tests']);
    // What went into a session of its own is gone too.
    for (const { pid } of told.filter((one) => one.pid > 0)) {
      for (let look = 0; look < 100 && isAlive(pid); look++) await systemClock.sleep(50);
      expect(isAlive(pid)).toBe(false);
    }
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
    expect(told).toEqual([]);
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
    const good = await release(shop, { version: 3, with: { 'smoke-command': `${ask}3` } });
    expect(good).toMatchObject({ conclusion: 'success', ...live('v3') });
  });
});

rare.each(['pass', 'fail'])('a pull request shows the tests of its preview in the comment: %s', async (how) => {
  const { shop } = await stage.liveTeam('full');
  const { files, with: inputs } = tested(how, { database: 'none' });
  seat(shop, inputs);
  const pull = await openPull(shop, 'tested', { version: 2, folders: ['v1', 'v2'], files });
  const run = await runWorkflowOf(shop, {
    ...{ sha: pull.sha, workflow: '.github/workflows/lockstep-pull-request.yml' },
    ...{ event: pullEvent(shop, pull.number), secrets: shop.secrets, ref: `refs/pull/${pull.number}/merge` },
  });
  expect(checks(run)).toContain(`Preview / Test: ${how === 'pass' ? 'success' : 'failure'}`);
  expect(secretsSeen(shop)).toEqual([]);
  const [comment] = shop.consumer.github.comments(pull.number).map(({ body }) => body);
  expect(comment).toMatch(how === 'pass' ? /^\| ✅ tests \|/m : /^\| ❌ tests \|/m);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
