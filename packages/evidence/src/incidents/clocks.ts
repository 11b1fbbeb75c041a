import type { Incident } from './incident.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * - `not-needed`: people decided that no personal data is affected
 * - `done`: people say that they notified
 * - `running`: there is time left
 * - `undecided`: the time is over, and nobody has decided whether personal data is affected
 * - `overdue`: personal data is affected, the time is over, and nobody says that they notified
 */
export type ClockState = 'not-needed' | 'done' | 'running' | 'undecided' | 'overdue';

export interface Clock {
  readonly id: 'gdpr-33' | 'hipaa-404';
  readonly title: string;
  readonly dueMs: number;
  readonly state: ClockState;
}

/** They count from the moment at which the team knew: when the issue was opened. Pure. */
export function clocksOf(incident: Incident, nowMs: number): readonly Clock[] {
  const { authorityNotified, openedMs, peopleNotified } = incident;
  const clock = (id: Clock['id'], title: string, ms: number, isDone: boolean): Clock => {
    const dueMs = openedMs + ms;
    return { id, title, dueMs, state: stateOf(incident, isDone, nowMs >= dueMs) };
  };
  return [
    clock('gdpr-33', 'GDPR article 33: the supervisory authority, within 72 hours', 72 * HOUR_MS, authorityNotified),
    clock(
      'hipaa-404',
      'HIPAA 164.404 and 164.408: the individuals and HHS, within 60 days',
      60 * DAY_MS,
      peopleNotified,
    ),
  ];
}

function stateOf({ personalData }: Incident, isDone: boolean, isOver: boolean): ClockState {
  if (isDone) return 'done';
  if (personalData === 'not-affected') return 'not-needed';
  if (!isOver) return 'running';
  return personalData === 'affected' ? 'overdue' : 'undecided';
}
