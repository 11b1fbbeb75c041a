import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { writeConsumerApp } from '@lockstep/proving-ground/app';
import { leftBehind, type ProvingGround, startProvingGround, visitPage } from '@lockstep/proving-ground/ground';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { type ConsumerName, openTeam, type Site, sitesOf, type Team } from './consumers.ts';

/** What the commit of a version adds: `v1`, … */
export const releasesFolder = join(import.meta.dirname, '../fixtures/consumer/releases');

/** Where the tests of a file play: one proving ground, and a consumer of its own for each test. */
export interface Stage {
  readonly ground: ProvingGround;
  /** A consumer that has its workflows and nothing else. */
  emptyTeam(consumer: ConsumerName): Promise<Team>;
  /** A consumer whose version 1 is live, though no release of ours brought it: apps, schema, repository. */
  liveTeam(consumer: ConsumerName): Promise<Team>;
  /** The same of the minimal one, where any would do. */
  emptyShop(): Promise<Site>;
  liveShop(): Promise<Site>;
}

/** Raises the stage for the tests of this file, and holds every one of them to what must never happen. */
export function useStage(): Stage {
  // A release takes some four seconds; on a machine that has other things to do, many times that.
  const scope = new Scope();
  let ground: ProvingGround | undefined;
  let first: Promise<Version1> | undefined;
  let shops = 0;
  const raised = (): ProvingGround => {
    if (ground === undefined) throw new Error('the stage is raised before the first test, and not earlier');
    return ground;
  };
  beforeAll(async () => {
    ground = await startProvingGround(scope, { startPostgres: borrowPostgres });
  });
  afterEach(() => {
    const { github, vercel, faults } = raised();
    faults.clear();
    github.expectNoViolations();
    expect(vercel.unmodelled).toEqual([]);
  });
  afterAll(async () => {
    await scope[Symbol.asyncDispose]();
    expect(await leftBehind(scope)).toEqual([]);
  });

  const open = (consumer: ConsumerName, template?: string): Promise<Team> =>
    openTeam(raised(), consumer, `shop-${++shops}`, template);
  const emptyTeam = (consumer: ConsumerName) => open(consumer);
  const liveTeam = async (consumer: ConsumerName) => {
    first ??= makeVersion1(raised());
    const version = await first;
    const team = await open(consumer, version.database);
    await bringLive(team, version);
    return team;
  };
  return {
    get ground() {
      return raised();
    },
    emptyTeam,
    liveTeam,
    emptyShop: async () => (await emptyTeam('minimal')).shop,
    liveShop: async () => (await liveTeam('minimal')).shop,
  };
}

/** What every live shop begins with. */
interface Version1 {
  /** Has its schema. */
  readonly database: string;
  /** Its Build Output. */
  readonly output: string;
}

async function makeVersion1({ scope, postgres }: ProvingGround): Promise<Version1> {
  const root = scope.folder('lockstep-version-1-');
  await writeConsumerApp(root, { version: 1, behaviour: 'healthy' });
  execFileSync(process.execPath, ['build.mjs'], { cwd: root });
  const database = 'version-1';
  await postgres.createDatabase(database, { owner: 'migrator' });
  const inputs = { 'database-url': postgres.url(database, 'migrator') };
  const applied = await spawnAction('migrate', inputs, { cwd: join(releasesFolder, 'v1') });
  if (applied.status !== 0) throw new Error(applied.log);
  return { database, output: join(root, '.vercel/output') };
}

async function bringLive(team: Team, { output }: Version1): Promise<void> {
  const sites = sitesOf(team);
  const { consumer, ground } = team.shop;
  for (const { directory } of sites)
    await writeConsumerApp(join(consumer.root, directory), { version: 1, behaviour: 'healthy' });
  const commit = consumer.commit('Version 1', `${releasesFolder}/v1`);
  const dashboard = ground.vercel.actAs('dashboard');
  for (const { project } of sites) await dashboard.push({ project, output, commit });
  await ground.vercel.settled();
  for (const site of sites) expect(await visitPage(site, '/')).toMatchObject({ status: 200, body: { version: 1 } });
}
