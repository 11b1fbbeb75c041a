import { basename } from 'node:path';
import { test as always, expect } from '@jest/globals';
import { isItsTurn, tell } from '../faults/matrix.ts';

/** What is a variation of what is always tested runs one time in so many in CI, unless LOCKSTEP_FAULTS=all asks for all. */
const ONE_IN = 9;

const file = basename(expect.getState().testPath ?? '');
/** Another one for each file: else a file with few scenarios would never play one, or all such files would at once. */
const offset = [...file].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 0);
let [chosen, all] = [0, 0];

function comesNow(oneIn: number): boolean {
  const isChosen = isItsTurn(offset + all, oneIn);
  all++;
  if (isChosen) chosen++;
  return isChosen;
}

// Once all of the file is known. A hook would not run where none of it plays.
setImmediate(() => tell(`scenarios of ${file}`, chosen, all));

/** A scenario that is a release or more: `test` of jest, for all of them or for a sample. The others are skipped. */
export const test = sampled(ONE_IN);

/** The same for one in so many. */
export function sampled(oneIn: number) {
  return Object.assign(
    (name: string, play: () => Promise<void>): void => (comesNow(oneIn) ? always(name, play) : always.skip(name, play)),
    {
      each:
        <Row>(rows: readonly Row[]) =>
        (name: string, play: (...row: Row extends readonly unknown[] ? Row : [Row]) => Promise<void>): void => {
          for (const row of rows) (comesNow(oneIn) ? always : always.skip).each([row])(name, play as never);
        },
    },
  );
}
