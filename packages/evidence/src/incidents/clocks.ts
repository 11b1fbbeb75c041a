import type { Incident } from './incident.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * - `not-needed`: people decided that no personal data is affected
 * - `done`: people said in time that they notified
 * - `late`: people said so after the time was over
 * - `undated`: people say so, and when they began to could not be read
 * - `running`: there is time left
 * - `undecided`: the time is over, and nobody has decided whether personal data is affected
 * - `overdue`: personal data is affected, the time is over, and nobody says that they notified
 */
export type ClockState = 'not-needed' | 'done' | 'late' | 'undated' | 'running' | 'undecided' | 'overdue';

export interface Clock {
  readonly id: 'gdpr-33' | 'hipaa-404';
  readonly title: string;
  readonly dueMs: number;
  readonly state: ClockState;
}

/** They count from the moment at which the team knew: when someone acted, or at the latest when the issue was opened. Pure. */
export function clocksOf(incident: Incident, nowMs: number): readonly Clock[] {
  const { authorityNotified, authorityNotifiedMs, detectedMs, openedMs, peopleNotified, peopleNotifiedMs } = incident;
  const knownMs = Math.min(openedMs, detectedMs ?? openedMs);
  const clock = (id: Clock['id'], title: string, ms: number, said: Said): Clock => {
    const dueMs = knownMs + ms;
    return { id, title, dueMs, state: stateOf(incident.personalData, said, { dueMs, nowMs }) };
  };
  return [
    clock('gdpr-33', 'GDPR article 33: the supervisory authority, within 72 hours', 72 * HOUR_MS, {
      ...{ isDone: authorityNotified, atMs: authorityNotifiedMs },
    }),
    clock('hipaa-404', 'HIPAA 164.404 and 164.408: the individuals and HHS, within 60 days', 60 * DAY_MS, {
      ...{ isDone: peopleNotified, atMs: peopleNotifiedMs },
    }),
  ];
}

interface Said {
  readonly isDone: boolean;
  readonly atMs: number | null;
}

function stateOf(
  personalData: Incident['personalData'],
  { atMs, isDone }: Said,
  { dueMs, nowMs }: { readonly dueMs: number; readonly nowMs: number },
): ClockState {
  const isOver = nowMs >= dueMs;
  // Whatever was said before now was in time.
  if (isDone && (!isOver || (atMs !== null && atMs < dueMs))) return 'done';
  if (personalData === 'not-affected') return 'not-needed';
  if (isDone) return atMs === null ? 'undated' : 'late';
  if (!isOver) return 'running';
  return personalData === 'affected' ? 'overdue' : 'undecided';
}
