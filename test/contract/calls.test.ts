import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Action, Journal, Shape } from '@lockstep/action-shell';
import { sealEvidence } from '@lockstep/base';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { byApproval } from '@lockstep/proving-ground/vercel';
import { action as swapAction } from '../../actions/alias-swap/src/run.ts';
import { action as approvalAction } from '../../actions/approval/src/run.ts';
import { action as promotionAction } from '../../actions/promotion/src/run.ts';
import { action as releaseAction } from '../../actions/release/src/run.ts';
import { action as rollbackAction } from '../../actions/rollback/src/run.ts';
import { action as deployAction } from '../../actions/vercel-deploy/src/run.ts';
import { CHANGES, READS } from '../../packages/github/src/endpoints.ts';
import { routeOf } from '../../packages/github/test/routes.ts';
import { aHistory } from '../faults/history.ts';
import { Step } from '../faults/in-process.ts';
import { aReleaseWorld, type Shop } from '../faults/release-world.ts';
import { grantedFor, listedCalls } from './listed-calls.ts';

const world = await aReleaseWorld();
const postgres = await borrowPostgres(world.scope);
const { faults, vercel, github, clock } = world;
afterEach(() => {
  faults.clear();
  vercel.builds.usually({});
});
afterAll(async () => {
  expect(vercel.unmodelled).toEqual([]);
  await world[Symbol.asyncDispose]();
});

/** The calls of an action in one scenario; what the scenario itself sets up is not among them. */
class Recorder {
  readonly calls: string[] = [];
  readonly #token: string;

  constructor(action: string) {
    const permissions = grantedFor(listedCalls(action));
    this.#token = github.token({ repository: 'acme/shop', permissions, login: 'github-actions[bot]' });
  }

  /** A step that has what the README asks for, and no more. */
  step<S extends Shape>(action: Action<S>, shop: Shop, inputs: Readonly<Record<string, string>>, journal?: Journal) {
    const tokens = { 'vercel-token': vercel.projectToken(shop.project), 'github-token': this.#token };
    const step = new Step(action, { ...shop.inputs, ...tokens, ...inputs }, { env: shop.env, clock, journal });
    return {
      main: () => this.#record(() => step.main()),
      post: (status: 'success' | 'failure' | 'cancelled') => this.#record(() => step.post(status)),
    };
  }

  async #record<T>(work: () => Promise<T>): Promise<T> {
    const from = [vercel.exchanges.length, github.exchanges.length] as const;
    const end = await work();
    const made = [...vercel.exchanges.slice(from[0]), ...github.exchanges.slice(from[1])];
    this.calls.push(...made.map(({ method, path }) => `${method} ${path}`));
    return end;
  }
}

type Scenario = (recorder: Recorder) => Promise<void>;

/** One that is there, and a new one. */
const namesOf = ({ project }: Shop) => {
  const [{ name } = { name: '' }] = project.domains;
  return [`held.${name}`, `fresh.${name}`] as const;
};

/** The same shop in a run that this person started by the button, and whose job is at work. */
const startedBy = (shop: Shop, actor: string, job: string): Shop => {
  const repository = github.repository('acme/shop');
  const { id, login, type } = repository.user(actor);
  const event = () => ({ sender: { id, login, type } });
  const runId = repository.run({ actor, jobs: [job], sha: shop.env.sha });
  const runUrl = `https://github.example/acme/shop/actions/runs/${runId}/attempts/${shop.env.runAttempt}`;
  return { ...shop, env: { ...shop.env, eventName: 'workflow_dispatch', actor, event, runId, runUrl } };
};

/** What a gate saw of the next build, sealed as it hands it on. */
const evidenceOf = ({ env, next }: Shop): string => {
  const verdicts = { 'health-gate:pre': 'pass' } as const;
  const facts = { deployment: next, commit: env.sha, planDigest: null, folderDigest: null, verdicts };
  return JSON.stringify(sealEvidence({ ...facts, run: env.runUrl, at: '2026-11-22T04:00:00Z' }));
};

