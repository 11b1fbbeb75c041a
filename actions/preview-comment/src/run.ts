import { resolve } from 'node:path';
import { githubClient } from '@lockstep/action-kit/github';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { count, describe, RemoteError } from '@lockstep/base';
import {
  type CommentResult,
  changedFiles,
  type FoundPull,
  type GitHub,
  isLong,
  namesPlaces,
  type Places,
  postComment,
  pullOfCommit,
  readable,
  readPull,
  type Section,
  sectionOf,
  tame,
} from '@lockstep/github';
import { contradictions, type Inputs, inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';
import { type Draft, InvalidArtifact, isTooLong, ownDraft, readDrafts, writeDraft } from './sources.ts';
import { type Origin, originOf, type Where } from './where.ts';

export const action = defineAction({ name: 'preview-comment', inputs, check: contradictions, run });

const NOTHING = { posted: false, 'comment-id': '', 'comment-url': '', 'pull-request': '' };

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { env } = shell;
  if (values['write-to'] !== '') return writeHalf(values, shell);
  const origin = originOf({ ...env, event: env.event() }, values['pull-request'], values['read-from'] !== '');
  if (origin.where.kind === 'merge-queue')
    return {
      verdict: 'pass',
      reason: 'merge-queue',
      message: 'a merge queue has no pull request to comment on; nothing was posted',
      outputs: NOTHING,
    };
  let drafts: readonly Draft[];
  try {
    drafts = draftsOf(values, env.workspace);
  } catch (error) {
    if (!(error instanceof InvalidArtifact)) throw error;
    const message = `the artifact is not what "write-to" writes: ${error.message}; nothing was posted`;
    return { verdict: 'fail', reason: 'untrusted-artifact-invalid', message, outputs: NOTHING };
  }
  try {
    return await post(values, shell, origin, drafts);
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return notPosted(values, shell, drafts, { status: error.status, why: describe(error) });
  }
}

function draftsOf(values: Inputs, workspace: string): readonly Draft[] {
  if (values['read-from'] !== '') return readDrafts(resolve(workspace, values['read-from']));
  const own = ownDraft(values, workspace);
  return own === undefined ? [] : [own];
}

async function post(values: Inputs, shell: Shell, origin: Origin, drafts: readonly Draft[]): Promise<Outcome<Reason>> {
  const { env } = shell;
  const github = githubClient(values, shell);
  const found = await findPull(github, origin.where);
  if (typeof found === 'string')
    return { verdict: 'pass', ...notFound(found, origin.where, env.eventName), outputs: NOTHING };
  const closed = values.state === 'auto' ? !found.open : values.state === 'closed';
  if (drafts.length === 0 && !closed)
    return {
      verdict: 'pass',
      reason: 'nothing-to-post',
      message: 'no section was given',
      outputs: NOTHING,
    };
  const commit = values['commit-sha'] || ('commit' in origin.where ? origin.where.commit : '') || found.head;
  const places = await placesOf(github, shell, drafts, { pull: found, commit });
  const sections = drafts.map((draft) => sectionFrom(draft, origin, { commit, places, ownRun: env.runUrl }));
  if (values['dry-run']) return rehearse(shell, found, sections, closed);
  const result = await postComment(github, { pull: found.number, author: values['comment-author'], sections, closed });
  return outcomeOf(result, values, shell, { drafts, pull: found });
}

/** How many pull requests are meant, where it is not one. */
type Missing = 'none' | 'several';

/** The pull request, or how many there are in its place. */
async function findPull(github: GitHub, where: Where): Promise<FoundPull | Missing> {
  switch (where.kind) {
    case 'merge-queue':
    case 'nowhere':
      return 'none';
    case 'pull':
      return await readPull(github, where.number);
    case 'commit': {
      const found = await pullOfCommit(github, where.commit, where.headRepository);
      return found.kind === 'found' ? found.pull : found.kind;
    }
  }
}

function notFound(missing: Missing, where: Where, event: string): { reason: Reason; message: string } {
  if (missing === 'several')
    return {
      reason: 'several-pull-requests',
      message: 'several open pull requests have this commit as their head; it is not known which one is meant',
    };
  const message =
    where.kind === 'nowhere'
      ? `the event ${event} names no pull request to comment on`
      : 'no open pull request has this commit as its head; it is closed, or a newer commit was pushed';
  return { reason: 'no-pull-request', message };
}

/** Where places of files lead. What changed is only read if a section names a place; without it the diff is not linked. */
async function placesOf(
  github: GitHub,
  { env, log }: Shell,
  drafts: readonly Draft[],
  { commit, pull }: { readonly pull: FoundPull; readonly commit: string },
): Promise<Places> {
  const home = `${env.serverUrl}/${env.repository.owner}/${env.repository.repo}`;
  const links = { pullUrl: `${home}/pull/${pull.number}`, fileUrl: `${home}/blob/${commit}` };
  if (!drafts.some(({ markdown }) => namesPlaces(markdown))) return { ...links, changed: new Set() };
  const changed = await changedFiles(github, pull.number).catch((error: unknown) => {
    if (!(error instanceof RemoteError)) throw error;
    log.info(`places in files are not linked to the diff: ${describe(error)}`);
    return new Set<string>();
  });
  return { ...links, changed };
}

