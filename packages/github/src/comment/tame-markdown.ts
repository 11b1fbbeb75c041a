/** What a comment may contain of HTML: it folds and formats, and loads nothing. */
const PAIRED = 'details|summary|b|i|em|strong|sub|sup|code|kbd|del|ins';
const PAIRED_TAG = new RegExp(`<(/?)(${PAIRED})\\s*/?>`, 'gi');
/** Any `<` but that of a bare allowed tag: with attributes even those could load something. */
const OTHER_TAGS = new RegExp(`<(?!/?(?:${PAIRED}|br|hr)\\s*/?>)`, 'gi');
/** An address of an issue is as good as its number: its readers would find our comment among its events. */
const ISSUE_ADDRESS =
  /\bhttps?:\/\/(?:www\.)?github\.com(?=\/[\w.-]+\/[\w.-]+\/(?:issues|pull|discussions|commit)\/)/gi;
/** GitHub looks for mentions behind Markdown, so one may be written as an entity. */
const OTHER_ENTITIES = /&(?!(?:amp|lt|gt|quot|nbsp|#39);)(?=#?\w+;)/gi;
/** Seen by nobody; what follows it is neither tag, mention nor reference any more, also in code, where entities show. */
const BREAK = '\u200b';

/**
 * Markdown of others, made safe to post under our name: no HTML comment (it could forge our markers), no tag that
 * loads or hides anything, no image (it would call home from every reader), no mention and no reference that would
 * notify people or link foreign issues: addresses of those go by GitHub's own redirect, as Dependabot's do. Tags that
 * fold and format are kept, and closed where they were left open.
 */
export function tame(markdown: string): string {
  const text = markdown
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: GitHub refuses some of them, and shows none
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(OTHER_TAGS, `<${BREAK}`)
    .replace(/!\[/g, `!${BREAK}[`)
    .replace(/@(?=[\w-])/g, `@${BREAK}`)
    .replace(OTHER_ENTITIES, `&${BREAK}`)
    .replace(/(?<!&)#(?=\d)/g, `#${BREAK}`)
    .replace(/\bGH-(?=\d)/gi, `GH-${BREAK}`)
    .replace(ISSUE_ADDRESS, 'https://redirect.github.com');
  return closed(text);
}

/**
 * An open fold, format or fence would swallow every section behind it, so each is closed, and what closes nothing is no tag.
 * A blank line before a fence makes it one also behind a tag; inside it nothing is a tag.
 */
export function closed(text: string): string {
  const open: string[] = [];
  let fence: string | undefined;
  const lines = text.split('\n').flatMap((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) === true && line.trim() === mark) fence = undefined;
      return [line.replace(/<(?!\u200b)/g, `<${BREAK}`)];
    }
    if (mark !== undefined) {
      fence = mark;
      return ['', line];
    }
    return [line.replace(PAIRED_TAG, (_tag, slash: string, name: string) => pair(open, slash, name.toLowerCase()))];
  });
  if (fence !== undefined) lines.push(fence);
  for (const name of open.reverse()) lines.push('', `</${name}>`);
  return lines
    .join('\n')
    .replace(/\n{3,}(?= {0,3}(?:`{3}|~{3}))/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

/** A tag as it may stand: an opening one is noted, a closing one must fit the last that was opened. */
function pair(open: string[], slash: string, name: string): string {
  if (slash === '') open.push(name);
  else if (open.at(-1) === name) open.pop();
  else return `<${BREAK}${slash}${name}>`;
  return `<${slash}${name}>`;
}
