import type { RunEvent, RunResult } from '@lockstep/workflow-runner';
import { writeConsumerApp } from '../app/consumer-app.ts';
import { dispatch } from '../ground/dispatch.ts';
import { visitPage } from '../ground/look.ts';
import type { Shop } from '../ground/shop.ts';
import { startTraffic, type Traffic } from '../traffic/traffic.ts';
import { sentWithin, staleReads, summarise, type Visit } from '../traffic/visit.ts';
import type { Observation } from './observation.ts';
import type { DemoRelease } from './releases.ts';
import { ledgerState, newestMessage, releaseFolder, schemaVersion } from './world.ts';

/** When traffic was told to have moved, and to which version. */
interface Acknowledged {
  readonly version: number;
  readonly at: number;
}

export interface Playing {
  /** The version that users had before; undefined where there was none. */
  readonly servedBefore: number | undefined;
  readonly onEvent: (event: RunEvent) => void;
  readonly signal: AbortSignal;
}

/** Plays one release under load: commit, workflow, and a look at the world when it is over. */
export async function playRelease(
  world: Shop,
  release: DemoRelease,
  { onEvent, servedBefore, signal }: Playing,
): Promise<Observation> {
  const { ground, consumer } = world;
  const { version, behaviour, requires } = release;
  await writeConsumerApp(consumer.root, { version, behaviour, requires, sickAfter: { requests: 300 } });
  const sha = consumer.commit(`Release v${version}: ${release.title}`, releaseFolder(version));
  ground.faults.plant(...release.faults);
  const messagesBefore = world.messages().length;
  const acknowledged: Acknowledged[] = [];
  const started = Date.now();
  let traffic: Traffic | undefined = servedBefore === undefined ? undefined : visit(world, signal);

  const run = await dispatch(ground, world.runner, consumer, {
    sha,
    event: { name: 'push', payload: { head_commit: { message: release.title } } },
    secrets: world.secrets,
    vars: world.vars,
    environments: { 'production-approval': { approve: () => 'approved' } },
    signal,
    onEvent: (event) => {
      const moved = trafficMove(event, version, servedBefore);
      if (moved !== undefined) acknowledged.push(moved);
      // Before the first release there is nobody to answer.
      if (moved !== undefined) traffic ??= visit(world, signal);
      onEvent(event);
    },
  });
  const result = await run.result;
  const { visits } = (await traffic?.stop()) ?? { visits: [] };
  const ended = Date.now();
  ground.faults.clear();
  return await observe(world, release, { result, visits, acknowledged, messagesBefore, durationMs: ended - started });
}

async function observe(
  world: Shop,
  release: DemoRelease,
  seen: {
    readonly result: RunResult;
    readonly visits: readonly Visit[];
    readonly acknowledged: readonly Acknowledged[];
    readonly messagesBefore: number;
    readonly durationMs: number;
  },
): Promise<Observation> {
  const { result, visits, acknowledged } = seen;
  const [home, health] = await Promise.all([visitPage(world, '/'), visitPage(world, '/api/health')]);
  return {
    version: release.version,
    conclusion: result.conclusion,
    serves: (home.body as { version?: number }).version,
    healthy: home.status === 200 && health.status === 200,
    schema: await schemaVersion(world),
    traffic: summarise(visits),
    stale: stale(visits, acknowledged),
    reachedTraffic: visits.some((one) => one.build === `v${release.version}`),
    message: newestMessage(world, seen.messagesBefore),
    ledger: ledgerState(world),
    undone: undoneSteps(result),
    durationMs: seen.durationMs,
  };
}

/** Each acknowledgement holds until the next move of traffic began. */
function stale(visits: readonly Visit[], acknowledged: readonly Acknowledged[]): number {
  return acknowledged.reduce((sum, { version, at }, index) => {
    const next = acknowledged[index + 1];
    // The next move was acknowledged at its step's end and began before: only the first half between is certain.
    const until = next === undefined ? Number.POSITIVE_INFINITY : at + (next.at - at) / 2;
    return sum + staleReads(sentWithin(visits, {}), { build: `v${version}`, acknowledgedAt: at, until }).length;
  }, 0);
}

/** The swap, or its undo, has just said that it is done. */
function trafficMove(event: RunEvent, version: number, before: number | undefined): Acknowledged | undefined {
  if (event.type !== 'step-finished' || event.step.conclusion !== 'success') return undefined;
  const { id, phase, log } = event.step;
  if (id !== 'swap') return undefined;
  if (phase === 'main') return { version, at: Date.now() };
  return before !== undefined && /^alias-swap: pass \(/m.test(log) ? { version: before, at: Date.now() } : undefined;
}

/** Actions whose post step undid something, in the order in which they did. */
function undoneSteps(result: RunResult): string[] {
  const posts = result.jobs.flatMap((job) => job.steps).filter((step) => step.phase === 'post');
  return posts.flatMap(({ log }) => {
    const said = /^(alias-swap|migrate): pass \((?!nothing|kept)/m.exec(log);
    return said?.[1] === undefined ? [] : [said[1]];
  });
}

function visit(world: Shop, signal: AbortSignal): Traffic {
  return startTraffic({
    port: world.ground.vercel.edge.port,
    host: world.host,
    buildOf: (headers) => (headers['x-app-version'] === undefined ? undefined : `v${headers['x-app-version']}`),
    signal,
  });
}
