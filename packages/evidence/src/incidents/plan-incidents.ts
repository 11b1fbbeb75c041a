import type { ReleaseFacts } from '../numbers/release-facts.ts';
import type { IncidentCause, IncidentFacts } from './incident.ts';

/** The incidents among the releases of a line. A release that no user ever had is none. Pure. */
export function planIncidents(subject: string, releases: readonly ReleaseFacts[]): readonly IncidentFacts[] {
  return releases.flatMap((release): IncidentFacts[] => {
    const cause = causeOf(release);
    if (cause === undefined) return [];
    const { endedAt, goneAt, id, trafficAt } = release;
    const acted = [goneAt, cause === 'failed-release' ? endedAt : null].filter((at) => at !== null);
    return [
      {
        ...{ key: `release/${id}`, cause, subject, release: id, startedMs: trafficAt },
        detectedMs: acted.length === 0 ? null : Math.min(...acted),
        restoredMs: goneAt,
      },
    ];
  });
}

function causeOf({ end, goneAt, trafficAt }: ReleaseFacts): IncidentCause | undefined {
  if (end === 'unresolved') return 'lost-run';
  if (trafficAt === null) return undefined;
  if (end === 'rolled-back' || end === 'partly-rolled-back') return 'failed-release';
  return (end === 'released' || end === 'closed') && goneAt !== null ? 'rollback' : undefined;
}
