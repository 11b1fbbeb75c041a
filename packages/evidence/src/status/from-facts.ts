import type { ControlReport, RowState } from '../controls/control.ts';
import type { Measured } from '../documents/measured.ts';
import type { Incident } from '../incidents/incident.ts';
import { subjectOf } from '../incidents/subject.ts';
import type { ReleaseFacts } from '../numbers/release-facts.ts';
import type {
  EnvironmentFacts,
  EnvironmentState,
  StatusControls,
  StatusDrill,
  StatusIncident,
  StatusRelease,
} from './status-facts.ts';

/** One release line, with its releases as the ledger knows them, in any order. */
export interface ReleaseLine {
  readonly environment: string;
  readonly service: string;
  readonly releases: readonly ReleaseFacts[];
  /** The commit that a release brought, where the ledger has it. */
  readonly commitOf: (release: string) => string | null;
}

/** What is live: the newest release that users reached and that nothing took back. */
export function environmentOf({ commitOf, environment, releases, service }: ReleaseLine): EnvironmentFacts {
  const newest = [...releases].sort((a, b) => b.begunAt - a.begunAt);
  const live = newest.find((each) => each.goneAt === null && hasUsers(each));
  return {
    environment,
    service,
    state: stateOf(newest[0], live),
    release: live?.id ?? null,
    commit: live === undefined ? null : commitOf(live.id),
    since: live?.trafficAt ?? live?.endedAt ?? null,
  };
}

function hasUsers({ end, trafficAt }: ReleaseFacts): boolean {
  if (end === 'released') return true;
  return trafficAt !== null && (end === 'held' || end === 'closed' || end === 'unresolved');
}

function stateOf(newest: ReleaseFacts | undefined, live: ReleaseFacts | undefined): EnvironmentState {
  if (newest?.end === 'open') return 'releasing';
  if (newest?.end === 'held' || newest?.end === 'unresolved') return newest.end;
  return live === undefined ? 'unknown' : 'live';
}

/** Of all lines, newest first. */
export function releasesOf(lines: readonly ReleaseLine[]): readonly StatusRelease[] {
  return lines
    .flatMap(({ commitOf, environment, releases, service }) =>
      releases.map(({ begunAt, end, endedAt, goneAt, id }) => ({
        ...{ environment, service, id, begunAt, endedAt, end, goneAt },
        commit: commitOf(id),
      })),
    )
    .sort((a, b) => b.begunAt - a.begunAt);
}

/** The last of each kind of which there is one. */
export function drillsOf({ acknowledged, dataAge, restore }: Measured): readonly StatusDrill[] {
  const none = { recoveryMs: null, dataAgeMs: null, acknowledgedMs: null };
  const restored = restore === undefined ? [] : [{ ...restore, name: 'restore' as const, recoveryMs: restore.ms }];
  const alerted =
    acknowledged === undefined ? [] : [{ ...acknowledged, name: 'alert' as const, acknowledgedMs: acknowledged.ms }];
  return [
    ...restored.map((one) => ({ ...none, ...one, dataAgeMs: dataAge?.ms ?? null })),
    ...alerted.map((one) => ({ ...none, ...one })),
  ].map(({ acknowledgedMs, atMs: at, dataAgeMs, name, recoveryMs, verdict }) => ({
    ...{ name, at, verdict, recoveryMs, dataAgeMs, acknowledgedMs },
  }));
}

export function controlsOf({ rows }: Pick<ControlReport, 'rows'>): StatusControls {
  const many = (wanted: RowState) => rows.filter(({ state }) => state === wanted).length;
  return {
    current: many('current'),
    failing: many('failing'),
    stale: many('stale'),
    missing: many('missing'),
    notCollected: many('not-collected'),
  };
}

type Line = Pick<ReleaseLine, 'environment' | 'service'>;

/** A line of the ledger, and the name under which it is shown. */
export interface ShownLine {
  readonly of: Line;
  readonly as: Line;
}

/**
 * Those of the lines that are shown, and those that people opened, newest first. Since when users were affected is what the
 * ledger says; else since the issue was opened.
 */
export function statusIncidents(
  incidents: readonly Incident[],
  lines: readonly ShownLine[],
): readonly StatusIncident[] {
  const named = new Map(lines.map(({ as, of }) => [subjectOf(of), as]));
  return incidents
    .flatMap(({ acknowledgedMs, cause, closedMs, number, openedMs, restoredMs, subject }) => {
      const line = cause === 'by-hand' ? null : named.get(subject);
      return line === undefined
        ? []
        : {
            ...{ line, number, cause, openedAt: openedMs, acknowledgedAt: acknowledgedMs },
            ...{ restoredAt: restoredMs, closedAt: closedMs },
          };
    })
    .sort((a, b) => b.openedAt - a.openedAt);
}