/** All that each action ever does, in as few scenarios as show every call. */
const scenarios: Readonly<Record<string, readonly Scenario[]>> = {
  'alias-swap': [
    async (recorder) => {
      const shop = await world.shop();
      const swap = recorder.step(swapAction, shop, { 'deployment-id': shop.next }, shop.release());
      const lost = { service: 'github', method: 'POST', effect: { kind: 'reset-after' } } as const;
      faults.plant({ ...lost, path: /deployments$/ }, { ...lost, path: /statuses/ });
      expect(await swap.main()).toMatchObject({ verdict: 'pass', reason: 'swapped' });
      expect(await swap.post('failure')).toMatchObject({ verdict: 'pass', reason: 'swap-undone' });
    },
    async (recorder) => {
      const shop = await world.shop();
      const [held, fresh] = namesOf(shop);
      await vercel.actAs('ann').assignAlias(shop.live, held);
      const inputs = { 'deployment-id': shop.next, strategy: 'alias', aliases: `${held}\n${fresh}` };
      const swap = recorder.step(swapAction, shop, { ...inputs, 'identity-path': 'none', 'on-failure': 'undo' });
      expect(await swap.main()).toMatchObject({ verdict: 'pass', reason: 'swapped' });
      expect(await swap.post('failure')).toMatchObject({ verdict: 'pass', reason: 'swap-undone' });
      expect([vercel.holder(held), vercel.holder(fresh)]).toEqual([shop.live, null]);
    },
    async (recorder) => {
      const shop = await world.shop();
      vercel.configure(vercel.project(shop.project.id), { rollingConfig: byApproval(10) });
      const gate = {
        paths: shop.inputs['identity-path'] ?? '',
        samples: '40',
        'max-latency-ratio': '100',
        format: 'identity',
        'allow-findings': 'cached-answer\ncacheable',
      };
      const inputs = { 'deployment-id': shop.next, strategy: 'rolling', stages: '20% 60s\n50% 60s', ...gate };
      const swap = recorder.step(swapAction, shop, inputs, shop.release());
      expect(await swap.main()).toMatchObject({ verdict: 'pass', reason: 'swapped' });
      expect(await swap.post('failure')).toMatchObject({ verdict: 'pass', reason: 'swap-undone' });
    },
  ],
  approval: [
    async (recorder) => {
      const shop = await world.shop();
      const { environment, env, next } = shop;
      github.repository('acme/shop').invite('olga', 'write');
      const asking = { environment, evidence: evidenceOf(shop), 'deployment-id': next, 'commit-sha': env.sha };
      const lost = { service: 'github', method: 'POST', effect: { kind: 'reset-after' } } as const;
      faults.plant({ ...lost, path: /deployments$/ }, { ...lost, path: /statuses/ });
      const asked = await recorder
        .step(approvalAction, startedBy(shop, 'dana', 'Ask'), { ...asking, command: 'request' })
        .main();
      expect(asked).toMatchObject({ reason: 'requested' });
      const request = String(asked.outputs?.['request-id']);
      const approving = { environment, request, command: 'approve' };
      const approved = await recorder.step(approvalAction, startedBy(shop, 'olga', 'Approve'), approving).main();
      expect(approved).toMatchObject({ reason: 'approved' });
      const told = await recorder.step(approvalAction, shop, { environment, command: 'protection' }).main();
      expect(told).toMatchObject({ reason: 'not-protected' });
    },
  ],
  'vercel-deploy': [
    async (recorder) => {
      const shop = await world.shop();
      const staged = recorder.step(deployAction, shop, { target: 'production' });
      expect(await staged.main()).toMatchObject({ verdict: 'pass' });
      const preview = await recorder.step(deployAction, shop, { target: 'preview' }).main();
      expect(preview).toMatchObject({ verdict: 'pass' });
      expect(preview.log.join('\n')).not.toContain('no deployment is shown on GitHub');
    },
    async (recorder) => {
      const shop = await world.shop();
      vercel.builds.plan({ end: { state: 'ERROR', code: 'BUILD_FAILED', message: 'exited with 1' } });
      const failed = await recorder.step(deployAction, shop, { target: 'production' }).main();
      expect(failed).toMatchObject({ verdict: 'fail', reason: 'build-failed' });
    },
    async (recorder) => {
      const shop = await world.shop();
      faults.plant({ service: 'vercel', method: 'POST', path: /v13\/deployments/, effect: { kind: 'reset-after' } });
      expect(await recorder.step(deployAction, shop, { target: 'production' }).main()).toMatchObject({
        verdict: 'pass',
      });
    },
    async (recorder) => {
      const shop = await world.shop();
      vercel.builds.usually({ buildingMs: Number.POSITIVE_INFINITY });
      const slow = recorder.step(deployAction, shop, { target: 'production', 'build-timeout': '2s' });
      expect(await slow.main()).toMatchObject({ reason: 'build-timeout' });
      expect(await slow.post('failure')).toMatchObject({ verdict: 'pass', reason: 'build-cancelled-by-undo' });
    },
  ],
  rollback: [
    async (recorder) => {
      const line = await aHistory(world, postgres);
      await line.release({ state: 'released', live: true });
      const { environment } = line.shop;
      const inputs = { environment, 'database-url': line.databaseUrl };
      expect(await recorder.step(rollbackAction, line.shop, inputs).main()).toMatchObject({ reason: 'rolled-back' });
    },
    async (recorder) => {
      const line = await aHistory(world, postgres);
      await line.release({ state: 'released', live: true });
      vercel.configure(vercel.project(line.shop.project.id), { rollingConfig: byApproval(10) });
      const inputs = { environment: line.shop.environment, 'database-url': line.databaseUrl };
      expect(await recorder.step(rollbackAction, line.shop, inputs).main()).toMatchObject({ verdict: 'pass' });
    },
    async (recorder) => {
      const line = await aHistory(world, postgres);
      await line.release({ state: 'released', live: true });
      await line.release({ state: 'begun', live: true, run: 'running' });
      const { environment } = line.shop;
      const inputs = { environment, 'cancel-running-release': 'true', 'cancel-timeout': '10s' };
      const end = await recorder.step(rollbackAction, line.shop, inputs).main();
      expect(end).toMatchObject({ verdict: 'fail', reason: 'release-in-progress' });
    },
    async (recorder) => {
      const shop = await world.shop();
      const { environment, env, inputs, live, next } = shop;
      const [held, fresh] = namesOf(shop);
      await vercel.actAs('ann').assignAlias(live, held);
      // A swap of names alone, which nobody wrote an end to.
      faults.plant({
        service: 'github',
        method: 'POST',
        path: /statuses/,
        after: 1,
        times: 99,
        effect: { kind: 'status', status: 403 },
      });
      const names = { strategy: 'alias', aliases: `${held}\n${fresh}`, environment, 'identity-path': 'none' };
      const swap = new Step(
        swapAction,
        { ...inputs, ...names, 'deployment-id': next },
        { env, clock, journal: undefined },
      );
      expect(await swap.main()).toMatchObject({ verdict: 'pass' });
      faults.clear();
      const finish = { environment, to: 'finish', 'identity-path': 'none' };
      expect(await recorder.step(rollbackAction, shop, finish).main()).toMatchObject({ verdict: 'pass' });
      expect([vercel.holder(held), vercel.holder(fresh)]).toEqual([live, null]);
    },
  ],
  release: [
    async (recorder) => {
      const shop = await world.shop();
      const inputs = { environment: shop.environment };
      const begin = { ...inputs, command: 'begin', 'approval-environment': 'production' };
      expect(await recorder.step(releaseAction, shop, begin).main()).toMatchObject({ reason: 'begun' });
      expect(await recorder.step(releaseAction, shop, begin).main()).toMatchObject({ verdict: 'fail' });
    },
    async (recorder) => {
      const shop = await world.shop();
      const { environment, next } = shop;
      github.repository('acme/shop').invite('olga', 'write');
      const evidence = evidenceOf(shop);
      // By tokens of their own: these calls are the approval's.
      const answer = ({ env, inputs }: Shop, more: Readonly<Record<string, string>>) =>
        new Step(approvalAction, { ...inputs, environment, ...more }, { env, clock, journal: undefined }).main();
      const request = { command: 'request', evidence, 'deployment-id': next, 'commit-sha': shop.env.sha };
      const asked = await answer(startedBy(shop, 'dana', 'Ask'), request);
      const id = String(asked.outputs?.['request-id']);
      const hers = startedBy(shop, 'olga', 'Approve');
      expect(await answer(hers, { command: 'approve', request: id })).toMatchObject({ reason: 'approved' });
      const begin = { environment, command: 'begin', evidence, request: id };
      expect(await recorder.step(releaseAction, hers, begin).main()).toMatchObject({ reason: 'begun' });
    },
  ],
  promotion: [
    async (recorder) => {
      const shop = await world.shop();
      const { environment, env } = shop;
      const staging = { environment, command: 'stage', evidence: evidenceOf(shop), 'commit-sha': env.sha };
      const lost = { service: 'github', method: 'POST', effect: { kind: 'reset-after' } } as const;
      faults.plant({ ...lost, path: /deployments$/ }, { ...lost, path: /statuses/ });
      const staged = await recorder.step(promotionAction, startedBy(shop, 'dana', 'Stage'), staging).main();
      expect(staged).toMatchObject({ reason: 'staged' });
      const choosing = { environment, command: 'choose', mode: 'same-build' };
      expect(await recorder.step(promotionAction, shop, choosing).main()).toMatchObject({ reason: 'chosen' });
    },
  ],
};

