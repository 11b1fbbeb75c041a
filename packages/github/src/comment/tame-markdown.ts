/** What a comment may contain of HTML: it folds and formats, and loads nothing. */
const PAIRED = 'details|summary|b|i|em|strong|sub|sup|code|kbd|del|ins';
/** A fold may stand open; no tag has any other attribute. */
const ALLOWED = `(?:${PAIRED})\\s{0,3}/?|details open`;
const PAIRED_TAG = new RegExp(`<(/?)(?:(${PAIRED})\\s{0,3}/?|(details) open)>`, 'gi');
/** Any `<` but that of a bare allowed tag: with attributes even those could load something. */
const OTHER_TAGS = new RegExp(`<(?!/?(?:${ALLOWED}|(?:br|hr)\\s{0,3}/?)>)`, 'gi');
/** An address of an issue is as good as its number: its readers would find our comment among its events. */
const ISSUE_ADDRESS =
  /\bhttps?:\/\/(?:www\.)?github\.com(?=\/[\w.-]{1,100}\/[\w.-]{1,100}\/(?:issues|pull|discussions|commit)\/)/gi;
/** GitHub looks for mentions behind Markdown, so one may be written as an entity. */
const OTHER_ENTITIES = /&(?!(?:amp|lt|gt|quot|nbsp|#39);)(?=#?\w{1,40};)/gi;
/** Seen by nobody; what follows it is neither tag, mention nor reference any more, also in code, where entities show. */
const BREAK = '\u200b';
/** Nobody needs more of them in one another; each is closed at the end. */
const DEEPEST = 12;
/** The mark of a fence is as long as its text demands, which is never this long. */
const LONGEST_FENCE = 16;

/**
 * Markdown of others, made safe to post under our name: no HTML comment (it could forge our markers), no tag that
 * loads or hides anything, no image (it would call home from every reader), no mention and no reference that would
 * notify people or link foreign issues: addresses of those go by GitHub's own redirect, as Dependabot's do. Tags that
 * fold and format are kept, and closed where they were left open. Reads each character a bounded number of times.
 */
export function tame(markdown: string): string {
  const text = markdown
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: GitHub refuses some of them, and shows none
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/`{17,}|~{17,}/g, (mark) => mark.slice(0, LONGEST_FENCE))
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
  const open = closers();
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const wasFence = open.fence !== undefined;
    const taken = open.take(line);
    // Nothing is above the first line, and one blank line is enough.
    if (!wasFence && open.fence !== undefined) {
      while (lines.at(-1) === '') lines.pop();
      if (lines.length > 0) lines.push('');
    }
    if (lines.length > 0 || taken !== '') lines.push(taken);
  }
  lines.push(...open.all());
  return lines.join('\n').trimEnd();
}

/** What is open after the lines that were taken. */
export interface Closers {
  /** The mark that ends the fence that is open. */
  readonly fence: string | undefined;
  /** Takes the next line and gives it as it may stand. */
  take(line: string): string;
  isNone(): boolean;
  /** The lines that close all of it. */
  all(): readonly string[];
}

export function closers(): Closers {
  const tags: string[] = [];
  let fence: string | undefined;
  return {
    get fence() {
      return fence;
    },
    take(line) {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      if (fence !== undefined) {
        if (mark?.startsWith(fence) === true && line.trim() === mark) fence = undefined;
        return line.replace(/<(?!\u200b)/g, `<${BREAK}`);
      }
      if (mark === undefined)
        return line.replace(PAIRED_TAG, (tag: string, slash: string, name?: string, fold?: string) =>
          pair(tags, tag, slash, (name ?? fold ?? '').toLowerCase()),
        );
      fence = mark;
      return line;
    },
    isNone: () => fence === undefined && tags.length === 0,
    all: () => [...(fence === undefined ? [] : [fence]), ...tags.toReversed().flatMap((name) => ['', `</${name}>`])],
  };
}

/** A tag as it may stand: an opening one is noted, a closing one must fit the last that was opened. */
function pair(open: string[], tag: string, slash: string, name: string): string {
  if (slash === '' && open.length < DEEPEST) {
    open.push(name);
    return tag === '<details open>' ? tag : `<${name}>`;
  }
  if (slash !== '' && open.at(-1) === name) {
    open.pop();
    return `</${name}>`;
  }
  return `<${BREAK}${slash}${name}>`;
}
