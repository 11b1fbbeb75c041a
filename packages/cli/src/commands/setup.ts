/** What sets up a repository is one part of the bundle: both read the same starters. */

export { changesOf, writeChanges } from '@lockstep/starters';
export { examine } from './doctor/examine.ts';
export { runInit } from './init/run.ts';
