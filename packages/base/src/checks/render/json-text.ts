/** What a terminal would obey, what hides, and what some parsers take for a line end. */
const UNSEEN = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Data as JSON that may be printed anywhere: it reads back the same, and no text in it commands a terminal or the
 * runner, which obeys `##[` at any place of a line (actions/runner, ActionCommand.cs).
 *
 * @param indent spaces of each level; 0 for one line
 */
export function jsonText(value: unknown, indent = 1): string {
  return `${JSON.stringify(value, null, indent)
    .replace(UNSEEN, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('##[', '#\\u0023[')}\n`;
}
