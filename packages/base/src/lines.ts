/**
 * Text of several lines as one. Patterns that look for white space around a line end, or at the end of a text, begin anew
 * at each of it: a text of nothing else takes them for ever. So these walk.
 */
export function oneLine(text: string, between = ' '): string {
  if (!text.includes('\n')) return text;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(between);
}

/** The text without spaces, tabs and line ends around it. Other white space is data. */
export function trimAscii(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isAsciiSpace(text.charCodeAt(from))) from++;
  while (to > from && isAsciiSpace(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}

/** Space, and tab to carriage return. */
function isAsciiSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
