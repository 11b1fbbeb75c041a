import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest } from '@jest/globals';
import {
  leftBehind,
  openShop,
  type ProvingGround,
  Scope,
  type Shop,
  spawnAction,
  startProvingGround,
  visitPage,
  writeConsumerApp,
} from '@lockstep/proving-ground';

export const fixture = join(import.meta.dirname, '../fixtures/consumer');

/** Where the tests of a file play: one proving ground, and a shop of its own for each test. */
export interface Stage {
  readonly ground: ProvingGround;
  /** A shop that has its workflow and nothing else. */
  emptyShop(): Promise<Shop>;
  /** A shop whose version 1 is live, though no release of ours brought it: app, schema, repository. */
  liveShop(): Promise<Shop>;
}

/** Raises the stage for the tests of this file, and holds every one of them to what must never happen. */
export function useStage(): Stage {
  // A release takes some four seconds; on a machine that has other things to do, many times that.
  jest.setTimeout(120_000);
  const scope = new Scope();
  let ground: ProvingGround | undefined;
  let first: Promise<Version1> | undefined;
  let shops = 0;
  const raised = (): ProvingGround => {
    if (ground === undefined) throw new Error('the stage is raised before the first test, and not earlier');
    return ground;
  };
  beforeAll(async () => {
    ground = await startProvingGround(scope);
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

  const open = async (template?: string): Promise<Shop> => {
    shops++;
    const shop = await openShop(raised(), `shop-${shops}`, template === undefined ? {} : { template });
    shop.consumer.commit('Start', `${fixture}/repository`);
    return shop;
  };
  return {
    get ground() {
      return raised();
    },
    emptyShop: () => open(),
    liveShop: async () => {
      first ??= makeVersion1(raised());
      const version = await first;
      const shop = await open(version.database);
      await bringLive(shop, version);
      return shop;
    },
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
  const applied = await spawnAction('migrate', inputs, { cwd: join(fixture, 'releases/v1') });
  if (applied.status !== 0) throw new Error(applied.log);
  return { database, output: join(root, '.vercel/output') };
}

async function bringLive(shop: Shop, { output }: Version1): Promise<void> {
  const { consumer, project, ground } = shop;
  await writeConsumerApp(consumer.root, { version: 1, behaviour: 'healthy' });
  const commit = consumer.commit('Version 1', `${fixture}/releases/v1`);
  await ground.vercel.actAs('dashboard').push({ project, output, commit });
  await ground.vercel.settled();
  expect(await visitPage(shop, '/')).toMatchObject({ status: 200, body: { version: 1 } });
}
