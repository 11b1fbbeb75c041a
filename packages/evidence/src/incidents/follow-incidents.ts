import type { RemoteError } from '@lockstep/base';
import { DECISIONS, type Incident, type IncidentFacts, type IncidentIssueFacts, markIn } from './incident.ts';
import { bodyOf, FACTS_MARK, titleOf } from './texts.ts';

export interface IncidentIssue {
  readonly number: number;
  readonly url: string;
  readonly body: string;
  readonly labels: readonly string[];
  /** Closed as the same as another one. */
  readonly isDuplicate: boolean;
  readonly createdMs: number;
  readonly closedMs: number | null;
}

export interface IncidentComment {
  readonly id: number;
  readonly authorId: number;
  readonly isPerson: boolean;
  readonly atMs: number;
  readonly body: string;
}

export type Changed<T> =
  | { readonly kind: 'accepted'; readonly data: T }
  | { readonly kind: 'refused' | 'lost'; readonly error: RemoteError };

/** The issues with the label of incidents. Reads throw RemoteError. */
export interface IncidentIssues {
  /** Open and closed ones: what was closed is not opened again. */
  list(): Promise<readonly IncidentIssue[]>;
  create(request: { readonly title: string; readonly body: string }): Promise<Changed<IncidentIssue>>;
  closeAsDuplicate(number: number): Promise<Changed<unknown>>;
  comments(number: number): Promise<readonly IncidentComment[]>;
  comment(number: number, body: string): Promise<Changed<unknown>>;
  edit(comment: number, body: string): Promise<Changed<unknown>>;
  /** The numeric id of the person who closed it; null where no person did. */
  closer(number: number): Promise<number | null>;
}

export interface OpenedIncidents {
  readonly issues: readonly IncidentIssue[];
  /** The keys of those that this run opened. */
  readonly opened: readonly string[];
}

/**
 * Opens an issue for each incident that has none. Of two runs at once both may create one: both then see both, the older
 * issue stays, and whoever made the newer one closes it. Throws RemoteError where an issue could not be opened.
 */
export async function openIncidents(
  planned: readonly IncidentFacts[],
  issues: IncidentIssues,
): Promise<OpenedIncidents> {
  let all = await issues.list();
  const opened: string[] = [];
  for (const facts of planned) {
    if (firstOf(all, facts.key) !== undefined) continue;
    const answer = await issues.create({ title: titleOf(facts), body: bodyOf(facts) });
    all = await issues.list();
    const first = firstOf(all, facts.key);
    if (first === undefined && answer.kind !== 'accepted') throw answer.error;
    opened.push(facts.key);
    if (answer.kind !== 'accepted' || first === undefined || answer.data.number === first.number) continue;
    opened.pop();
    await issues.closeAsDuplicate(answer.data.number);
  }
  return { issues: opened.length === 0 ? all : await issues.list(), opened };
}

function firstOf(all: readonly IncidentIssue[], key: string): IncidentIssue | undefined {
  const those = all.filter((issue) => markIn(issue).key === key && !issue.isDuplicate);
  return those.sort((a, b) => a.number - b.number)[0];
}

/** Every incident, with what the ledger knows of it and what people did with its issue. */
export async function readIncidents(
  all: readonly IncidentIssue[],
  planned: readonly IncidentFacts[],
  { issues, subject }: { readonly issues: IncidentIssues; readonly subject: string },
): Promise<readonly Incident[]> {
  const ours = all.map(markIn).filter((mark) => mark.subject === undefined || mark.subject === subject);
  const keys = new Set(ours.map(({ key }) => key));
  const incidents: Incident[] = [];
  for (const key of keys) {
    const issue = firstOf(all, key);
    if (issue === undefined) continue;
    const facts = planned.find((one) => one.key === key) ?? unplanned(issue, subject);
    incidents.push({ ...facts, ...(await issueFacts(issue, issues)) });
  }
  return incidents.sort((a, b) => b.number - a.number);
}

/** Of a person; or of a release that the ledger no longer shows. */
function unplanned(issue: IncidentIssue, subject: string): IncidentFacts {
  const { cause, key } = markIn(issue);
  const [, release = null] = /^release\/(.+)$/.exec(key) ?? [];
  return { key, cause, subject, release, startedMs: null, detectedMs: issue.createdMs, restoredMs: null };
}

async function issueFacts(issue: IncidentIssue, issues: IncidentIssues): Promise<IncidentIssueFacts> {
  const { closedMs, createdMs, labels, number, url } = issue;
  const first = (await issues.comments(number)).find(({ isPerson }) => isPerson);
  const affected = labels.includes(DECISIONS.affected);
  return {
    number,
    url,
    openedMs: createdMs,
    acknowledgedMs: first?.atMs ?? null,
    acknowledgedBy: first?.authorId ?? null,
    closedMs,
    closedBy: closedMs === null ? null : await issues.closer(number),
    personalData: affected ? 'affected' : labels.includes(DECISIONS.notAffected) ? 'not-affected' : 'undecided',
    authorityNotified: labels.includes(DECISIONS.authorityNotified),
    peopleNotified: labels.includes(DECISIONS.peopleNotified),
  };
}

/** Writes what is known into the own comment, which people leave alone; nothing where it says that already. */
export async function writeFacts(
  number: number,
  text: string,
  issues: IncidentIssues,
): Promise<Changed<unknown> | undefined> {
  const own = (await issues.comments(number)).find(({ body, isPerson }) => !isPerson && body.startsWith(FACTS_MARK));
  if (own === undefined) return await issues.comment(number, text);
  return own.body === text ? undefined : await issues.edit(own.id, text);
}
