import { Reaper } from '../reaper/reaper.ts';

/** Ends and removes what is left of steps and runs when this process ends, be it killed. Starts with its first note. */
export const leftovers = new Reaper();
