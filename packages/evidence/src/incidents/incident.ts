/** Why there is an incident. */
export type IncidentCause =
  /** Users had a release, and its own gate took it away again. */
  | 'failed-release'
  /** Users had a release, and a rollback took it away later. */
  | 'rollback'
  /** A run ended without an end of its release: nobody knows what users have. */
  | 'lost-run'
  /** A person opened its issue. */
  | 'by-hand';

/** What the ledger says of an incident. Times are milliseconds since the epoch, null where they are not known. */
export interface IncidentFacts {
  /** The same however often it is looked at: `release/20261130T072005Z-a93624`, `issue/12`. */
  readonly key: string;
  readonly cause: IncidentCause;
  /** `production/web`. */
  readonly subject: string;
  readonly release: string | null;
  /** Since when users are affected. */
  readonly startedMs: number | null;
  /** When Lockstep or a person first acted. */
  readonly detectedMs: number | null;
  /** When users had the previous build again. */
  readonly restoredMs: number | null;
}

/** What people said of it, by what they did with its issue. */
export interface IncidentIssueFacts {
  readonly number: number;
  readonly url: string;
  readonly openedMs: number;
  /** The first comment of a person. */
  readonly acknowledgedMs: number | null;
  readonly acknowledgedBy: number | null;
  readonly closedMs: number | null;
  /** The numeric id of the person; null where it is open, or no person closed it. */
  readonly closedBy: number | null;
  readonly personalData: 'affected' | 'not-affected' | 'undecided';
  readonly authorityNotified: boolean;
  readonly peopleNotified: boolean;
}

export interface Incident extends IncidentFacts, IncidentIssueFacts {}

export const INCIDENT_LABEL = 'lockstep-incident';

/** Labels by which people decide. */
export const DECISIONS = {
  affected: 'personal-data-affected',
  notAffected: 'no-personal-data',
  authorityNotified: 'authority-notified',
  peopleNotified: 'people-notified',
} as const;

const MARK = /^<!-- lockstep-incident: ([A-Za-z0-9][\w./-]{0,150}) ([a-z-]+) ([\w.%/-]{1,200}) -->/;
const CAUSES: readonly IncidentCause[] = ['failed-release', 'rollback', 'lost-run', 'by-hand'];

/** The first line of an issue that was opened here, by which it is found again. */
export function markOf({ cause, key, subject }: Pick<IncidentFacts, 'key' | 'cause' | 'subject'>): string {
  return `<!-- lockstep-incident: ${key} ${cause} ${subject} -->`;
}

export interface IssueMark {
  readonly key: string;
  readonly cause: IncidentCause;
  /** Undefined where a person opened it: it may be about any environment. */
  readonly subject: string | undefined;
}

export function markIn({ body, number }: { readonly body: string; readonly number: number }): IssueMark {
  const [, key, word, subject] = MARK.exec(body) ?? [];
  const cause = CAUSES.find((one) => one === word);
  if (key === undefined || cause === undefined) return { key: `issue/${number}`, cause: 'by-hand', subject: undefined };
  return { key, cause, subject };
}
