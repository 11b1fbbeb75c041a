/** Control characters, and those that turn the direction of the text behind them around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is them that must go
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/**
 * Text of others as one line in which nothing hides: no line end, no command to a terminal, nothing that turns around
 * the direction of what follows.
 *
 * @param most characters; the rest is cut off. All by default
 */
export function plainLine(text: string, most = Number.POSITIVE_INFINITY): string {
  // Of a text of megabytes no more is looked at than could be shown.
  const head = text.length > most * 10 + 1_000 ? `${text.slice(0, most * 10 + 1_000)}…` : text;
  const line = head.replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();
  if (line.length <= most) return line;
  const characters = [...line];
  if (characters.length <= most) return line;
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}