describe.each(Object.entries(scenarios))('%s', (action, all) => {
  const listed = listedCalls(action);
  const recorder = new Recorder(action);

  test.each(all.map((scenario, nth) => [nth + 1, scenario] as const))(
    'does what it does with the permissions that its README names, and no more (scenario %i)',
    async (_nth, scenario) => {
      await scenario(recorder);
    },
  );

  test('makes no call that its README does not list', () => {
    const unlisted = recorder.calls.filter((call) => !listed.some(({ pattern }) => pattern.test(call)));
    expect([...new Set(unlisted)]).toEqual([]);
  });

  test('makes every call that its README lists', () => {
    const idle = listed.filter(({ pattern }) => !recorder.calls.some((call) => pattern.test(call)));
    expect(idle.map(({ text }) => text)).toEqual([]);
    expect(listed.length).toBeGreaterThan(5);
  });
});

/** Where the calls of these actions are made; those of previews are the action preview's alone. */
const sources = ['vercel/src', 'github/src/ledger', 'github/src/promotion'].flatMap((name) => {
  const folder = join(import.meta.dirname, '../../packages', name);
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = all.filter((file) => file.endsWith('.ts') && !file.endsWith('previews.ts'));
  return files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll(/\/\*\*.*?\*\//gs, ''));
});

test('no route stands in the code that no README lists, however seldom it is asked', () => {
  const known = Object.keys(scenarios).flatMap((action) => listedCalls(action).map(({ text }) => nameless(text)));
  const ofVercel = sources.flatMap((source) =>
    [...source.matchAll(/[`'](?:[A-Z]+ )?(\/v\d+\/[^`']+)[`']/g)].map(([, route = '']) => route),
  );
  const ofGitHub = [...READS, ...CHANGES]
    .filter((name) => sources.some((source) => source.includes(`'${name}'`)))
    .map((name) => routeOf(name).split(' ')[1] ?? '');
  expect(ofVercel.length).toBeGreaterThan(10);
  expect(ofGitHub.length).toBeGreaterThan(5);
  const routes = [...ofVercel, ...ofGitHub];
  const ends = known.map((call) => call.split(' ')[1]);
  expect(routes.map(nameless).filter((route) => !ends.includes(route))).toEqual([]);
});

function nameless(text: string): string {
  return text.replaceAll(/\$?\{[^}]*\}/g, '{}');
}
