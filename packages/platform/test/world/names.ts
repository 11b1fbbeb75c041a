/** What the world and what is expected of it have in common. */
export const NOW = Date.parse('2026-11-30T12:00:00Z');
export const REF = 'abcdefghijklmnopqrst';
export const RELEASE = 'shop@1.2.3';
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** A value of a secret that must never be seen anywhere. */
export const CANARY = 'canary-4f1d0c7e-never-to-be-seen';
