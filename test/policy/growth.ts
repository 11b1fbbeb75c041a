import { setTimeout } from 'node:timers/promises';

/** Each text is four times as long as the one before: a function in proportion takes 4 times as long, a quadratic one 16. */
const SIZES = [4_000, 16_000, 64_000];
/** Below this a machine with other work on it measures that work. */
const NOISE_MS = 50;
const MOST = 9;
/** A machine that is busy is so for a while: the later tries wait for it, longer each time. */
const TRIES = 10;
const LONGEST_PAUSE_MS = 400;
/** What takes this long is no pause of the machine, and is not tried as often. */
const PLAINLY_SLOW_MS = 1_000;
const TRIES_OF_SLOW = 3;

export interface Growth {
  readonly size: number;
  readonly ms: number;
}

/**
 * How a function's time grows with its text where that is more than in proportion; undefined where it is not. Each
 * measurement is the least of a few, and a text at which it grows too fast is measured again, over seconds, before it
 * counts, so that no other work of the machine does. Ends at the first size that tells: nothing quadratic is run at
 * its full length. `cost` is in milliseconds, of whatever is counted.
 */
export async function overgrowth(
  make: (length: number) => unknown,
  run: (input: never) => unknown,
  cost: (work: () => unknown) => number | Promise<number> = timed,
): Promise<readonly Growth[] | undefined> {
  const seen: Growth[] = [];
  for (const size of SIZES) {
    const input = make(size) as never;
    let ms = Number.POSITIVE_INFINITY;
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      ms = Math.min(ms, await cost(() => run(input)));
      if (!isTooFast(seen, ms) || (ms > PLAINLY_SLOW_MS && attempt >= TRIES_OF_SLOW)) break;
      await setTimeout(Math.min(10 * attempt ** 2, LONGEST_PAUSE_MS));
    }
    const tooFast = isTooFast(seen, ms);
    seen.push({ size, ms });
    if (tooFast) return seen;
  }
  return undefined;
}

function isTooFast(seen: readonly Growth[], ms: number): boolean {
  const before = seen.at(-1)?.ms;
  return before !== undefined && ms > NOISE_MS && ms > MOST * before;
}

/** The lesser of two clocks: other programs lengthen the one on the wall, the collector's threads the processor's. */
async function timed(work: () => unknown): Promise<number> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { system, user } = process.cpuUsage(used);
  return Math.min(performance.now() - started, (user + system) / 1_000);
}
