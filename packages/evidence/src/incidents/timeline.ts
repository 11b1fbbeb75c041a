import type { ReleaseFacts } from '../numbers/release-facts.ts';
import type { TrailEntry } from '../trail/record.ts';
import type { Incident } from './incident.ts';
import { recordedSubject } from './subject.ts';

export interface Moment {
  readonly atMs: number;
  readonly what: string;
}

/** Before an incident, this much belongs to its story. */
const BEFORE_MS = 3_600_000;

/** What happened, oldest first: of the ledger, the issue, and the records of the audit trail about the same environment. Pure. */
export function timelineOf(
  incident: Incident,
  release: ReleaseFacts | undefined,
  records: readonly TrailEntry[],
): readonly Moment[] {
  const moment = (atMs: number | null | undefined, what: string): Moment[] =>
    atMs === null || atMs === undefined ? [] : [{ atMs, what }];
  const by = (id: number | null) => (id === null ? '' : ` by the person ${id}`);
  const own = [
    ...moment(release?.begunAt, `release ${release?.id} began`),
    ...moment(incident.startedMs, 'users had the release'),
    ...moment(incident.restoredMs, 'users had the previous build again'),
    ...moment(incident.openedMs, 'the incident was opened'),
    ...moment(incident.acknowledgedMs, `acknowledged${by(incident.acknowledgedBy)}`),
    ...moment(incident.closedMs, `closed${by(incident.closedBy)}`),
  ];
  const from = Math.min(...own.map(({ atMs }) => atMs)) - BEFORE_MS;
  const to = incident.closedMs ?? Number.POSITIVE_INFINITY;
  const subject = recordedSubject(incident.subject);
  const recorded = records
    .filter((record) => record.event !== 'incident' && isAbout(record.subject, subject))
    .map(({ event, happenedAt, reason }) => ({ atMs: Date.parse(happenedAt), what: `recorded: ${event}, ${reason}` }))
    .filter(({ atMs }) => atMs >= from && atMs <= to);
  return [...own, ...recorded].sort((a, b) => a.atMs - b.atMs);
}

function isAbout(subject: string, of: string): boolean {
  return subject === of || subject.startsWith(`${of}/`) || of.startsWith(`${subject}/`);
}
