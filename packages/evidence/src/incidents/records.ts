import { readRecord } from '../trail/read-record.ts';
import type { TrailEntry } from '../trail/record.ts';
import type { StoredRecord } from '../trail/verify.ts';
import type { Incident } from './incident.ts';
import { recordedSubject } from './subject.ts';

/** What the audit trail keeps of an incident: that it was opened and why, and each time who closed it. Pure. */
export function incidentRecords(incident: Incident, run: TrailEntry['run']): readonly TrailEntry[] {
  const { cause, closedBy, closedMs, key, openedMs, subject } = incident;
  const entry = (
    what: string,
    atMs: number,
  ): Pick<TrailEntry, 'id' | 'event' | 'subject' | 'run' | 'happenedAt' | 'files'> => ({
    ...{ id: `incident/${key}/${what}`, event: 'incident', subject: recordedSubject(subject), run },
    ...{ happenedAt: new Date(atMs).toISOString(), files: {} },
  });
  return [
    { ...entry('opened', openedMs), verdict: 'fail', reason: cause, actor: null },
    ...(closedMs === null
      ? []
      : [
          {
            // By its time: one that was opened again is closed again, maybe by someone else, and both are true.
            ...entry(`${closedBy === null ? 'closed-by-machine' : 'closed'}/${momentOf(closedMs)}`, closedMs),
            verdict: closedBy === null ? ('unknown' as const) : ('pass' as const),
            reason: closedBy === null ? 'closed-by-machine' : 'closed',
            actor: closedBy,
          },
        ]),
  ];
}

/** `20261130T072005Z`: GitHub's times have no parts of a second. */
function momentOf(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Those of the trail that can be read; whether it is whole, `verify` says. Pure. */
export function readTrailRecords(objects: readonly StoredRecord[]): readonly TrailEntry[] {
  return objects.flatMap(({ bytes }) => {
    const read = readRecord(bytes);
    return read.kind === 'record' ? [read.record] : [];
  });
}
