import { isDone, type ReleaseMessage, severityOf } from '../message.ts';
import { cut, facts, headline, undoLines } from '../words.ts';

/** Slack's limits (docs.slack.dev/reference/block-kit/blocks), with room for what escaping adds. */
const HEADER_LENGTH = 150;
const TEXT_LENGTH = 2_900;

/** What of a failure stands in the message itself; the whole is in its thread. */
const CAUSE_LENGTH = 900;

type Block = Readonly<Record<string, unknown>>;

/** What `chat.postMessage`, `chat.update` and a webhook take. */
export interface SlackContent {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Only an attachment has a colour. */
  readonly attachments: readonly [{ readonly color: string; readonly blocks: readonly Block[] }];
}

/** The message in Block Kit: a headline, and at most nine blocks beside a bar of the colour of what came of it. */
export function slackContent(message: ReleaseMessage): SlackContent {
  const { mark, colour } = lookOf(message);
  const head = cut(`${mark} ${headline(message)}`, HEADER_LENGTH);
  return {
    text: slackText(message),
    blocks: [{ type: 'header', text: { type: 'plain_text', text: head, emoji: true } }],
    attachments: [{ color: colour, blocks: bodyOf(message) }],
  };
}

/** Red, yellow, green; blue while it goes on. */
function lookOf({ state }: ReleaseMessage): { readonly mark: string; readonly colour: string } {
  if (isDone(state)) return { mark: '🟢', colour: '#2da44e' };
  const severity = severityOf(state);
  if (severity === 'error') return { mark: '🔴', colour: '#d1242f' };
  return severity === 'warning' ? { mark: '🟡', colour: '#d9a50d' } : { mark: '🔵', colour: '#1f7ae0' };
}

function bodyOf(message: ReleaseMessage): readonly Block[] {
  const fields = facts(message).map(([label, value]) =>
    mrkdwn(`*${label}*\n${label === 'Commit' ? commitLink(message, value) : escapeMrkdwn(cut(value, 200))}`),
  );
  return [
    ...section(cause(message)),
    ...section(message.summary === '' ? [] : [escapeMrkdwn(message.summary)]),
    ...(fields.length === 0 ? [] : [{ type: 'section', fields }]),
    ...section(bullets('What changed', message.changes)),
    ...section(bullets('Undone', undoLines(message))),
    ...section(message.next === '' ? [] : [`*Next*`, escapeMrkdwn(message.next)]),
    ...context(message),
  ];
}

function commitLink({ commitUrl = '' }: ReleaseMessage, commit: string): string {
  return commitUrl === '' ? escapeMrkdwn(commit) : `<${commitUrl.replaceAll('|', '%7C')}|${escapeMrkdwn(commit)}>`;
}

/** Why, where people look first. */
function cause(message: ReleaseMessage): readonly string[] {
  if (!hasCause(message)) return [];
  const words = escapeMrkdwn(cut(message.failure, CAUSE_LENGTH));
  return ['*What went wrong*', ...words.split('\n').map((line) => `> ${line}`)];
}

function hasCause(message: ReleaseMessage): boolean {
  return message.failure !== '' && severityOf(message.state) !== 'info';
}

/** Whether the failure has more to say than the message shows. */
export function hasMore(message: ReleaseMessage): boolean {
  return hasCause(message) && message.failure.length > CAUSE_LENGTH;
}

/** The failure detail, for the thread. */
export function slackDetail(message: ReleaseMessage): string {
  const fence = '```';
  return `*What went wrong*\n${fence}${cut(escapeMrkdwn(message.failure).replaceAll(fence, "'''"), TEXT_LENGTH)}${fence}`;
}

/** What phones and screen readers show. */
function slackText(message: ReleaseMessage): string {
  const tail = message.summary === '' ? '' : ` — ${message.summary}`;
  return escapeMrkdwn(cut(`${headline(message)}${tail}`, TEXT_LENGTH));
}

function section(lines: readonly string[]): readonly Block[] {
  return lines.length === 0 ? [] : [{ type: 'section', text: mrkdwn(fit(lines)) }];
}

function bullets(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`*${title}*`, ...lines.map((line) => `• ${escapeMrkdwn(cut(line, 300))}`)];
}

function context(message: ReleaseMessage): readonly Block[] {
  const links = message.links.map(({ label, url }) => `<${url.replaceAll('|', '%7C')}|${escapeMrkdwn(label)}>`);
  const words = [...links, timeOf(message.at)].join('  ·  ');
  return [{ type: 'context', elements: [mrkdwn(cut(words, TEXT_LENGTH))] }];
}

/** Each reader sees it in a time of their own (docs.slack.dev, "Formatting dates"). */
function timeOf(at: string): string {
  const seconds = Math.floor(Date.parse(at) / 1_000);
  const plain = escapeMrkdwn(at);
  return Number.isNaN(seconds) ? plain : `<!date^${seconds}^{date_short_pretty}, {time}|${plain}>`;
}

/** Whole lines up to the limit, with the number of those left out. */
function fit(lines: readonly string[]): string {
  const kept: string[] = [];
  let used = 0;
  for (const line of lines) {
    used += line.length + 1;
    if (used > TEXT_LENGTH - 40) break;
    kept.push(line);
  }
  if (kept.length === 0) return cut(lines.join('\n'), TEXT_LENGTH);
  const left = lines.length - kept.length;
  return left === 0 ? kept.join('\n') : `${kept.join('\n')}\n… and ${left} more`;
}

function mrkdwn(text: string): Block {
  return { type: 'mrkdwn', text };
}

/** The three characters that mean something to Slack; without them nobody can be mentioned by a commit message. */
function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
