import type { ControlReport, RowState } from '../controls/control.ts';
import type { ReleaseFacts } from '../numbers/release-facts.ts';
import type { EnvironmentFacts, EnvironmentState, StatusControls, StatusRelease } from './status-facts.ts';

/** One release line, with its releases as the ledger knows them, in any order. */
export interface ReleaseLine {
  readonly environment: string;
  readonly service: string;
  readonly releases: readonly ReleaseFacts[];
}

/** What is live: the newest release that users reached and that nothing took back. */
export function environmentOf({ environment, releases, service }: ReleaseLine): EnvironmentFacts {
  const newest = [...releases].sort((a, b) => b.begunAt - a.begunAt);
  const live = newest.find((each) => each.goneAt === null && hasUsers(each));
  return {
    environment,
    service,
    state: stateOf(newest[0], live),
    release: live?.id ?? null,
    commit: live === undefined ? null : headOf(live),
    since: live?.trafficAt ?? live?.endedAt ?? null,
  };
}

function hasUsers({ end, trafficAt }: ReleaseFacts): boolean {
  if (end === 'released') return true;
  return trafficAt !== null && (end === 'held' || end === 'unresolved');
}

function stateOf(newest: ReleaseFacts | undefined, live: ReleaseFacts | undefined): EnvironmentState {
  if (newest?.end === 'open') return 'releasing';
  if (newest?.end === 'held' || newest?.end === 'unresolved') return newest.end;
  return live === undefined ? 'unknown' : 'live';
}

/** The newest of the commits that it brought. */
function headOf({ commits }: Pick<ReleaseFacts, 'commits'>): string | null {
  return [...commits].sort((a, b) => b.committedAt - a.committedAt)[0]?.sha ?? null;
}

/** Of all lines, newest first. */
export function releasesOf(lines: readonly ReleaseLine[]): readonly StatusRelease[] {
  return lines
    .flatMap(({ environment, releases, service }) =>
      releases.map(({ begunAt, commits, end, endedAt, goneAt, id }) => ({
        ...{ environment, service, id, begunAt, endedAt, end, goneAt },
        commit: headOf({ commits }),
      })),
    )
    .sort((a, b) => b.begunAt - a.begunAt);
}

export function controlsOf({ rows }: ControlReport): StatusControls {
  const many = (wanted: RowState) => rows.filter(({ state }) => state === wanted).length;
  return {
    current: many('current'),
    failing: many('failing'),
    stale: many('stale'),
    missing: many('missing'),
    notCollected: many('not-collected'),
  };
}
