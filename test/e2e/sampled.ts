import { basename, join, relative } from 'node:path';
import { test as always, expect } from '@jest/globals';
import { everyCase, isFew, isItsTurn, tell } from '../faults/matrix.ts';

/** What is a variation of what is always tested runs one time in so many in CI, unless LOCKSTEP_FAULTS=all asks for all. */
const ONE_IN = 9;

const path = expect.getState().testPath ?? '';
const file = basename(path);
/** Another one for each file: else a file with few scenarios would never play one, or all such files would at once. */
const offset = [...file].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 0);
let [chosen, all] = [0, 0];

/** Whether the test that is declared as the nth of its file runs. */
type Turn = (nth: number) => boolean;
interface Test {
  (...args: Parameters<typeof always>): void;
  readonly each: typeof always.each;
  readonly skip: typeof always.skip;
}

/** `test` of jest for those whose turn it is. The others are skipped. */
function taking(isTurn: Turn): Test {
  const next = () => {
    // Once all of the file is known. A hook would not run where none of it does.
    if (all === 0)
      setImmediate(() => tell(`tests of ${relative(join(import.meta.dirname, '../..'), path)}`, chosen, all));
    const isChosen = everyCase || isTurn(all);
    all++;
    if (isChosen) chosen++;
    return isChosen ? always : always.skip;
  };
  const each = (rows: readonly unknown[]) => (name: string, play: never, timeout?: number) => {
    for (const row of rows) next().each([row])(name, play, timeout);
  };
  const one = (...args: Parameters<typeof always>) => next()(...args);
  return Object.assign(one, { each: each as typeof always.each, skip: always.skip });
}

/** One scenario in so many, where each is a release or more; by default one in twenty of those: a few of all files. */
export function sampled(oneIn: number) {
  return taking((nth) => isItsTurn(offset + nth, isFew ? 2 * oneIn : oneIn));
}

/** A scenario that is a release or more: `test` of jest, for all of them or for a sample. */
export const test = sampled(ONE_IN);

/**
 * For a file whose tests start many programs and do without one another: all run in CI, and one in ten by default,
 * the first among them.
 */
export const thinned = taking((nth) => nth === 0 || isItsTurn(nth, 1));

/** For a file whose tests build on one another: all run in CI, and the first so many by default. */
export const opening = (most: number) => taking((nth) => !isFew || nth < most);

/** For a file whose tests share what takes long: all of it in CI, and by default all of it or nothing, one time in ten. */
export const together = taking(() => !isFew || isItsTurn(offset, 1));

/** Scenarios that are each as long as many other tests together: all run in CI, and one in twenty by default. */
export const rare = taking((nth) => !isFew || isItsTurn(offset + nth, 2));

/** What takes as long as many other tests together: in CI only. */
export const inCi = taking(() => !isFew);

/** Scenarios that are chains of releases, one in so many of them in CI; by default one in twenty of the `short` ones alone. */
export function chains(oneIn: number) {
  const one: Turn = (nth) => isItsTurn(offset + nth, oneIn);
  return {
    test: taking((nth) => !isFew && one(nth)),
    short: taking((nth) => (isFew ? isItsTurn(offset + nth, 2) : one(nth))),
  };
}
