/** Stands between two characters and is not seen: what it parts is no longer a mention, a reference or a link. */
const GAP = '\u200b';

/** Control characters, and those that turn the direction of the text behind them around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is them that must go
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/**
 * Text of others as one line of Markdown that shows it and does nothing else: no formatting, image, HTML, comment or
 * table cell, and no mention, reference or link by itself. GitHub looks for those in the text that Markdown leaves, so
 * a backslash does not stop them.
 *
 * @param most characters of the text; the rest is cut off
 */
export function inlineText(text: string, most = 200): string {
  // Of a text of megabytes no more is looked at than could be shown.
  const head = text.length > most * 10 + 1_000 ? `${text.slice(0, most * 10 + 1_000)}…` : text;
  const line = head.replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();
  const cut =
    [...line].length > most
      ? `${[...line]
          .slice(0, most - 1)
          .join('')
          .trimEnd()}…`
      : line;
  return cut
    .replace(/@(?=\S)/g, `@${GAP}`)
    .replace(/#(?=\d)/g, `#${GAP}`)
    .replace(/\bGH-(?=\d)/gi, (found) => `${found}${GAP}`)
    .replace(/:\/\//g, `:${GAP}//`)
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}${GAP}.`)
    .replace(/[\\`*_{}[\]<>|~&$#]/g, '\\$&')
    .replace(/^(?:[-+=]|\d+(?=[.)]))/, (found) => (/\d/.test(found) ? `${found}\\` : `\\${found}`));
}

/** An address as the target of a Markdown link: what would end the link, or the table cell, is escaped. */
export function linkTarget(url: string): string {
  return url.replace(/[\s()<>|\\`]/g, (found) => encodeURIComponent(found).replace('(', '%28').replace(')', '%29'));
}
