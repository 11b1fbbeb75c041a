import type { Mutation } from './world.ts';

/** What is wrong, the checks that must not pass (and no other may), and how the world is changed for it. */
export type Row = readonly [what: string, red: readonly string[], mutation: Mutation];
