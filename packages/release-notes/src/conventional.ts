import { CommitParser } from 'conventional-commits-parser';

/** What a title or message says by the rules of conventionalcommits.org; empty where it does not follow them. */
export interface Conventional {
  /** In lower case: `feat`, `fix`. */
  readonly type: string;
  readonly scope: string;
  /** The title without type and scope. */
  readonly subject: string;
  /** What breaks, a text each; the subject where only a `!` says so. */
  readonly breaking: readonly string[];
}

/** As conventional-changelog's own preset, whose patterns know the `!`. */
const parser = new CommitParser({
  headerPattern: /^(\w*)(?:\(([^()]*)\))?!?: (.*)$/,
  breakingHeaderPattern: /^(\w*)(?:\(([^()]*)\))?!: (.*)$/,
});

/** The parser's patterns take time by the square of a line's length, and anybody may write a pull request. */
const LONGEST_LINE = 300;
const MOST_LINES = 300;

/** Reads a commit message, or a pull request's title and body put together like one. */
export function readConventional(message: string): Conventional {
  const lines = message.split(/\r?\n/, MOST_LINES).map((line) => line.slice(0, LONGEST_LINE));
  const title = (lines[0] ?? '').trim();
  if (title === '') return { type: '', scope: '', subject: '', breaking: [] };
  const { type, scope, subject, notes } = parser.parse([title, ...lines.slice(1)].join('\n'));
  return {
    type: (type ?? '').toLowerCase(),
    scope: scope ?? '',
    subject: (subject ?? '').trim() || title,
    breaking: notes.map((note) => untilTrailer(note.text)).filter((text) => text !== ''),
  };
}

/** A footer's text ends where the next footer begins (conventionalcommits.org, 10): `Signed-off-by: …`, `Refs #12`. */
function untilTrailer(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const end = rest.findIndex((line) => /^(?:[A-Za-z][A-Za-z0-9-]{0,60}|BREAKING CHANGE)(?:: | #)/.test(line));
  return [first, ...(end === -1 ? rest : rest.slice(0, end))].join('\n').trim();
}
