import { afterAll, afterEach, expect } from '@jest/globals';
import type { Clock } from '@lockstep/base';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { aHistory, type History } from '../../../test/faults/history.ts';
import { Step } from '../../../test/faults/in-process.ts';
import { aReleaseWorld } from '../../../test/faults/release-world.ts';
import { action } from '../src/run.ts';

/** A world with a database in which the tests of a file go back, each in a line of releases of its own. */
export async function rollbackWorld() {
  const world = await aReleaseWorld();
  const postgres = await borrowPostgres(world.scope);
  const { vercel, faults, github, clock } = world;
  afterEach(() => faults.clear());
  afterAll(async () => {
    expect(vercel.unmodelled).toEqual([]);
    github.expectNoViolations();
    await world[Symbol.asyncDispose]();
  });

  async function rollback(
    { shop, databaseUrl }: History,
    inputs: Readonly<Record<string, string>> = {},
    time: Clock = clock,
  ) {
    const given = { ...shop.inputs, environment: shop.environment, 'database-url': databaseUrl, ...inputs };
    const { 'deployment-id': _, ...rest } = given as Record<string, string>;
    return new Step(action, rest, { env: shop.env, clock: time, journal: undefined }).main();
  }

  /** What became of it: verdict, reason; what users get; what the database has; what the ledger says. */
  async function ended(line: History, end: Awaited<ReturnType<typeof rollback>>) {
    return {
      end: `${end.verdict} ${end.reason}`,
      seen: line.shop.seen(),
      tables: await line.tables(),
      told: (await line.told()).slice(1),
    };
  }

  return { world, postgres, aLine: () => aHistory(world, postgres), rollback, ended };
}
