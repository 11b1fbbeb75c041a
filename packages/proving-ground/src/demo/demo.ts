import { formatDuration } from '@lockstep/base';
import { leftBehind } from '../ground/left-behind.ts';
import { progressLine } from '../ground/progress.ts';
import type { Shop } from '../ground/shop.ts';
import { endOnSignals } from '../scope/end-on-signals.ts';
import { Scope } from '../scope/scope.ts';
import { violations } from './invariants.ts';
import type { Observation } from './observation.ts';
import { playRelease } from './play.ts';
import { demoReleases } from './releases.ts';
import { demoTable } from './table.ts';
import { makeDemoWorld } from './world.ts';

export interface DemoOptions {
  /** Leaves everything up until Ctrl-C, and prints where it is. */
  readonly keep: boolean;
  readonly print: (line: string) => void;
}

/**
 * Plays the demo: five releases of the sample app on the proving ground, under load. Returns every invariant that did
 * not hold. Throws a one-line error where the machine lacks something.
 */
export async function playDemo({ keep, print }: DemoOptions): Promise<readonly string[]> {
  const began = Date.now();
  const problems: string[] = [];
  const rows: Observation[] = [];
  const scope = new Scope();
  endOnSignals(scope);
  try {
    const world = await makeDemoWorld(scope);
    print(`the proving ground is up after ${formatDuration(Date.now() - began)}`);
    for (const release of demoReleases) {
      print(`\nv${release.version}, ${release.title}`);
      const row = await playRelease(world, release, {
        servedBefore: rows.at(-1)?.serves,
        onEvent: (event) => printIf(print, progressLine(event)),
        signal: scope.signal,
      });
      scope.signal.throwIfAborted();
      rows.push(row);
      problems.push(...violations(release, row));
      // A failed release's commit is taken back, as a team would.
      if (row.conclusion !== 'success') world.consumer.revert();
    }
    print(`\n${demoTable(rows)}\n`);
    if (keep) await leaveUp(world, print, scope.signal);
  } finally {
    await scope[Symbol.asyncDispose]();
  }
  problems.push(...(await leftBehind(scope)));
  print(`all of it took ${formatDuration(Date.now() - began)}`);
  return problems;
}

function printIf(print: (line: string) => void, line: string | undefined): void {
  if (line !== undefined) print(line);
}

async function leaveUp(world: Shop, print: (line: string) => void, signal: AbortSignal): Promise<void> {
  const { ground, host, databaseUrl } = world;
  print('Left up; look around, and end it with Ctrl-C:');
  print(`  the app         http://${host}/  (curl and browsers find *.localhost)`);
  print(`  its health      http://${host}/api/health`);
  print(`  the database    ${databaseUrl}`);
  print(`  Vercel's API    ${ground.vercel.url}`);
  print(`  GitHub's API    ${ground.github.url}`);
  print(`  the repository  ${world.consumer.root}`);
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