function sectionFrom(
  { markdown, name, rows, title, verdict }: Draft,
  origin: Origin,
  about: { readonly commit: string; readonly places: Places; readonly ownRun: string },
): Section {
  return sectionOf(name, origin.version, {
    markdown,
    verdict,
    title,
    rows,
    commit: about.commit,
    run: origin.runUrl,
    whole: about.ownRun,
    places: about.places,
  });
}

/** The whole text of what a comment may have to cut, folded, in the summary of this run. */
function keepWhole(shell: Shell, drafts: readonly Draft[]): void {
  for (const { name, markdown } of drafts)
    shell.summary.add(
      `<details><summary>${name}, the whole text</summary>\n\n${tame(readable(markdown))}\n\n</details>`,
    );
}

function outcomeOf(
  result: CommentResult,
  values: Inputs,
  shell: Shell,
  { drafts, pull }: { readonly drafts: readonly Draft[]; readonly pull: FoundPull },
): Outcome<Reason> {
  const number = { 'pull-request': pull.number };
  switch (result.kind) {
    case 'posted':
    case 'unchanged':
    case 'superseded': {
      // The comment links to it.
      keepWhole(
        shell,
        drafts.filter(({ markdown }) => isLong(tame(markdown))),
      );
      const reason = result.kind;
      const what = { posted: 'updated', unchanged: 'already up to date', superseded: 'written by a newer run' }[reason];
      const outputs = {
        posted: result.kind !== 'superseded',
        'comment-id': result.id,
        'comment-url': result.url,
        ...number,
      };
      return { verdict: 'pass', reason, message: `comment on #${pull.number} ${what}: ${result.url}`, outputs };
    }
    case 'nothing':
      return {
        verdict: 'pass',
        ...(drafts.length === 0
          ? { reason: 'nothing-to-fold', message: `#${pull.number} has no comment to fold` }
          : { reason: 'nothing-to-post', message: `every section is empty, and #${pull.number} has no comment` }),
        outputs: { ...NOTHING, ...number },
      };
    case 'refused':
      return notPosted(values, shell, drafts, { status: result.status, why: result.message, pull: pull.number });
    case 'unconfirmed':
      return notPosted(values, shell, drafts, { status: undefined, why: result.message, pull: pull.number });
  }
}

/** A section as it would be in the comment, without its table. */
function addToSummary(shell: Shell, { markdown, rows, title }: Draft): void {
  const lines = rows.map(
    ({ name, sentence, verdict = '' }) => `- ${tame([name, verdict, sentence].filter(Boolean).join(': '))}`,
  );
  const blocks = [title === '' ? '' : `### ${tame(title)}`, lines.join('\n'), tame(markdown)];
  for (const block of blocks) if (block !== '') shell.summary.add(block);
}

/** What could not be posted is in the summary at least. */
function notPosted(
  values: Inputs,
  shell: Shell,
  drafts: readonly Draft[],
  { pull, status, why }: { readonly status: number | undefined; readonly why: string; readonly pull?: number },
): Outcome<Reason> {
  for (const draft of drafts) addToSummary(shell, draft);
  const outputs = { ...NOTHING, ...(pull === undefined ? {} : { 'pull-request': pull }) };
  const mayNot = status === 401 || status === 403 || status === 404;
  if (mayNot) {
    const message = `this token may not comment (those of forks only read); the step summary has ${count(drafts.length, 'section')} instead: ${why}`;
    if (!values.required) shell.log.notice(message);
    return { verdict: 'pass', reason: 'summary-only', message, outputs, passes: !values.required };
  }
  const refused = status !== undefined && status >= 400 && status < 500;
  const message = `the comment ${refused ? 'was refused' : 'was not confirmed'}; the step summary has it: ${why}`;
  return {
    verdict: refused ? 'fail' : 'unknown',
    reason: refused ? 'refused' : 'unconfirmed',
    message,
    outputs,
    passes: !values.required,
  };
}

function writeHalf(values: Inputs, shell: Shell): Outcome<Reason> {
  const draft = ownDraft(values, shell.env.workspace);
  if (draft === undefined) throw new Error('a section was not checked');
  const folder = resolve(shell.env.workspace, values['write-to']);
  if (values['dry-run']) return rehearseWords(shell, [draft.markdown], `would write ${draft.name}.json to ${folder}`);
  if (isTooLong(draft)) keepWhole(shell, [draft]);
  const path = writeDraft(folder, draft);
  return {
    verdict: 'pass',
    reason: 'written',
    message: `wrote ${path}; upload the folder as an artifact`,
    outputs: NOTHING,
  };
}

function rehearse(shell: Shell, pull: FoundPull, sections: readonly Section[], closed: boolean): Outcome<Reason> {
  const what = closed ? ', folded' : '';
  const words = sections.flatMap(({ body, rows = [] }) => [
    ...rows.map(({ name, sentence }) => `${name}: ${sentence}`),
    body,
  ]);
  return rehearseWords(shell, words, `would post ${count(sections.length, 'section')} to #${pull.number}${what}`);
}

function rehearseWords(shell: Shell, bodies: readonly string[], message: string): Outcome<Reason> {
  for (const body of bodies) shell.log.foreign(body);
  return { verdict: 'pass', reason: 'dry-run', message, outputs: NOTHING };
}
