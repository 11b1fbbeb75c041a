import { readRecord } from '../trail/read-record.ts';
import type { TrailEntry } from '../trail/record.ts';
import type { StoredRecord } from '../trail/verify.ts';
import type { Incident } from './incident.ts';

/** A run that is tried again looks back that far for its record (`append.ts`): what is older was recorded then. */
const RECORDED_WITHIN_MS = 30 * 86_400_000;

/** What the audit trail keeps of an incident: that it was opened and why, and who closed it. Each is recorded once. Pure. */
export function incidentRecords(incident: Incident, run: TrailEntry['run'], nowMs: number): readonly TrailEntry[] {
  const { cause, closedBy, closedMs, key, openedMs, subject } = incident;
  const entry = (
    what: string,
    atMs: number,
  ): Pick<TrailEntry, 'id' | 'event' | 'subject' | 'run' | 'happenedAt' | 'files'> => ({
    ...{ id: `incident/${key}/${what}`, event: 'incident', subject, run },
    ...{ happenedAt: new Date(atMs).toISOString(), files: {} },
  });
  const all: readonly TrailEntry[] = [
    { ...entry('opened', openedMs), verdict: 'fail', reason: cause, actor: null },
    ...(closedMs === null
      ? []
      : [
          {
            // Each by its own id: what a machine closed, a person opens again and closes, and both are true.
            ...entry(closedBy === null ? 'closed-by-machine' : 'closed', closedMs),
            verdict: closedBy === null ? ('unknown' as const) : ('pass' as const),
            reason: closedBy === null ? 'closed-by-machine' : 'closed',
            actor: closedBy,
          },
        ]),
  ];
  return all.filter(({ happenedAt }) => nowMs - Date.parse(happenedAt) <= RECORDED_WITHIN_MS);
}

/** Those of the trail that can be read; whether it is whole, `verify` says. Pure. */
export function readTrailRecords(objects: readonly StoredRecord[]): readonly TrailEntry[] {
  return objects.flatMap(({ bytes }) => {
    const read = readRecord(bytes);
    return read.kind === 'record' ? [read.record] : [];
  });
}
