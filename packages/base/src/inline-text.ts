import { plainLine } from './plain-line.ts';

/** Stands between two characters and is not seen: what it parts is no longer a mention, a reference or a link. */
const GAP = '\u200b';

/**
 * Text of others as one line of Markdown that shows it and does nothing else: no formatting, image, HTML, comment or
 * table cell, and no mention, reference or link by itself. GitHub looks for those in the text that Markdown leaves, so
 * a backslash does not stop them.
 *
 * @param most characters of the text; the rest is cut off
 */
export function inlineText(text: string, most = 200): string {
  return plainLine(text, most)
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
