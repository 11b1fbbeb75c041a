import { resolve } from 'node:path';
import { githubClient } from '@lockstep/action-kit/github';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { count, describe, RemoteError } from '@lockstep/base';
import {
  type CommentResult,
  type FoundPull,
  type GitHub,
  isLong,
  postComment,
  pullOfCommit,
  readPull,
  type Section,
  sectionOf,
  tame,
} from '@lockstep/github';
import { contradictions, type Inputs, inputs } from './inputs.ts';
import { type Draft, HostileData, isTooLong, ownDraft, readDrafts, writeDraft } from './sources.ts';
import { type Origin, originOf, type Where } from './where.ts';

export const action = defineAction({ name: 'preview-comment', inputs, check: contradictions, run });

const NOTHING = { posted: false, 'comment-id': '', 'comment-url': '', 'pull-request': '' };

async function run(values: Inputs, shell: Shell): Promise<Outcome> {
  const { env } = shell;
  if (values['write-to'] !== '') return writeHalf(values, shell);
  const origin = originOf({ ...env, event: env.event() }, values['pull-request'], values['read-from'] !== '');
  if (origin.where.kind === 'merge-queue')
    return { verdict: 'pass', reason: 'merge-queue', message: 'silent in a merge queue', outputs: NOTHING };
  let drafts: readonly Draft[];
  try {
    drafts = draftsOf(values, env.workspace);
  } catch (error) {
    if (!(error instanceof HostileData)) throw error;
    const message = `the data is not what the untrusted half writes (${error.message}); nothing was posted`;
    return { verdict: 'fail', reason: 'hostile-data', message, outputs: NOTHING };
  }
  try {
    return await post(values, shell, origin, drafts);
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return missed(values, shell, drafts, { status: error.status, why: describe(error) });
  }
}

function draftsOf(values: Inputs, workspace: string): readonly Draft[] {
  if (values['read-from'] !== '') return readDrafts(resolve(workspace, values['read-from']));
  const own = ownDraft(values, workspace);
  return own === undefined ? [] : [own];
}

async function post(values: Inputs, shell: Shell, origin: Origin, drafts: readonly Draft[]): Promise<Outcome> {
  const { env } = shell;
  const github = githubClient(values, shell);
  const found = await findPull(github, origin.where);
  if (typeof found === 'string') return { verdict: 'pass', ...notFound(found), outputs: NOTHING };
  const closed = values.state === 'auto' ? !found.open : values.state === 'closed';
  if (drafts.length === 0 && !closed)
    return {
      verdict: 'pass',
      reason: 'nothing-to-post',
      message: 'no section, and the pull request is open',
      outputs: NOTHING,
    };
  const sections = drafts.map((draft) => sectionFrom(draft, values, origin, { pull: found, ownRun: env.runUrl }));
  if (values['dry-run']) return rehearse(shell, found, sections, closed);
  const result = await postComment(github, { pull: found.number, author: values['comment-author'], sections, closed });
  return outcomeOf(result, values, shell, { drafts, pull: found });
}

/** The pull request, or why there is none. */
async function findPull(
  github: GitHub,
  where: Where,
): Promise<FoundPull | 'no-pull-request' | 'several-pull-requests'> {
  switch (where.kind) {
    case 'merge-queue':
    case 'nowhere':
      return 'no-pull-request';
    case 'pull':
      return await readPull(github, where.number);
    case 'commit': {
      const found = await pullOfCommit(github, where.commit, where.headRepository);
      if (found.kind === 'found') return found.pull;
      return found.kind === 'none' ? 'no-pull-request' : 'several-pull-requests';
    }
  }
}

function notFound(why: 'no-pull-request' | 'several-pull-requests'): { reason: string; message: string } {
  return why === 'no-pull-request'
    ? { reason: why, message: 'no open pull request has this commit as its head; it is closed or has moved on' }
    : { reason: why, message: 'several open pull requests have this commit as their head, and nothing says which' };
}

function sectionFrom(
  draft: Draft,
  values: Inputs,
  origin: Origin,
  { pull, ownRun }: { readonly pull: FoundPull; readonly ownRun: string },
): Section {
  const { where } = origin;
  const commit = values['commit-sha'] || ('commit' in where ? where.commit : '') || pull.head;
  const run = origin.runUrl === '' ? '' : ` · [run](${origin.runUrl})`;
  const { markdown, verdict } = draft;
  return sectionOf(draft.name, origin.version, {
    markdown,
    verdict,
    about: `${commit.slice(0, 7)}${run}`,
    whole: ownRun,
  });
}

