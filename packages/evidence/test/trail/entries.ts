import { EVENTS, type TrailEntry } from '../../src/trail/record.ts';

/** The nth thing that happened. */
export function entry(nth: number, changes: Partial<TrailEntry> = {}): TrailEntry {
  return {
    id: `entry/${nth}`,
    event: EVENTS[nth % EVENTS.length] ?? 'release',
    subject: 'production/web',
    verdict: 'pass',
    reason: 'released',
    actor: 7,
    run: { id: 1_000 + nth, attempt: 1 },
    happenedAt: '2026-03-01T08:00:00.000Z',
    files: { 'evidence.json': 'e'.repeat(64) },
    ...changes,
  };
}
