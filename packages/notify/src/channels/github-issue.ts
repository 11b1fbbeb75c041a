import { inlineText, linkTarget } from '@lockstep/base';
import type { ChannelType, Sent } from '../channel.ts';
import type { World } from '../exchange.ts';
import type { Issue, Issues } from '../issues.ts';
import { mentioned, readMention } from '../mention.ts';
import { isDone, type ReleaseMessage, severityOf } from '../message.ts';
import { timeText } from '../time.ts';
import { cut, facts, hasCause, headline, listed, lookOf, mainLines, undoLines } from '../words.ts';
import { issueAcknowledging } from './issue-acknowledged.ts';
import { taken, unread } from './issue-answers.ts';

interface Repository {
  readonly issues: Issues;
  readonly label: string;
  /** Whom to mention. */
  readonly names: readonly string[];
}

/** Longer lines are data, not a sentence. */
const LINE_LENGTH = 1_000;
/** Of a folded list; an issue has room for 65,536 characters. */
const LIST = { length: LINE_LENGTH, total: 12_000 };
const FAILURE_LENGTH = 16_000;

/**
 * One open issue for each environment and service whose release failed, and for each kind of scheduled job: the failure
 * opens it or adds to it, the next one that succeeds closes it. Other states are not reported here.
 */
export const githubIssue: ChannelType = {
  type: 'github-issue',
  tasks: 'all',
  open(fields, surroundings) {
    const name = fields.text('repository') || surroundings.repository;
    if (!/^[\w.-]+\/[\w.-]+$/.test(name)) fields.complain('repository', 'expected owner/repo');
    const token = fields.secret('token', surroundings.githubToken);
    const label = fields.text('label') || 'lockstep-release';
    const form = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}(\/[\w.-]{1,100})?$/;
    const mention = readMention(fields, form, '@user or @organization/team');
    const at = (world: World, names: readonly string[] = []) => ({
      issues: surroundings.openIssues(name, token, world),
      label,
      names,
    });
    return {
      place: name,
      secrets: [token],
      acknowledging: issueAcknowledging((world) => at(world).issues),
      async send(message, _handle, world) {
        const names = mentioned(mention, message);
        const repository = at(world, names);
        const severe = severityOf(message.state) !== 'info';
        if (!severe && !isDone(message.state))
          return { delivery: 'confirmed', detail: 'no issue is opened for what is under way' };
        const open = await findOpen(repository, message);
        return severe ? await report(repository, message, open) : await close(repository, message, open);
      },
    };
  },
};

async function report(at: Repository, message: ReleaseMessage, open: Issue | undefined): Promise<Sent> {
  const { issues, label, names } = at;
  if (open !== undefined) {
    taken(await issues.comment(open.number, body(message, names)));
    return { delivery: 'confirmed', detail: `added to ${open.url}`, handle: { issue: String(open.number) } };
  }
  const answer = await issues.create({
    title: headline(message),
    body: `${marker(message)}\n${body(message, names)}`,
    label,
  });
  const found = answer.kind === 'lost' ? await findOpen(at, message) : undefined;
  const issue = found ?? taken(answer);
  return { delivery: 'confirmed', detail: `opened ${issue.url}`, handle: { issue: String(issue.number) } };
}

async function close(at: Repository, message: ReleaseMessage, open: Issue | undefined): Promise<Sent> {
  if (open === undefined) return { delivery: 'confirmed', detail: 'no issue is open' };
  taken(await at.issues.comment(open.number, body(message, at.names)));
  const answer = await at.issues.close(open.number);
  if (answer.kind !== 'lost' || (await findOpen(at, message)) !== undefined) taken(answer);
  return { delivery: 'confirmed', detail: `closed ${open.url}` };
}

async function findOpen({ issues, label }: Repository, message: ReleaseMessage): Promise<Issue | undefined> {
  const open = await issues.listOpen(label).catch((thrown: unknown) => {
    throw unread(thrown);
  });
  return open.find((issue) => issue.body.startsWith(marker(message)));
}

function marker(message: ReleaseMessage): string {
  const line = [message.environment, message.service].map(encodeURIComponent).join('/');
  if (message.state === 'drill') return `<!-- lockstep:drill ${line} -->`;
  return message.task === undefined
    ? `<!-- lockstep:release ${line} -->`
    : `<!-- lockstep:task ${line}/${encodeURIComponent(message.task)} -->`;
}

/** What matters in the first lines; changes, undo steps and the whole failure below them, folded. */
function body(message: ReleaseMessage, names: readonly string[]): string {
  const lines = mainLines(message).map(([label, text]) => `- ${label === '' ? '' : `**${label}**: `}${plain(text)}`);
  const known = facts(message).map(([label, value, url]) => `${label} ${linked(value, url)}`);
  const links = message.links.map(({ label, url }) => linked(label, url));
  return [
    `${lookOf(message).sign} **${plain(headline(message))}**`,
    ...(names.length === 0 ? [] : ['', names.map((name) => `@${name}`).join(' ')]),
    '',
    ...lines,
    `- ${[...known, ...links, timeText(message)].join(' · ')}`,
    ...(hasCause(message) ? fold('What failed', indented(cut(message.failure, FAILURE_LENGTH))) : []),
    ...fold('Undone', bullets(listed(undoLines(message), LIST))),
    ...fold('Changes', bullets(listed(message.changes, LIST))),
  ]
    .join('\n')
    .slice(0, 60_000);
}

function fold(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `<details><summary>${title}</summary>`, '', ...lines, '', '</details>'];
}

function bullets(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `- ${plain(line)}`);
}

function linked(label: string, url: string): string {
  return url === '' ? plain(label) : `[${plain(label)}](${linkTarget(url)})`;
}

/** A commit message must not notify anyone. */
function plain(text: string): string {
  return inlineText(text, LINE_LENGTH);
}

/** A code block that nothing inside can end. */
function indented(text: string): readonly string[] {
  return text.split('\n').map((line) => `    ${line}`);
}
