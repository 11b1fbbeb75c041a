import type { ReleaseMessage } from '../message.ts';
import { cut, facts, hasCause, headline, lookOf, mainLines, undoLines, waitingText } from '../words.ts';

/** Slack's limits (docs.slack.dev/reference/block-kit/blocks), with room for what escaping adds. */
const HEADER_LENGTH = 150;
const TEXT_LENGTH = 2_900;
/** Of each part of the details. */
const PART_LENGTH = 1_400;

type Block = Readonly<Record<string, unknown>>;

/** What `chat.postMessage`, `chat.update` and a webhook take. */
export interface SlackContent {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Only an attachment has a color. */
  readonly attachments: readonly [{ readonly color: string; readonly blocks: readonly Block[] }];
}

/** The message in Block Kit, at most eight lines: a headline, then what matters next to a bar of its color. */
export function slackContent(message: ReleaseMessage): SlackContent {
  const { sign, color } = lookOf(message);
  const head = cut(`${sign} ${headline(message)}`, HEADER_LENGTH);
  return {
    text: slackText(message),
    blocks: [{ type: 'header', text: { type: 'plain_text', text: head, emoji: true } }],
    attachments: [{ color, blocks: bodyOf(message) }],
  };
}

function bodyOf(message: ReleaseMessage): readonly Block[] {
  const lines = mainLines(message).map(([label, text]) => {
    const words = escapeMrkdwn(text);
    return label === '' ? words : `*${label}:* ${words}`;
  });
  return [
    ...(lines.length === 0 ? [] : [{ type: 'section', text: mrkdwn(cut(lines.join('\n'), TEXT_LENGTH)) }]),
    ...context(factLine(message)),
    ...context([...message.links.map(({ label, url }) => link(label, url)), timeOf(message.at)]),
  ];
}

/** `Commit 3f9a2c0d1e5b · Pull request #128 · Started by ada`, the first two as links. */
function factLine(message: ReleaseMessage): readonly string[] {
  return facts(message).map(([label, value, url]) => {
    const shown = cut(value, 200);
    return `${label} ${url === '' ? escapeMrkdwn(shown) : link(shown, url)}`;
  });
}

function link(label: string, url: string): string {
  return `<${url.replaceAll('|', '%7C')}|${escapeMrkdwn(label)}>`;
}

function context(parts: readonly string[]): readonly Block[] {
  return parts.length === 0 ? [] : [{ type: 'context', elements: [mrkdwn(fitted(parts, '  ·  '))] }];
}

/** Whole parts up to the limit: a link that is cut is none. */
function fitted(parts: readonly string[], separator: string): string {
  const kept: string[] = [];
  let used = 0;
  for (const part of parts) {
    used += part.length + separator.length;
    if (used > TEXT_LENGTH) break;
    kept.push(part);
  }
  return kept.join(separator);
}

/** Whom a target may mention, without the `@`: ids, because a name in a text mentions no one. */
export const SLACK_NAME = /^([UW][A-Z0-9]{5,20}|S[A-Z0-9]{5,20}|here|channel|everyone)$/;
export const SLACK_NAMES = '@USER-ID (U…), @USER-GROUP-ID (S…), @here or @channel';

function slackMention(name: string): string {
  if (name.startsWith('S')) return `<!subteam^${name}>`;
  return /^[UW]/.test(name) ? `<@${name}>` : `<!${name}>`;
}

/** The details, for the thread: the mentions, the whole failure, each undo step, every change. */
export function slackDetail(message: ReleaseMessage, names: readonly string[] = []): string {
  const fence = '```';
  const failure = cut(escapeMrkdwn(message.failure).replaceAll(fence, "'''"), PART_LENGTH);
  const blocks = [
    names.length === 0 ? '' : `${names.map(slackMention).join(' ')} ${escapeMrkdwn(headline(message))}`,
    waitingText(message) === '' ? '' : `*Waiting* ${escapeMrkdwn(waitingText(message))}`,
    hasCause(message) ? `*What failed*\n${fence}${failure}${fence}` : '',
    bullets('Undone', undoLines(message)),
    bullets('Changes', message.changes),
  ];
  return cut(blocks.filter((block) => block !== '').join('\n'), TEXT_LENGTH);
}

/** What phones and screen readers show. */
function slackText(message: ReleaseMessage): string {
  const tail = message.summary === '' ? '' : ` — ${message.summary}`;
  return escapeMrkdwn(cut(`${headline(message)}${tail}`, TEXT_LENGTH));
}

/** A list up to its limit, with the number of entries left out. */
function bullets(title: string, entries: readonly string[]): string {
  if (entries.length === 0) return '';
  const lines = entries.map((entry) => `• ${escapeMrkdwn(cut(entry, 300))}`);
  const kept: string[] = [];
  let used = 0;
  for (const line of lines) {
    used += line.length + 1;
    if (used > PART_LENGTH / 2) break;
    kept.push(line);
  }
  const left = lines.length - kept.length;
  return [`*${title}*`, ...kept, ...(left > 0 ? [`… and ${left} more`] : [])].join('\n');
}

/** Each reader sees it in their own time zone (docs.slack.dev, "Formatting dates"). */
function timeOf(at: string): string {
  const seconds = Math.floor(Date.parse(at) / 1_000);
  const plain = escapeMrkdwn(at);
  return Number.isNaN(seconds) ? plain : `<!date^${seconds}^{date_short_pretty}, {time}|${plain}>`;
}

function mrkdwn(text: string): Block {
  return { type: 'mrkdwn', text };
}

/** The three characters that mean something to Slack; without them a commit message can mention no one. */
function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
