import { type RemoteError, redactText } from '@lockstep/base';
import type { EndpointData, GitHub } from './github.ts';

export interface ReleaseRequest {
  readonly tag: string;
  /** '' for the tag itself. */
  readonly title: string;
  /** The commit that the notes lead to, whole. */
  readonly commit: string;
  readonly notes: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  /** False for a rollback: GitHub decides by date and version otherwise. */
  readonly mayBeLatest: boolean;
}

/** A GitHub Release as far as it matters here. */
export interface FoundRelease {
  readonly id: number;
  readonly tag: string;
  readonly body: string;
  readonly draft: boolean;
  readonly url: string;
}

export type ReleasePlan =
  | { readonly kind: 'create'; readonly body: string }
  | { readonly kind: 'update'; readonly release: FoundRelease; readonly body: string; readonly draft: boolean }
  /** It says so already. */
  | { readonly kind: 'keep'; readonly release: FoundRelease }
  | { readonly kind: 'refuse'; readonly message: string };

export type PublishResult =
  | { readonly kind: 'published' | 'drafted' | 'unchanged'; readonly release: FoundRelease }
  | { readonly kind: 'refused'; readonly message: string }
  /** The answer was lost, or reading back shows something else. */
  | { readonly kind: 'unconfirmed'; readonly message: string };

const START = '<!-- lockstep:release-notes -->';
const END = '<!-- /lockstep:release-notes -->';

/** docs.github.com: a release's body holds 125,000 characters. */
const BODY_LIMIT = 125_000;

/**
 * What is to be done, given the tag's commit and its release as they are. A published release never
 * becomes a draft again, and what they wrote around the notes stays.
 */
export function planRelease(
  request: ReleaseRequest,
  tagged: string | undefined,
  found: FoundRelease | undefined,
): ReleasePlan {
  if (tagged !== undefined && tagged !== request.commit)
    return {
      kind: 'refuse',
      message: `tag ${request.tag} is at ${tagged.slice(0, 7)}, but the notes end at ${request.commit.slice(0, 7)}; give another "tag", or the commit of this tag as "to"`,
    };
  // As the client sends it: what is looked for afterwards must be what was written.
  const body = redactText(withNotes(found?.body ?? '', request.notes));
  if (body.length > BODY_LIMIT)
    return {
      kind: 'refuse',
      message: `the release ${request.tag} would be longer than the ${BODY_LIMIT} characters that GitHub accepts; lower "max-length"`,
    };
  if (found === undefined) return { kind: 'create', body };
  const draft = found.draft && request.draft;
  if (sameText(found.body, body) && found.draft === draft) return { kind: 'keep', release: found };
  return { kind: 'update', release: found, body, draft };
}

/** Puts the notes in the place of earlier ones, or behind what is there. */
function withNotes(body: string, notes: string): string {
  const block = `${START}\n${notes.trim()}\n${END}`;
  const [from, to] = [body.indexOf(START), body.indexOf(END)];
  if (from >= 0 && to > from) return body.slice(0, from) + block + body.slice(to + END.length);
  return body.trim() === '' ? block : `${body.trimEnd()}\n\n${block}`;
}

/** Needs `contents: read`, for drafts `contents: write`. Throws RemoteError. */
export async function readRelease(github: GitHub, tag: string): Promise<FoundRelease | undefined> {
  // Asked for by its tag, a draft is not there.
  for await (const page of github.pages('repos.listReleases', {})) {
    const found = page.find((release) => release.tag_name === tag);
    if (found !== undefined) return foundRelease(found);
  }
  return undefined;
}

/** The commit that a tag leads to; undefined where there is no such tag. Throws RemoteError. */
export async function readTag(github: GitHub, tag: string): Promise<string | undefined> {
  const refs = await github.read('git.listMatchingRefs', { ref: `tags/${tag}` });
  if (!refs.some(({ ref }) => ref === `refs/tags/${tag}`)) return undefined;
  // An annotated tag is an object of its own; asked for as a commit it is followed.
  const commit = await github.read('repos.getCommit', { ref: `tags/${tag}`, per_page: 1 });
  return commit.sha;
}

/** Does what the plan says, once, and reads it back. Needs `contents: write`. Throws RemoteError. */
export async function publishRelease(
  github: GitHub,
  request: ReleaseRequest,
  plan: ReleasePlan,
): Promise<PublishResult> {
  switch (plan.kind) {
    case 'refuse':
      return { kind: 'refused', message: plan.message };
    case 'keep':
      return { kind: 'unchanged', release: plan.release };
    case 'create':
    case 'update':
      return await change(github, request, plan);
  }
}

async function change(
  github: GitHub,
  request: ReleaseRequest,
  plan: Extract<ReleasePlan, { readonly body: string }>,
): Promise<PublishResult> {
  const draft = plan.kind === 'create' ? request.draft : plan.draft;
  const shared = { body: plan.body, draft, ...(request.mayBeLatest ? {} : { make_latest: 'false' as const }) };
  const answer =
    plan.kind === 'update'
      ? await github.change('repos.updateRelease', {
          release_id: plan.release.id,
          ...shared,
        })
      : await github.change('repos.createRelease', {
          tag_name: request.tag,
          target_commitish: request.commit,
          name: request.title === '' ? request.tag : request.title,
          prerelease: request.prerelease,
          ...shared,
        });
  if (answer.kind === 'refused') throw answer.error;
  const seen =
    answer.kind === 'accepted'
      ? await readAgain(github, answer.data.id)
      : await lookFor(github, request.tag, plan.body);
  return confirm(seen, { tag: request.tag, body: plan.body, draft }, answer.kind === 'lost' ? answer.error : undefined);
}

async function readAgain(github: GitHub, id: number): Promise<FoundRelease> {
  return foundRelease(await github.read('repos.getRelease', { release_id: id }));
}

/** What is written shows up in lists a little later (ms). */
const LOOK_AFTER_MS = [0, 500, 2_000];

async function lookFor(github: GitHub, tag: string, body: string): Promise<FoundRelease | undefined> {
  let seen: FoundRelease | undefined;
  for (const ms of LOOK_AFTER_MS) {
    await github.clock.sleep(ms, github.signal);
    seen = await readRelease(github, tag);
    if (seen !== undefined && sameText(seen.body, body)) return seen;
  }
  return seen;
}

function confirm(
  seen: FoundRelease | undefined,
  { body, draft, tag }: Pick<FoundRelease, 'body' | 'draft' | 'tag'>,
  lost: RemoteError | undefined,
): PublishResult {
  if (seen !== undefined && sameText(seen.body, body) && seen.draft === draft)
    return { kind: draft ? 'drafted' : 'published', release: seen };
  const what = seen === undefined ? 'it is not there' : 'its text is different';
  const why = lost === undefined ? '' : ` (${lost.message})`;
  return { kind: 'unconfirmed', message: `the release ${tag} was sent, but ${what}${why}; run the step again` };
}

function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/\r\n/g, '\n').trim();
  return plain(a) === plain(b);
}

function foundRelease(raw: EndpointData<'repos.getRelease'>): FoundRelease {
  return { id: raw.id, tag: raw.tag_name, body: raw.body ?? '', draft: raw.draft, url: raw.html_url };
}
