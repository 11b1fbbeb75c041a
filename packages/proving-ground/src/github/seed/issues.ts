import { type Issue, takeId, userNamed } from '../world.ts';
import { issueOf, type Place } from './place.ts';

export interface IssueSeed {
  readonly title: string;
  readonly user: string;
  readonly body: string | null;
  readonly labels: readonly string[];
  readonly pull?: Issue['pull'];
}

/** Opens an issue, or a pull request; gives its number. */
export function openIssue({ world, repo, time }: Place, seed: IssueSeed): number {
  const { user, pull, labels, ...rest } = seed;
  const number = repo.issues.length + 1;
  repo.issues.push({
    ...rest,
    id: takeId(world),
    number,
    labels: [...labels],
    labelled: labels.map((label) => ({ id: takeId(world), label, user: userNamed(user), at: time })),
    state: 'open',
    stateReason: null,
    assignees: [],
    user: userNamed(user),
    createdAt: time,
    updatedAt: time,
    closedAt: null,
    comments: [],
    ...(pull === undefined ? {} : { pull }),
  });
  return number;
}

/** Closes a pull request, or an issue, as a person where one is named. */
export function closeIssue(place: Place, number: number, user?: string): void {
  const { time } = place;
  const closedBy = user === undefined ? undefined : userNamed(user);
  Object.assign(issueOf(place, number), { state: 'closed', closedAt: time, updatedAt: time, closedBy });
}

/** A person writes the text of an issue anew. */
export function editIssue(place: Place, number: number, change: { readonly body: string }): void {
  Object.assign(issueOf(place, number), { ...change, updatedAt: place.time });
}

/** A person adds a label, now or at another time; undefined: of which GitHub shows no event. */
export function labelIssue(
  place: Place,
  number: number,
  label: string,
  at?: { readonly time: string | undefined },
): void {
  const { labelled, labels, user } = issueOf(place, number);
  const { time } = at ?? place;
  labels.push(label);
  if (time !== undefined) labelled.push({ id: takeId(place.world), label, user, at: time });
}

/** Writes a comment under an issue or a pull request; gives its id. */
export function addComment(place: Place, number: number, user: string, body: string): number {
  const { world, time } = place;
  const comment = { id: takeId(world), user: userNamed(user), body, createdAt: time, updatedAt: time };
  issueOf(place, number).comments.push(comment);
  return comment.id;
}
