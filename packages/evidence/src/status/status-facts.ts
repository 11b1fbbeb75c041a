import type { Verdict } from '@lockstep/base';
import type { BudgetReport } from '../availability/budget-report.ts';
import type { IncidentCause } from '../incidents/incident.ts';
import type { ReleaseEnd } from '../numbers/release-facts.ts';

/**
 * What is known when the page is made. Each part is null where nobody asked for it or where it could not be read: the page then says
 * so. Times are milliseconds since the epoch.
 */
export interface StatusFacts {
  /** What the app is called in public. */
  readonly title: string;
  readonly at: number;
  readonly environments: readonly EnvironmentFacts[] | null;
  /** Newest first, of all environments. */
  readonly releases: readonly StatusRelease[] | null;
  readonly incidents: readonly StatusIncident[] | null;
  readonly availability: readonly StatusAvailability[] | null;
  /** The last of each kind. */
  readonly drills: readonly StatusDrill[] | null;
  readonly controls: StatusControls | null;
}

export interface EnvironmentFacts {
  readonly environment: string;
  readonly service: string;
  readonly state: EnvironmentState;
  /** The release that users have; null where none is known. */
  readonly release: string | null;
  readonly commit: string | null;
  readonly since: number | null;
}

export const ENVIRONMENT_STATES = ['live', 'releasing', 'held', 'unresolved', 'unknown'] as const;
export type EnvironmentState = (typeof ENVIRONMENT_STATES)[number];

export const RELEASE_ENDS = [
  'released',
  'rolled-back',
  'partly-rolled-back',
  'failed',
  'held',
  'closed',
  'unresolved',
  'open',
] as const satisfies readonly ReleaseEnd[];

export interface StatusRelease {
  readonly environment: string;
  readonly service: string;
  readonly id: string;
  readonly commit: string | null;
  readonly begunAt: number;
  readonly endedAt: number | null;
  readonly end: ReleaseEnd;
  /** When a later rollback had taken it away; null where none did. */
  readonly goneAt: number | null;
}

/** As `incident` writes them. */
export const INCIDENT_CAUSES = [
  'failed-release',
  'rollback',
  'lost-run',
  'by-hand',
] as const satisfies readonly IncidentCause[];

export interface StatusIncident {
  /** Whose it is, by the name under which it is shown; null where a person opened it, so that people see it. */
  readonly line: { readonly environment: string; readonly service: string } | null;
  /** The number of its issue. */
  readonly number: number;
  readonly cause: IncidentCause;
  readonly openedAt: number;
  readonly acknowledgedAt: number | null;
  readonly restoredAt: number | null;
  readonly closedAt: number | null;
}

export interface StatusAvailability {
  readonly environment: string;
  readonly service: string;
  readonly report: BudgetReport;
}

export const DRILL_NAMES = ['restore', 'alert'] as const;
export type DrillName = (typeof DRILL_NAMES)[number];

export interface StatusDrill {
  readonly name: DrillName;
  readonly at: number;
  readonly verdict: Verdict;
  /** How long the restore took (RTO); null where it was not measured. */
  readonly recoveryMs: number | null;
  /** How old the data was that was there again (RPO); null where it was not measured. */
  readonly dataAgeMs: number | null;
  /** After how long a person acknowledged; null where it was not measured. */
  readonly acknowledgedMs: number | null;
}

export interface StatusControls {
  readonly current: number;
  readonly failing: number;
  readonly stale: number;
  readonly missing: number;
  readonly notCollected: number;
}
