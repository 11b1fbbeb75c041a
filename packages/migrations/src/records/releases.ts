import { nameSome } from '@lockstep/base';
import type { Provenance, ReleaseLine } from '../engine/engine.ts';
import { insertEvent } from '../history/write.ts';
import type { Runner } from '../run/runner.ts';

/** A release that came by this database, whether or not it had anything to apply. */
export interface ReleaseTrace {
  readonly release: string;
  /** Undefined where it did not say what it released. */
  readonly line: ReleaseLine | undefined;
  /** ISO 8601, by the database's clock. */
  readonly at: string;
}

/** What does not count as somebody else's: these releases, and every release of the line. */
export interface OwnReleases {
  readonly releases: readonly string[];
  readonly line: ReleaseLine | undefined;
}

/**
 * The trace that a release leaves in the log of events. What it releases stands in the row's detail, so that tables
 * which were made before it was written take it as they are.
 */
export function traceRelease(
  by: Provenance,
  did: { readonly pending: number; readonly held?: readonly string[] },
): string {
  return insertEvent({ kind: 'release', version: '', by, detail: { ...did, ...by.line } });
}

/**
 * The releases of others that came by since `sinceMs` (milliseconds since the epoch, by the database's clock), newest
 * first: their code was made for the schema as it is now.
 */
export async function readReleasesSince(
  { session, tables }: Runner,
  sinceMs: number,
  ours: OwnReleases,
): Promise<ReleaseTrace[]> {
  if (!tables.side.exists) return [];
  const rows = await session.rows(
    `select distinct on (release) release, detail->>'repository', detail->>'environment', detail->>'service',
            pg_catalog.to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
       from lockstep.events
      where kind in ('release', 'up') and release is not null and at > pg_catalog.to_timestamp(${sinceMs} / 1000.0)
      order by release, kind, id desc`,
  );
  return rows
    .map(([release, repository, environment, service, at]): ReleaseTrace => {
      const line = { repository: repository ?? '', environment: environment ?? '', service: service ?? '' };
      return { release: release ?? '', line: repository ? line : undefined, at: at ?? '' };
    })
    .filter((trace) => !isOurs(trace, ours))
    .sort((a, b) => b.at.localeCompare(a.at));
}

function isOurs({ line, release }: ReleaseTrace, ours: OwnReleases): boolean {
  if (ours.releases.includes(release)) return true;
  const parts = ['repository', 'environment', 'service'] as const;
  return line !== undefined && parts.every((part) => line[part] === ours.line?.[part]);
}

/** `billing in production of acme/billing (release 7f3a, 2026-03-02T10:15:00.000Z)`, and how many more. */
export function describeReleases(traces: readonly ReleaseTrace[]): string {
  const names = traces.map(({ at, line, release }) =>
    line === undefined ? `release ${release} (${at})` : `${nameOf(line)} (release ${release}, ${at})`,
  );
  return nameSome(names, 3);
}

function nameOf({ environment, repository, service }: ReleaseLine): string {
  return `${service === '' ? 'the release' : service} in ${environment} of ${repository}`;
}
