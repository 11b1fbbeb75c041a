/**
 * What the world and what is expected of it have in common. The time is the real one, in whole seconds: bundles that are
 * spawned on this world look at their own clock, and backups, certificates and drills have an age.
 */
export const NOW = Math.floor(Date.now() / 1_000) * 1_000;
export const REF = 'abcdefghijklmnopqrst';
export const RELEASE = 'shop@1.2.3';
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** A value of a secret that must never be seen anywhere. */
export const CANARY = 'canary-4f1d0c7e-never-to-be-seen';