/** The whole text of what a comment may have to cut, folded, in the summary of this run. */
function keepWhole(shell: Shell, drafts: readonly Draft[]): void {
  for (const { name, markdown } of drafts)
    shell.summary.add(`<details><summary>${name}, as a whole</summary>\n\n${tame(markdown)}\n\n</details>`);
}

function outcomeOf(
  result: CommentResult,
  values: Inputs,
  shell: Shell,
  { drafts, pull }: { readonly drafts: readonly Draft[]; readonly pull: FoundPull },
): Outcome {
  const number = { 'pull-request': pull.number };
  switch (result.kind) {
    case 'posted':
    case 'kept':
    case 'superseded': {
      // The comment links to it.
      keepWhole(
        shell,
        drafts.filter(({ markdown }) => isLong(tame(markdown))),
      );
      const reason = result.kind === 'kept' ? 'unchanged' : result.kind;
      const words = { posted: 'says it', unchanged: 'said it already', superseded: 'has these of a newer run' }[reason];
      const outputs = {
        posted: result.kind !== 'superseded',
        'comment-id': result.id,
        'comment-url': result.url,
        ...number,
      };
      return { verdict: 'pass', reason, message: `the comment of #${pull.number} ${words}: ${result.url}`, outputs };
    }
    case 'nothing':
      return {
        verdict: 'pass',
        ...(drafts.length === 0
          ? { reason: 'nothing-to-fold', message: `#${pull.number} has no comment of ours` }
          : { reason: 'nothing-to-post', message: 'no section has anything to say, and there is no comment of ours' }),
        outputs: { ...NOTHING, ...number },
      };
    case 'refused':
      return missed(values, shell, drafts, { status: result.status, why: result.message, pull: pull.number });
    case 'unconfirmed':
      return missed(values, shell, drafts, { status: undefined, why: result.message, pull: pull.number });
  }
}

/** What could not be posted stands in the summary at least, and says so. */
function missed(
  values: Inputs,
  shell: Shell,
  drafts: readonly Draft[],
  { pull, status, why }: { readonly status: number | undefined; readonly why: string; readonly pull?: number },
): Outcome {
  for (const { markdown } of drafts) if (markdown !== '') shell.summary.add(tame(markdown));
  const outputs = { ...NOTHING, ...(pull === undefined ? {} : { 'pull-request': pull }) };
  const mayNot = status === 401 || status === 403 || status === 404;
  if (mayNot) {
    const message = `not allowed to comment, the summary has ${count(drafts.length, 'section')} instead (a fork's token may only read): ${why}`;
    if (!values.required) shell.log.notice(message);
    return { verdict: 'pass', reason: 'summary-only', message, outputs, passes: !values.required };
  }
  const refused = status !== undefined && status >= 400 && status < 500;
  const message = `the comment ${refused ? 'was refused' : 'may not be there'}, the summary has it: ${why}`;
  return {
    verdict: refused ? 'fail' : 'unknown',
    reason: refused ? 'refused' : 'unconfirmed',
    message,
    outputs,
    passes: !values.required,
  };
}

function writeHalf(values: Inputs, shell: Shell): Outcome {
  const draft = ownDraft(values, shell.env.workspace);
  if (draft === undefined) throw new Error('a section was not checked');
  const folder = resolve(shell.env.workspace, values['write-to']);
  if (values['dry-run']) return rehearseWords(shell, [draft.markdown], `would write ${draft.name}.json into ${folder}`);
  if (isTooLong(draft)) keepWhole(shell, [draft]);
  const path = writeDraft(folder, draft);
  return { verdict: 'pass', reason: 'written', message: `${path}: upload the folder as an artifact`, outputs: NOTHING };
}

function rehearse(shell: Shell, pull: FoundPull, sections: readonly Section[], closed: boolean): Outcome {
  const what = closed ? ', folded away' : '';
  const words = sections.map(({ body }) => body);
  return rehearseWords(shell, words, `would post ${count(sections.length, 'section')} to #${pull.number}${what}`);
}

function rehearseWords(shell: Shell, bodies: readonly string[], message: string): Outcome {
  for (const body of bodies) shell.log.foreign(body);
  return { verdict: 'pass', reason: 'dry-run', message, outputs: NOTHING };
}
