import { basename } from 'node:path';
import { test as always, beforeAll, expect } from '@jest/globals';
import { isItsTurn, tell } from '../faults/matrix.ts';

/** What is a variation of what is always tested runs one time in so many, unless LOCKSTEP_FAULTS=all asks for all. */
const ONE_IN = 3;

let [chosen, all] = [0, 0];

function comesNow(): boolean {
  const isChosen = isItsTurn(all, ONE_IN);
  all++;
  if (isChosen) chosen++;
  return isChosen;
}

beforeAll(() => tell(`scenarios of ${basename(expect.getState().testPath ?? '')}`, chosen, all));

/** A scenario that is a release or more: `test` of jest, for all of them or for a sample. The others are skipped. */
export const test = Object.assign(
  (name: string, play: () => Promise<void>): void => (comesNow() ? always(name, play) : always.skip(name, play)),
  {
    each:
      <Row>(rows: readonly Row[]) =>
      (name: string, play: (...row: Row extends readonly unknown[] ? Row : [Row]) => Promise<void>): void => {
        for (const row of rows) (comesNow() ? always : always.skip).each([row])(name, play as never);
      },
  },
);
