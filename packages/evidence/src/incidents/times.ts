import type { Incident } from './incident.ts';

/** Null where it is not known, or has not come yet. */
export interface IncidentTimes {
  readonly detectMs: number | null;
  readonly acknowledgeMs: number | null;
  readonly restoreMs: number | null;
}

/** As they are printed next to the numbers. */
export const TIME_WORDS: Readonly<Record<keyof IncidentTimes, string>> = {
  detectMs: 'From the first affected user until Lockstep or a person acted',
  acknowledgeMs: 'From the opened issue until the first comment of a person',
  restoreMs: 'From the first affected user until users had the previous build again',
};

export function timesOf({ acknowledgedMs, detectedMs, openedMs, restoredMs, startedMs }: Incident): IncidentTimes {
  const since = (from: number | null, to: number | null) =>
    from === null || to === null ? null : Math.max(0, to - from);
  return {
    detectMs: since(startedMs, detectedMs ?? openedMs),
    acknowledgeMs: since(openedMs, acknowledgedMs),
    restoreMs: since(startedMs, restoredMs),
  };
}
