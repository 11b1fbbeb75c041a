import type { ReleaseMessage } from '../message.ts';
import { cut, facts, headline, undoLines } from '../words.ts';

/** Slack's limits (docs.slack.dev/reference/block-kit/blocks), with room for what escaping adds. */
const HEADER_LENGTH = 150;
const TEXT_LENGTH = 2_900;

type Block = Readonly<Record<string, unknown>>;

/** The message in Block Kit: at most eight blocks, each within its limit. */
export function slackBlocks(message: ReleaseMessage): readonly Block[] {
  const fields = facts(message).map(([label, value]) => mrkdwn(`*${label}*\n${escapeMrkdwn(cut(value, 200))}`));
  return [
    { type: 'header', text: { type: 'plain_text', text: cut(headline(message), HEADER_LENGTH) } },
    ...section(message.summary === '' ? [] : [escapeMrkdwn(message.summary)]),
    ...(fields.length === 0 ? [] : [{ type: 'section', fields }]),
    ...section(bullets('What changed', message.changes)),
    ...section(bullets('Undone', undoLines(message))),
    ...section(message.next === '' ? [] : [`*Next*`, escapeMrkdwn(message.next)]),
    ...context(message),
  ];
}

/** The failure detail, for the thread. */
export function slackDetail(message: ReleaseMessage): string {
  const fence = '```';
  return `*What went wrong*\n${fence}${cut(escapeMrkdwn(message.failure).replaceAll(fence, "'''"), TEXT_LENGTH)}${fence}`;
}

/** What phones and screen readers show. */
export function slackText(message: ReleaseMessage): string {
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
  const words = [...links, escapeMrkdwn(message.at)].join('  ·  ');
  return [{ type: 'context', elements: [mrkdwn(cut(words, TEXT_LENGTH))] }];
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
