import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect } from '@jest/globals';
import { Faults } from '@lockstep/proving-ground/faults';
import type { Shop } from '@lockstep/proving-ground/ground';
import { type HttpService, serve } from '@lockstep/proving-ground/http';
import type { RunEvent } from '@lockstep/workflow-runner';
import { prometheusLike } from '../../packages/health/test/metrics/prometheus-like.ts';
import { live, schema } from './ends.ts';
import { expectRefused, type Press, shopThatStages, stageVersion, start } from './promotion.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { commitChange, installStarters, logs } from './team.ts';

const stage = useStage();
const open: HttpService[] = [];
afterEach(async () => {
  for (const service of open.splice(0)) await service.close();
});

/** A monitor with a probe each minute, all of them made; `good` of them went well. Without, it does not answer. */
interface Monitored {
  good: number | undefined;
  readonly url: string;
}

async function monitor(good: number | undefined): Promise<Monitored> {
  const said = { good };
  const service = await serve(
    'prometheus',
    prometheusLike(({ query }) => {
      if (said.good === undefined) return { status: 503, body: '' };
      const looks = Number(/\[(\d+)s\]/.exec(query)?.[1]) / 60;
      return query.startsWith('sum_over_time(') ? looks * said.good : looks;
    }),
    new Faults(),
  );
  open.push(service);
  return Object.assign(said, { url: service.url });
}

type Way = 'release' | 'promote';
const LEFT = 0.9996;
const SPENT = 0.998;
const BURNT = 'error budget of 30 d is not spent: 1 h 26 min bad';

/** A shop on version 1 with a commit of version 2, whose releases need error budget that is left. */
async function shopWithBudget(
  way: Way,
  { url }: Monitored,
  mode = 'require',
): Promise<{ readonly shop: Shop; readonly sha: string }> {
  const source = `provider: prometheus\nurl: ${url}\nseries: probe_success{instance="shop"}\nevery: 60s\n`;
  const inputs = {
    'error-budget': mode,
    'availability-source': '.lockstep/availability.yml',
    'error-budget-override': '${{ inputs.error-budget-override }}',
  };
  const change = { version: 2, folders: ['v1', 'v2'], files: { '.lockstep/availability.yml': source } };
  if (way === 'promote') {
    const shop = await shopThatStages(stage, inputs);
    asksForOverride(shop, way);
    return { shop, sha: (await stageVersion(shop, change)).sha };
  }
  const shop = await stage.liveShop();
  installStarters(shop, ['release'], { inputs });
  asksForOverride(shop, way);
  return { shop, sha: await commitChange(shop, change) };
}

/** Adds the input to the button, as docs/availability-and-status.md shows. */
function asksForOverride(shop: Shop, way: Way): void {
  const file = join(shop.consumer.root, `.github/workflows/lockstep-${way}.yml`);
  const text = readFileSync(file, 'utf8').replace(/^ {2}workflow_dispatch:\n(?: {4}inputs:\n)?/m, (found) => {
    const inputs = found.includes('inputs') ? found : `${found}    inputs:\n`;
    return `${inputs}      error-budget-override:\n        description: Commit and reason\n        default: ""\n`;
  });
  writeFileSync(file, text);
}

const press = (shop: Shop, way: Way, override = '', onEvent: (event: RunEvent) => void = () => undefined) =>
  start(shop, way, { onEvent, ...(override === '' ? {} : { inputs: { 'error-budget-override': override } }) });

/** What the ledger keeps of the newest release: who started it, and which gate that person overrode. */
function overriding(shop: Shop) {
  const payload = shop.consumer.github.deployments('lockstep').at(-1)?.payload;
  const { actor, overrides } = (payload ?? {}) as { readonly actor?: string; readonly overrides?: unknown };
  return { actor, overrides };
}

const released = (end: Press) =>
  expect(end).toMatchObject({
    errors: '',
    conclusion: 'success',
    ...live('v2'),
    ...schema('prescriptions', 'dosage'),
  });

describe.each(['release', 'promote'] as const)('%s with an error budget', (way) => {
  test('that is left goes', async () => {
    const { shop } = await shopWithBudget(way, await monitor(LEFT));
    released(await press(shop, way));
    expect(overriding(shop)).toEqual({ actor: 'dana', overrides: undefined });
  });

  test('that is spent is held with the reason, and nothing is changed; until it has recovered', async () => {
    const said = await monitor(SPENT);
    const { shop } = await shopWithBudget(way, said);
    const builds = stage.ground.vercel.state.deployments.size;
    const { run } = await expectRefused(shop, /checks-failed|budget-spent/, () => press(shop, way));
    expect(logs(run)).toContain(BURNT);
    // Before anything is built, too.
    expect(stage.ground.vercel.state.deployments.size).toBe(builds);
    said.good = LEFT;
    released(await press(shop, way));
  });

  test('that is spent goes where a person says why for this commit, and the ledger keeps the reason', async () => {
    const { shop, sha } = await shopWithBudget(way, await monitor(SPENT));
    const end = await press(shop, way, `${sha.slice(0, 9)} it ends the outage of checkout`);
    released(end);
    expect(overriding(shop)).toEqual({
      actor: 'dana',
      overrides: [{ gate: 'error-budget', reason: 'it ends the outage of checkout' }],
    });
    expect(end.run.jobs.flatMap(({ steps }) => steps.map(({ summary }) => summary)).join('\n')).toContain(
      'it ends the outage of checkout',
    );
  });

  test('that is spent is held where the reason is for another commit', async () => {
    const { shop } = await shopWithBudget(way, await monitor(SPENT));
    const other = 'c0ffee1d00d it ends the outage of checkout';
    const { run } = await expectRefused(shop, /checks-failed|budget-spent/, () => press(shop, way, other));
    expect(logs(run)).toContain('the override is for commit c0ffee1d00d');
  });

  test('that no one measured is unknown, which is no pass', async () => {
    const { shop } = await shopWithBudget(way, await monitor(undefined));
    const { run } = await expectRefused(shop, 'checks-unknown', () => press(shop, way));
    expect(logs(run)).toContain('not measured: Prometheus answered HTTP 503');
  });

  test('that is spent while the release waits holds it before it begins', async () => {
    const said = await monitor(LEFT);
    const { shop } = await shopWithBudget(way, said);
    const end = await press(shop, way, '', (event) => {
      if (event.type === 'step-started' && event.step === 'Plan the migrations') said.good = SPENT;
    });
    expect(end).toMatchObject({ conclusion: 'failure', ...live('v1'), ...schema('prescriptions'), ledger: [] });
    expect(end.told).toContain(BURNT);
    expect(end.told).toContain('Nothing was changed');
  });
});

test('a budget that is only reported stops no release', async () => {
  const { shop } = await shopWithBudget('release', await monitor(SPENT), 'report');
  const end = await press(shop, 'release');
  expect(end).toMatchObject({ conclusion: 'success', ...live('v2') });
  expect(logs(end.run)).toContain(BURNT);
});
