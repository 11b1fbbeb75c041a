import type { ReleaseMessage } from '../message.ts';
import { cut, facts, hasCause, headline, listed, lookOf, mainLines, undoLines } from '../words.ts';

/** Discord's limits are 256, 4,096 and 1,024, and 6,000 for all of an embed; these add up to less than that. */
const LENGTH = { title: 250, description: 1_800, fact: 200, detail: 500, links: 700 };

type Field = { readonly name: string; readonly value: string; readonly inline?: boolean };

export interface DiscordEmbed {
  readonly title: string;
  readonly description?: string;
  readonly color: number;
  readonly fields: readonly Field[];
  readonly timestamp?: string;
}

/** The message as one embed; Discord shows its time in the reader's own zone. */
export function discordEmbed(message: ReleaseMessage): DiscordEmbed {
  const { color, sign } = lookOf(message);
  const lines = mainLines(message).map(([label, text]) =>
    label === '' ? escaped(text) : `**${label}:** ${escaped(text)}`,
  );
  const ms = Date.parse(message.at);
  return {
    title: cut(`${sign} ${headline(message)}`, LENGTH.title),
    ...(lines.length === 0 ? {} : { description: fitted(lines.join('\n'), LENGTH.description) }),
    color: Number.parseInt(color.slice(1), 16),
    fields: [...factFields(message), ...detailFields(message), ...linkField(message)],
    ...(Number.isNaN(ms) ? {} : { timestamp: new Date(ms).toISOString() }),
  };
}

function factFields(message: ReleaseMessage): readonly Field[] {
  return facts(message).map(([name, value, url]) => {
    const shown = fitted(escaped(cut(value, 60)), LENGTH.fact / 2);
    const linked = `[${shown}](${url})`;
    return { name, value: url !== '' && linked.length <= LENGTH.fact ? linked : shown, inline: true };
  });
}

function detailFields(message: ReleaseMessage): readonly Field[] {
  const list = (lines: readonly string[]) =>
    listed(lines, { length: 120, total: LENGTH.detail / 2 })
      .map((line) => `- ${escaped(line)}`)
      .join('\n');
  const fence = '```';
  const failure = cut(message.failure.replaceAll(fence, "'''"), LENGTH.detail - 10);
  const all: readonly Field[] = [
    { name: 'What failed', value: hasCause(message) ? `${fence}\n${failure}\n${fence}` : '' },
    { name: 'Undone', value: fitted(list(undoLines(message)), LENGTH.detail) },
    { name: 'Changes', value: message.changes.length > 3 ? fitted(list(message.changes), LENGTH.detail) : '' },
  ];
  return all.filter(({ value }) => value !== '');
}

/** Whole links up to the limit: one that is cut is none. */
function linkField({ links }: ReleaseMessage): readonly Field[] {
  const kept: string[] = [];
  let used = 0;
  for (const { label, url } of links) {
    const link = `[${escaped(cut(label, 60))}](${url})`;
    used += link.length + 3;
    if (used > LENGTH.links) break;
    kept.push(link);
  }
  return kept.length === 0 ? [] : [{ name: 'Links', value: kept.join(' · ') }];
}

/** Text that is neither Markdown nor a mention. */
export function escaped(text: string): string {
  return text.replace(/[\\*_~`|>#[\]()<@:-]/g, '\\$&');
}

/** Within the limit, and not ended by half of an escape. */
function fitted(text: string, limit: number): string {
  return text.length <= limit ? text : cut(text, limit).replace(/\\+…$/, '…');
}
