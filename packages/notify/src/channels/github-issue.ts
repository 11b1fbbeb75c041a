import { inlineText, linkTarget, type Secret } from '@lockstep/base';
import type { ChannelType, Sent } from '../channel.ts';
import { type Call, exchange, type World } from '../exchange.ts';
import { isDone, type ReleaseMessage, severityOf } from '../message.ts';
import { Undelivered } from '../undelivered.ts';
import { facts, headline, undoLines } from '../words.ts';

interface Repository {
  /** `https://api.github.com/repos/owner/repo`. */
  readonly url: string;
  readonly token: Secret;
  readonly label: string;
  readonly world: World;
}

interface Issue {
  readonly number: number;
  readonly html_url: string;
  readonly body: string | null;
}

/** Longer lines are data, not a sentence. */
const LINE_LENGTH = 1_000;

const HINTS = {
  403: 'give the job "issues: write"',
  404: 'check "repository" and that the token can write its issues',
  410: 'issues are switched off in this repository',
};

/**
 * One open issue for each environment and service that is in trouble: a release that goes bad opens it or adds to
 * it, the next one that is released closes it. Other states say nothing here.
 */
export const githubIssue: ChannelType = {
  type: 'github-issue',
  open(fields, surroundings) {
    const name = fields.text('repository') || surroundings.repository;
    if (!/^[\w.-]+\/[\w.-]+$/.test(name)) fields.complain('repository', 'expected owner/repo');
    const token = fields.secret('token', surroundings.githubToken);
    const label = fields.text('label') || 'lockstep-release';
    return {
      place: name,
      secrets: [token],
      async send(message, _handle, world) {
        const repository = { url: `${surroundings.githubApiUrl}/repos/${name}`, token, label, world };
        const severe = severityOf(message.state) !== 'info';
        if (!severe && !isDone(message.state))
          return { delivery: 'confirmed', detail: 'no issue is opened for a release under way' };
        const open = await findOpen(repository, message);
        return severe ? await report(repository, message, open) : await close(repository, message, open);
      },
    };
  },
};

async function report(repository: Repository, message: ReleaseMessage, open: Issue | undefined): Promise<Sent> {
  if (open !== undefined) {
    await ask(repository, 'POST', `/issues/${open.number}/comments`, { body: body(message) });
    return { delivery: 'confirmed', detail: `added to ${open.html_url}` };
  }
  const opened = { title: headline(message), body: `${marker(message)}\n${body(message)}`, labels: [repository.label] };
  try {
    const issue = (await ask(repository, 'POST', '/issues', opened)) as Issue;
    return { delivery: 'confirmed', detail: `opened ${issue.html_url}` };
  } catch (thrown) {
    if (!(thrown instanceof Undelivered) || thrown.effect === 'none') throw thrown;
    const found = await findOpen(repository, message);
    if (found === undefined) throw thrown;
    return { delivery: 'confirmed', detail: `opened ${found.html_url}` };
  }
}

async function close(repository: Repository, message: ReleaseMessage, open: Issue | undefined): Promise<Sent> {
  if (open === undefined) return { delivery: 'confirmed', detail: 'no issue is open' };
  await ask(repository, 'POST', `/issues/${open.number}/comments`, { body: body(message) });
  await ask(repository, 'PATCH', `/issues/${open.number}`, { state: 'closed', state_reason: 'completed' });
  return { delivery: 'confirmed', detail: `closed ${open.html_url}` };
}

/** The list of issues is consistent; GitHub's search is not. A hundred open ones with this label are enough. */
async function findOpen(repository: Repository, message: ReleaseMessage): Promise<Issue | undefined> {
  const query = `state=open&per_page=100&labels=${encodeURIComponent(repository.label)}`;
  const issues = (await ask(repository, 'GET', `/issues?${query}`)) as readonly Issue[];
  return issues.find((issue) => issue.body?.startsWith(marker(message)) === true);
}

async function ask(repository: Repository, method: Call['method'], path: string, content?: object): Promise<unknown> {
  const { text } = await exchange(
    {
      service: 'GitHub',
      method,
      url: `${repository.url}${path}`,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${repository.token.reveal()}`,
        'x-github-api-version': '2022-11-28',
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
      repeatable: method !== 'POST',
      hints: HINTS,
    },
    repository.world,
  );
  return JSON.parse(text);
}

function marker(message: ReleaseMessage): string {
  return `<!-- lockstep:release ${encodeURIComponent(message.environment)}/${encodeURIComponent(message.service)} -->`;
}

function body(message: ReleaseMessage): string {
  const bullets = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `**${title}**`, ...lines.map((line) => `- ${plain(line)}`)];
  return [
    `**${plain(headline(message))}**${message.summary === '' ? '' : ` — ${plain(message.summary)}`}`,
    '',
    ...facts(message).map(
      ([label, value]) => `- ${label}: ${label === 'Commit' ? commitOf(message, value) : plain(value)}`,
    ),
    ...bullets('What changed', message.changes),
    ...bullets('Undone', undoLines(message)),
    ...(message.failure === '' ? [] : ['', '**What went wrong**', '', ...indented(message.failure)]),
    ...(message.next === '' ? [] : ['', `**Next**: ${plain(message.next)}`]),
    '',
    message.links.map(({ label, url }) => `[${plain(label)}](${linkTarget(url)})`).join(' · '),
  ]
    .join('\n')
    .slice(0, 60_000);
}

function commitOf({ commitUrl = '' }: ReleaseMessage, commit: string): string {
  return commitUrl === '' ? plain(commit) : `[${plain(commit)}](${linkTarget(commitUrl)})`;
}

/** A commit message must not notify anybody. */
function plain(text: string): string {
  return inlineText(text, LINE_LENGTH);
}

/** A code block that nothing inside can end. */
function indented(text: string): readonly string[] {
  return text.split('\n').map((line) => `    ${line}`);
}
