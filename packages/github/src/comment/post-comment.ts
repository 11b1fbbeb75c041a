import { RemoteError, redactText } from '@lockstep/base';
import type { GitHub } from '../client.ts';
import type { EndpointData } from '../endpoints.ts';
import { type CommentPlan, type FoundComment, holds, planComment } from './plan-comment.ts';
import { isOurs, type Section } from './sections.ts';

export interface CommentRequest {
  readonly pull: number;
  /** Whose comments are ours: the login that the token acts as (`github-actions[bot]`). */
  readonly author: string;
  readonly sections: readonly Section[];
  /** The pull request is closed: everything is folded. */
  readonly closed: boolean;
}

export type CommentResult =
  | { readonly kind: 'posted' | 'unchanged' | 'superseded'; readonly id: number; readonly url: string }
  /** Nothing to fold away: the pull request has no comment of ours. */
  | { readonly kind: 'nothing' }
  /** GitHub said no: nothing was written. */
  | { readonly kind: 'refused'; readonly status: number | undefined; readonly message: string }
  /** It was written, or may have been, and is not there: other jobs overwrote it again and again. */
  | { readonly kind: 'unconfirmed'; readonly message: string };

/** Tries of one writer. Each other job of the pull request can cost it one. */
const ATTEMPTS = 8;
const BACKOFF_MS = 400;
/**
 * A job that read before we wrote may still write after we looked. It needs less than this between the two, so a
 * second look this much later sees what it did.
 */
const SETTLE_MS = 2_000;

/**
 * Puts sections into the pull request's one comment. GitHub's comments know no precondition, so a writer reads,
 * writes, and looks again, at once and once more when writers that read before it must have written; where its
 * sections are gone it writes them again. Needs `pull-requests: write`. Throws RemoteError where reading fails.
 */
export async function postComment(github: GitHub, given: CommentRequest, random = Math.random): Promise<CommentResult> {
  // As the client sends it: what is looked for afterwards must be what was written.
  const request = { ...given, sections: given.sections.map(redactedSection) };
  let lost = 'nothing was written';
  let own: number | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const plan = planComment(
      await listComments(github, request.pull, own),
      request.author,
      request.sections,
      request.closed,
    );
    if (plan.kind === 'none') return { kind: 'nothing' };
    if (plan.kind === 'superseded') return resultOf('superseded', plan.comment);
    if (plan.kind === 'keep' && attempt === 1) return resultOf('unchanged', plan.comment);
    // Where another job put our sections back, there is nothing to write, but still to look.
    const answer = plan.kind === 'keep' ? undefined : await write(github, request.pull, plan);
    if (answer?.kind === 'refused') {
      // The comment was deleted between our reading and our writing: a new one is created.
      if (plan.kind === 'update' && answer.error.status === 404 && attempt < ATTEMPTS) continue;
      return { kind: 'refused', status: answer.error.status, message: answer.error.message };
    }
    if (answer?.kind === 'accepted') own = Number(answer.data.id);
    // What was merged into the first comment stands there now: the others can go.
    if (plan.kind === 'update' && answer?.kind === 'accepted') await remove(github, plan.extra);
    const settled = await settle(github, request, own, random);
    if (settled !== undefined) return resultOf('posted', settled);
    lost = answer?.kind === 'lost' ? answer.error.message : 'another job wrote over it';
    await github.clock.sleep(BACKOFF_MS * attempt * (0.5 + random()), github.signal);
  }
  return { kind: 'unconfirmed', message: `after ${ATTEMPTS} tries: ${lost}` };
}

function redactedSection(section: Section): Section {
  const { body, rows, title } = section;
  return {
    ...section,
    body: redactText(body),
    ...(title === undefined ? {} : { title: redactText(title) }),
    ...(rows === undefined
      ? {}
      : { rows: rows.map((row) => ({ ...row, name: redactText(row.name), sentence: redactText(row.sentence) })) }),
  };
}

function write(github: GitHub, pull: number, plan: Extract<CommentPlan, { readonly body: string }>) {
  return plan.kind === 'create'
    ? github.change('issues.createComment', {
        issue_number: pull,
        body: plan.body,
      })
    : github.change('issues.updateComment', {
        comment_id: plan.comment.id,
        body: plan.body,
      });
}

/** The comment, where it holds our sections now and still after a while, and is the only one. */
async function settle(
  github: GitHub,
  request: CommentRequest,
  own: number | undefined,
  random: () => number,
): Promise<FoundComment | undefined> {
  let found: FoundComment | undefined;
  for (const wait of [0, SETTLE_MS * (1 + random() / 4)]) {
    await github.clock.sleep(wait, github.signal);
    const comments = await listComments(github, request.pull, own);
    const ours = comments.filter(({ author, body }) => author === request.author && isOurs(body));
    found = ours.length === 1 ? ours[0] : undefined;
    if (found === undefined || !holds(found.body, request.sections, request.closed)) return undefined;
  }
  return found;
}

async function remove(github: GitHub, ids: readonly number[]): Promise<void> {
  for (const id of ids) await github.change('issues.deleteComment', { comment_id: id });
}

/** All comments. The list may lag behind: `own`, a comment that we know of, is read separately where it is absent. */
async function listComments(github: GitHub, pull: number, own: number | undefined): Promise<readonly FoundComment[]> {
  const found: FoundComment[] = [];
  for await (const page of github.pages('issues.listComments', {
    issue_number: pull,
  }))
    found.push(...page.map(commentOf));
  if (own === undefined || found.some(({ id }) => id === own)) return found;
  try {
    const comment = await github.read('issues.getComment', { comment_id: own });
    return [...found, commentOf(comment)];
  } catch (error) {
    if (error instanceof RemoteError && error.status === 404) return found;
    throw error;
  }
}

function commentOf(comment: EndpointData<'issues.getComment'>): FoundComment {
  return {
    id: Number(comment.id),
    author: comment.user?.login ?? '',
    body: comment.body ?? '',
    url: comment.html_url,
  };
}

function resultOf(kind: 'posted' | 'unchanged' | 'superseded', comment: FoundComment): CommentResult {
  return { kind, id: comment.id, url: comment.url };
}
