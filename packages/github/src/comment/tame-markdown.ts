/** What a comment may contain of HTML: it folds and formats, and loads nothing. */
const TAGS = 'details|summary|b|i|em|strong|sub|sup|br|hr|code|pre|kbd|del|ins';
/** Any `<` but that of a bare allowed tag: with attributes even those could load something. */
const OTHER_TAGS = new RegExp(`<(?!/?(?:${TAGS})\\s*/?>)`, 'gi');
/** Seen by nobody; what follows it is neither tag, mention nor reference any more, also in code, where entities show. */
const BREAK = '\u200b';

/**
 * Markdown of others, made safe to post under our name: no HTML comment (it could forge our markers), no tag that
 * loads or hides anything, no image (it would call home from every reader), no mention and no reference that would
 * notify people or link foreign issues. Tags that fold are kept, and closed where they were left open.
 */
export function tame(markdown: string): string {
  const text = markdown
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: GitHub refuses some of them, and shows none
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(OTHER_TAGS, `<${BREAK}`)
    .replace(/!\[/g, `!${BREAK}[`)
    .replace(/@(?=[\w-])/g, `@${BREAK}`)
    .replace(/(^|[^\w&])#(?=\d)/g, `$1#${BREAK}`)
    .replace(/\bGH-(?=\d)/gi, `GH-${BREAK}`);
  return closeFolds(text);
}

/** An open fold or fence would swallow every section behind it. */
function closeFolds(text: string): string {
  let depth = 0;
  let fence: string | undefined;
  const lines = text.split('\n').map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) === true && line.trim() === mark) fence = undefined;
      return line;
    }
    if (mark !== undefined) {
      fence = mark;
      return line;
    }
    return line.replace(/<(\/?)details\s*\/?>/gi, (_tag, slash: string) => {
      if (slash !== '' && depth === 0) return '';
      depth += slash === '' ? 1 : -1;
      return `<${slash}details>`;
    });
  });
  if (fence !== undefined) lines.push(fence);
  for (; depth > 0; depth--) lines.push('', '</details>');
  return lines.join('\n').trim();
}
