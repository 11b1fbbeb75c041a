import { describe, expect, jest } from '@jest/globals';
import type { Shop } from '@lockstep/proving-ground/ground';
import { parse } from 'yaml';
import { live, schema } from './ends.ts';
import { look } from './look.ts';
import { press } from './press.ts';
import { approve, promote, requests, shopThatStages, stageVersion, start } from './promotion.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, commitChange, installStarters, openPull, pullEvent, runWorkflowOf } from './team.ts';

jest.setTimeout(180_000);
const stage = useStage();
const found = 'released: found live';
const done = expect.stringMatching(/^released: dpl_\w+ is live$/);
const two = { version: 2, folders: ['v1', 'v2'] };
const isWhole = process.env['LOCKSTEP_FAULTS'] === 'deep';

/** GitHub hides each of these wherever it stands, and drops the job outputs that it stands in. */
const LINES = ['-', '{', 'a', '1', 'shop', 'production', 'pass', 'released', 'same-build', 'dpl_', 'https', '"'];
type Secrets = Readonly<Record<string, string>>;

/** Secrets that mean the same and have these lines. */
const SHAPES: readonly (readonly [string, (secrets: Secrets) => Secrets])[] = [
  ['all of them at once', (secrets) => ({ ...secrets, ...debugs(LINES), NOTIFY_TARGETS: asBlock(secrets, LINES) })],
  ['targets as indented JSON', (secrets) => ({ ...secrets, NOTIFY_TARGETS: asJson(secrets) })],
  ...(isWhole ? LINES : []).map(
    (line) =>
      [
        JSON.stringify(line),
        (secrets: Secrets) => ({ ...secrets, ...debugs([line]), NOTIFY_TARGETS: asBlock(secrets, [line]) }),
      ] as const,
  ),
];

/** Secrets that no step is given, as a repository has them: masks in plain steps all the same. */
function debugs(lines: readonly string[]): Secrets {
  return Object.fromEntries(lines.map((line, at) => [`DEBUG_${at}`, line]));
}

function asJson({ NOTIFY_TARGETS = '' }: Secrets): string {
  return JSON.stringify(parse(NOTIFY_TARGETS), null, 2);
}

/** A list of YAML whose one target has these lines in its name, each alone. */
function asBlock({ NOTIFY_TARGETS = '' }: Secrets, lines: readonly string[]): string {
  const [target] = parse(NOTIFY_TARGETS) as readonly Readonly<Record<string, unknown>>[];
  const fields = Object.entries({ ...target }).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`);
  return [
    '-',
    ...fields.filter((line) => !line.startsWith('  name:')),
    '  name: |-',
    ...lines.map((line) => `    ${line}`),
  ].join('\n');
}

const hostile = <S extends Shop>(shop: S, shape: (secrets: Secrets) => Secrets): S => ({
  ...shop,
  secrets: shape(shop.secrets),
});
const headOf = (shop: Shop) =>
  shop.consumer.github.deployments('lockstep').at(-1)?.payload as { readonly evidence?: object } | undefined;

describe.each(SHAPES)('with secrets whose lines are %s', (_what, shape) => {
  test('a release ends as with harmless ones, with its evidence', async () => {
    const shop = hostile(await stage.liveShop(), shape);
    expect(await release(shop, { version: 2 })).toMatchObject({
      errors: [],
      conclusion: 'success',
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      ledger: [found, done],
      messages: ['production / web: released'],
    });
    expect(headOf(shop)?.evidence).toBeDefined();
    const back = await press(shop);
    expect(back.conclusion).toBe('success');
    expect(await look(shop)).toMatchObject({ ...live('v1'), ...schema('prescriptions') });
  });

  test('a release as plain steps ends as with harmless ones', async () => {
    const shop = hostile(await stage.liveShop(), shape);
    installStarters(shop, ['release'], { plain: true });
    await commitChange(shop, two);
    const end = await start(shop, 'release', { event: { name: 'push' } });
    expect(end).toMatchObject({ errors: '', conclusion: 'success', ...live('v2'), ledger: [found, done] });
    expect(headOf(shop)?.evidence).toBeDefined();
  });

  test.each([false, true])(
    'what is promoted is what was staged, and never built anew (plain steps: %s)',
    async (plain) => {
      const shop = hostile(await shopThatStages(stage, {}, { plain }), shape);
      const staged = await stageVersion(shop, two);
      const builds = stage.ground.vercel.state.deployments.size;
      expect(await promote(shop)).toMatchObject({
        errors: '',
        conclusion: 'success',
        ...live('v2'),
        ...schema('prescriptions', 'dosage'),
        ledger: [found, done],
      });
      expect(stage.ground.vercel.project(shop.project.id).productionId).toBe(staged.deployment);
      expect(stage.ground.vercel.state.deployments.size).toBe(builds);
    },
  );

  test('four eyes are asked for, and release what was asked for', async () => {
    const shop = hostile(await shopThatStages(stage, { 'four-eyes': 'true' }), shape);
    const staged = await stageVersion(shop, two);
    expect(await promote(shop)).toMatchObject({ errors: '', conclusion: 'success', ...live('v1'), ledger: [] });
    const end = await approve(shop, requests(shop)[0]?.id ?? '');
    expect(end).toMatchObject({ errors: '', conclusion: 'success', ...live('v2'), ledger: [found, done] });
    expect(stage.ground.vercel.project(shop.project.id).productionId).toBe(staged.deployment);
  });

  test('a pull request has its checks and its comment', async () => {
    const { shop: site } = await stage.liveTeam('full');
    const shop = hostile(site, shape);
    installStarters(shop, ['pull-request'], { plain: true });
    await commitChange(shop);
    const { number, sha } = await openPull(shop, 'dosage', two);
    const run = await runWorkflowOf(shop, {
      sha,
      workflow: '.github/workflows/lockstep-pull-request.yml',
      event: pullEvent(shop, number),
      ref: `refs/pull/${number}/merge`,
    });
    expect(checks(run).filter((check) => !check.endsWith(': success'))).toEqual([]);
    const [comment = ''] = shop.consumer.github.comments(number).map(({ body }) => body);
    expect(comment).toMatch(/^✅ \*\*All \d+ checks passed\*\*/m);
    expect(comment).toMatch(/^\| ✅ Preview \| \[\S+\]\(http\S+\) is healthy \|/m);
    expect(comment).not.toContain('is inconclusive');
  });
});
