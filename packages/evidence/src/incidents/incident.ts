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
  /** The first comment of a person of the team. */
  readonly acknowledgedMs: number | null;
  readonly acknowledgedBy: number | null;
  readonly closedMs: number | null;
  /** The numeric id of the person; null where it is open, or no person closed it. */
  readonly closedBy: number | null;
  readonly personalData: 'affected' | 'not-affected' | 'undecided';
  readonly authorityNotified: boolean;
  readonly peopleNotified: boolean;
  /** When that label came, the last time; null where it is not there, or its time could not be read. */
  readonly authorityNotifiedMs: number | null;
  readonly peopleNotifiedMs: number | null;
  /** What a label says of the postmortem. */
  readonly postmortem: 'done' | 'not-needed' | 'open';
  /** Its labels that contradict each other, or that are almost one by which people decide. */
  readonly unclearLabels: readonly string[];
  /** Open issues with the same first line, which are not followed: somebody copied it. */
  readonly copies: readonly number[];
}

export interface Incident extends IncidentFacts, IncidentIssueFacts {}

/** As checks name it. */
export function nameOf({ key, number, subject }: Incident): string {
  return `#${number} in ${subject} (${key})`;
}

export const INCIDENT_LABEL = 'lockstep-incident';

/** Labels by which people decide. */
export const DECISIONS = {
  affected: 'personal-data-affected',
  notAffected: 'no-personal-data',
  authorityNotified: 'authority-notified',
  peopleNotified: 'people-notified',
  postmortemDone: 'postmortem-done',
  noPostmortem: 'no-postmortem',
} as const;

/** GitHub takes labels as the same in capitals and small letters. */
export function decisionsIn(
  labels: readonly string[],
): Pick<IncidentIssueFacts, 'personalData' | 'authorityNotified' | 'peopleNotified' | 'postmortem' | 'unclearLabels'> {
  const given = labels.map((label) => label.toLowerCase());
  const has = (label: string) => given.includes(label);
  const [affected, notAffected] = [has(DECISIONS.affected), has(DECISIONS.notAffected)];
  const [isDone, isNone] = [has(DECISIONS.postmortemDone), has(DECISIONS.noPostmortem)];
  const known: readonly string[] = [...Object.values(DECISIONS), INCIDENT_LABEL];
  const unclear = given.filter((label) => !known.includes(label) && known.some((one) => isAlmost(label, one)));
  return {
    // Where both are there, what obliges to more counts.
    personalData: affected ? 'affected' : notAffected ? 'not-affected' : 'undecided',
    authorityNotified: has(DECISIONS.authorityNotified),
    peopleNotified: has(DECISIONS.peopleNotified),
    postmortem: isDone ? 'done' : isNone ? 'not-needed' : 'open',
    unclearLabels: [
      ...(affected && notAffected ? [DECISIONS.affected, DECISIONS.notAffected] : []),
      ...(isDone && isNone ? [DECISIONS.postmortemDone, DECISIONS.noPostmortem] : []),
      ...unclear,
    ],
  };
}

/** Other signs between the words, or one letter too many, too few or another. */
function isAlmost(label: string, known: string): boolean {
  const [one, other] = [label, known].map((text) => text.replaceAll(/[^a-z]/g, '')) as [string, string];
  let [from, to] = [0, 0];
  while (from < one.length && one[from] === other[from]) from++;
  while (to < Math.min(one.length, other.length) - from && one.at(-1 - to) === other.at(-1 - to)) to++;
  return Math.max(one.length, other.length) - from - to <= 1;
}

/** On a line of its own: people write above it. */
const MARK = /^<!-- lockstep-incident: ([A-Za-z0-9][\w./-]{0,150}) ([a-z-]+) ([\w.%/-]{1,200}) -->/m;
const CAUSES: readonly IncidentCause[] = ['failed-release', 'rollback', 'lost-run', 'by-hand'];

/** The first line of an issue that was opened here, and the second one of its comment, by which it is found again. */
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
