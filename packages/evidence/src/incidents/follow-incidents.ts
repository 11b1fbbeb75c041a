import type { RemoteError } from '@lockstep/base';
import {
  DECISIONS,
  decisionsIn,
  type Incident,
  type IncidentFacts,
  type IncidentIssueFacts,
  markIn,
  markOf,
} from './incident.ts';
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
  /** Whether its author is of the team: in a public repository anyone may write one. Throws RemoteError. */
  isOfTeam(): Promise<boolean>;
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
  /** When each label of an issue came, the last time, by its name in small letters. */
  labelled(number: number): Promise<ReadonlyMap<string, number>>;
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
  const marks = await lostMarks(await issues.list(), issues);
  const list = async () =>
    (await issues.list()).map((issue) => ({ ...issue, body: `${marks.get(issue.number) ?? ''}${issue.body}` }));
  let all = await list();
  const opened: string[] = [];
  for (const facts of planned) {
    if (firstOf(all, facts.key) !== undefined) continue;
    const answer = await issues.create({ title: titleOf(facts), body: bodyOf(facts) });
    all = await list();
    const first = firstOf(all, facts.key);
    if (first === undefined && answer.kind !== 'accepted') throw answer.error;
    opened.push(facts.key);
    if (answer.kind !== 'accepted' || first === undefined || answer.data.number === first.number) continue;
    opened.pop();
    await issues.closeAsDuplicate(answer.data.number);
  }
  return { issues: opened.length === 0 ? all : await list(), opened };
}

/** First lines of issues whose text people wrote anew, from the own comment. */
async function lostMarks(all: readonly IncidentIssue[], issues: IncidentIssues): Promise<ReadonlyMap<number, string>> {
  const lost = new Map<number, string>();
  for (const issue of all) {
    if (markIn(issue).subject !== undefined) continue;
    const { cause, key, subject } = markIn({ body: (await ownComment(issue.number, issues))?.body ?? '', number: 0 });
    // One of a person is known by its number.
    if (subject !== undefined && cause !== 'by-hand') lost.set(issue.number, `${markOf({ cause, key, subject })}\n`);
  }
  return lost;
}

/** One that was closed as a duplicate stands for another with its key; where there is none, it is the incident. */
function firstOf(all: readonly IncidentIssue[], key: string): IncidentIssue | undefined {
  const those = all.filter((issue) => markIn(issue).key === key).sort((a, b) => a.number - b.number);
  return those.find(({ isDuplicate }) => !isDuplicate) ?? those[0];
}

export interface IncidentReading {
  readonly issues: IncidentIssues;
  /** Of issues that do not say what they are about. */
  readonly subject: string;
  /** Whether an issue that says what it is about is one of these. */
  isOurs(subject: string): boolean;
}

/** Every incident, with what the ledger knows of it and what people did with its issue. */
export async function readIncidents(
  all: readonly IncidentIssue[],
  planned: readonly IncidentFacts[],
  { isOurs, issues, subject }: IncidentReading,
): Promise<readonly Incident[]> {
  const ours = all.map(markIn).filter((mark) => mark.subject === undefined || isOurs(mark.subject));
  const keys = new Set(ours.map(({ key }) => key));
  const incidents: Incident[] = [];
  for (const key of keys) {
    const issue = firstOf(all, key);
    if (issue === undefined) continue;
    const comments = await issues.comments(issue.number);
    const known = planned.find((one) => one.key === key);
    const { cause } = markIn(issue);
    // Why it was opened: how the ledger sees the release may change, as when a lost run was rolled back by hand.
    const facts = known === undefined ? unplanned(issue, subjectSaid(issue, comments) ?? subject) : { ...known, cause };
    const same = all.filter((one) => markIn(one).key === key && !one.isDuplicate && one.closedMs === null);
    const copies = same.map(({ number }) => number).filter((number) => number !== issue.number);
    incidents.push({ ...facts, ...(await issueFacts(issue, comments, issues)), copies });
  }
  return incidents.sort((a, b) => b.number - a.number);
}

/** Of a person; or of a release that the ledger no longer shows. */
function unplanned(issue: IncidentIssue, otherwise: string): IncidentFacts {
  const { cause, key, subject = otherwise } = markIn(issue);
  const [, release = null] = /^release\/(.+)$/.exec(key) ?? [];
  return { key, cause, subject, release, startedMs: null, detectedMs: issue.createdMs, restoredMs: null };
}

/** Of one that a person opened: what the first run that saw it has written into its comment. */
function subjectSaid({ number }: IncidentIssue, comments: readonly IncidentComment[]): string | undefined {
  const { key, subject } = markIn({ body: ownIn(comments)?.body ?? '', number });
  return key === `issue/${number}` ? subject : undefined;
}

async function issueFacts(
  issue: IncidentIssue,
  comments: readonly IncidentComment[],
  issues: IncidentIssues,
): Promise<Omit<IncidentIssueFacts, 'copies'>> {
  const { closedMs, createdMs, labels, number, url } = issue;
  const first = await firstOfTeam(comments);
  const decisions = decisionsIn(labels);
  const hasNotified = decisions.authorityNotified || decisions.peopleNotified;
  const labelled = hasNotified ? await issues.labelled(number) : new Map<string, number>();
  const since = (isSaid: boolean, label: string) => (isSaid ? (labelled.get(label) ?? null) : null);
  return {
    number,
    url,
    openedMs: createdMs,
    acknowledgedMs: first?.atMs ?? null,
    acknowledgedBy: first?.authorId ?? null,
    closedMs,
    closedBy: closedMs === null ? null : await issues.closer(number),
    ...decisions,
    authorityNotifiedMs: since(decisions.authorityNotified, DECISIONS.authorityNotified),
    peopleNotifiedMs: since(decisions.peopleNotified, DECISIONS.peopleNotified),
  };
}

async function firstOfTeam(comments: readonly IncidentComment[]): Promise<IncidentComment | undefined> {
  for (const comment of comments) if (comment.isPerson && (await comment.isOfTeam())) return comment;
  return undefined;
}

/** Writes what is known into the own comment, which people leave alone; nothing where it says that already. */
export async function writeFacts(
  number: number,
  text: string,
  issues: IncidentIssues,
): Promise<Changed<unknown> | undefined> {
  const own = await ownComment(number, issues);
  if (own === undefined) return await issues.comment(number, text);
  return own.body === text ? undefined : await issues.edit(own.id, text);
}

async function ownComment(number: number, issues: IncidentIssues): Promise<IncidentComment | undefined> {
  return ownIn(await issues.comments(number));
}

function ownIn(comments: readonly IncidentComment[]): IncidentComment | undefined {
  return comments.find(({ body, isPerson }) => !isPerson && body.startsWith(FACTS_MARK));
}
