import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@jest/globals';
import { type Behaviour, type ConsumerApp, writeConsumerApp } from '@lockstep/proving-ground/app';
import type { Fault } from '@lockstep/proving-ground/faults';
import { dispatch, type Shop } from '@lockstep/proving-ground/ground';
import { startTraffic, type Traffic } from '@lockstep/proving-ground/traffic';
import type { Approval, Rerun, RunEvent, RunResult, Strike } from '@lockstep/workflow-runner';
import { parse } from 'yaml';
import { type Site, seat, workflowOf } from './consumers.ts';
import { look, type World } from './look.ts';
import { releasesFolder } from './stage.ts';
import { errorsOf } from './team.ts';

/** A release of the shop: what its commit holds, how its caller calls, and what goes wrong while it runs. */
export interface Wish extends Circumstances {
  readonly version: number;
  readonly behaviour?: Behaviour;
  readonly app?: Partial<ConsumerApp>;
  /** What its commit adds: folders of the fixture's `releases` (`vN` of its version). */
  readonly folders?: readonly string[];
  /** Further files of its commit. */
  readonly files?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

/** What a run meets. */
export interface Circumstances {
  /** In place of the shop's own; one that is empty is not there. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly faults?: readonly Fault[];
  readonly strikes?: readonly Strike[];
  readonly approve?: () => Approval | Promise<Approval>;
  /** What somebody else does meanwhile, when a step (by its name) starts. */
  readonly meanwhile?: { readonly step: string; act(): unknown };
  /** It is the run of before, once more. */
  readonly rerun?: Rerun;
  /** Of the runner's waits, minutes included; by default a cancelled job gets thirty seconds instead of five minutes. */
  readonly timeScale?: number;
  /** Nobody visits meanwhile. */
  readonly unvisited?: true;
}

/** How it ended: the run, and the world. */
export interface End extends World {
  readonly conclusion: RunResult['conclusion'];
  readonly run: RunResult;
  /** The versions that users got meanwhile, in order. */
  readonly served: readonly string[];
  /** The errors that the page of the run shows. */
  readonly errors: readonly string[];
}

/** Commits, and runs the shop's own workflow to its end, with a visitor about. */
export async function release(shop: Site, wish: Wish): Promise<End> {
  return await releaseCommit(shop, await commitVersion(shop, wish), wish);
}

/** Commits the version that is wished for; gives its sha. */
export async function commitVersion(shop: Site, wish: Wish): Promise<string> {
  const { version, behaviour = 'healthy', app, folders = [`v${version}`], files = {} } = wish;
  const { consumer, directory } = shop;
  await writeConsumerApp(join(consumer.root, directory), { version, behaviour, sickAfter: { requests: 5 }, ...app });
  seat(shop, wish.with);
  for (const [path, text] of Object.entries(files)) {
    const file = join(consumer.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return consumer.commit(`Version ${version}`, ...folders.map((folder) => `${releasesFolder}/${folder}`));
}

/**
 * Runs the workflow for a commit that is there. Holds it to what is true of every release: each fault and strike hit,
 * no visit failed, nothing that people can see shows a secret.
 */
export async function releaseCommit(shop: Site, sha: string, circumstances: Circumstances = {}): Promise<End> {
  const { ground } = shop;
  const { faults = [], strikes = [], approve = () => 'approved', meanwhile, rerun, timeScale = 0.1 } = circumstances;
  const before = ground.faults.hits().length;
  ground.faults.plant(...faults);
  let acted: Promise<unknown> | undefined;
  const visited = circumstances.unvisited !== true && ground.vercel.holder(shop.host) !== null;
  const visitor = visited ? visit(shop) : undefined;
  const run = await dispatch(ground, shop.runner, shop.consumer, {
    sha,
    workflow: workflowOf(shop, shop.way),
    secrets: { ...shop.secrets, ...circumstances.secrets },
    environments: { ...shop.environments, 'production-approval': { approve } },
    strikes,
    timeScale,
    ...(rerun === undefined ? {} : { rerun }),
    debug: true,
    onEvent: (event) => {
      if (meanwhile !== undefined && startsMain(event, meanwhile.step)) acted ??= Promise.resolve(meanwhile.act());
    },
  });
  const result = await run.result;
  const traffic = (await visitor?.stop())?.summary;
  if (meanwhile !== undefined) expect(acted).toBeDefined();
  await acted;
  expect(run.missed).toEqual([]);
  expect(ground.faults.hits().slice(before, before + faults.length)).not.toContain(0);
  ground.faults.clear();
  expect(traffic?.failures ?? {}).toEqual({});
  expectNoSecret(shop, result);
  return {
    ...(await look(shop)),
    conclusion: result.conclusion,
    run: result,
    served: traffic?.timeline.map(({ build }) => build) ?? [],
    errors: errorsOf(result),
  };
}

function startsMain(event: RunEvent, step: string): boolean {
  return event.type === 'step-started' && event.phase === 'main' && event.step === step;
}

function visit({ ground, host }: Shop): Traffic {
  return startTraffic({
    port: ground.vercel.edge.port,
    host,
    connections: 1,
    pauseMs: 30,
    buildOf: (headers) => (headers['x-app-version'] === undefined ? undefined : `v${headers['x-app-version']}`),
  });
}

function expectNoSecret({ secrets, databaseUrl }: Shop, { jobs }: RunResult): void {
  const { password } = new URL(databaseUrl);
  // Read as notify reads it: JSON and quotes are YAML too.
  const [target] = parse(secrets['NOTIFY_TARGETS'] ?? '') as readonly { readonly token?: string }[];
  const slack = target?.token;
  const shown = JSON.stringify(jobs);
  for (const secret of [password, decodeURIComponent(password), slack, secrets['VERCEL_TOKEN']]) {
    expect(secret).toBeTruthy();
    expect(shown.includes(secret ?? '')).toBe(false);
  }
}
