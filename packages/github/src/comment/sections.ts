import { isMap, VERDICT_MARKS, type Verdict } from '@lockstep/base';
import { linkPlaces, type Places } from './link-places.ts';
import { readable } from './readable.ts';
import { tame } from './tame-markdown.ts';

/** Which run wrote a section: run ids grow over a repository, attempts over a run. */
export interface Version {
  readonly run: number;
  readonly attempt: number;
}

/** A line of the comment's table: a section, or a gate of one. All texts are tamed Markdown of one line. */
export interface Row {
  readonly name: string;
  readonly verdict?: Verdict;
  readonly sentence: string;
  /** How long it took, such as `41 s`; '' where that is not known. */
  readonly time: string;
  /** Shown, but not named by the first line: it blocks nothing. */
  readonly advisory?: boolean;
}

export interface Section {
  /** Lower-case letters, digits, hyphens. */
  readonly name: string;
  readonly version: Version;
  /** What it says, in one word; undefined where it only informs. */
  readonly verdict?: Verdict;
  /** What people call it; by its name where it has none. */
  readonly title?: string;
  /** Its lines of the table; one of its own where it gives none. */
  readonly rows?: readonly Row[];
  /** The commit that it is about, short. */
  readonly commit?: string;
  /** Address of the run that wrote it. */
  readonly run?: string;
  /** Its details as Markdown, tamed; '' where the table says all. */
  readonly body: string;
}

export interface CommentContent {
  readonly sections: readonly Section[];
  /** Folded, because the pull request is closed. */
  readonly closed: boolean;
}

export const SECTION_NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** GitHub's limit is 65,536; some is left for what it counts differently. */
export const COMMENT_LIMIT = 60_000;
/** A section up to this length is never cut as long as there are at most ten. */
const SHARE = COMMENT_LIMIT / 10 - 800;
export const MARKER = '<!-- lockstep:comment -->';
export const CLOSED = '<!-- lockstep:closed -->';
export const END = '<!-- /lockstep:section -->';

/** Of one section: in the table, and in the mark by which it is read again. */
const MOST_ROWS = 30;
const MARK_LENGTH = 8_000;
const LONGEST = { title: 60, name: 80, sentence: 240, time: 20 };

/** Whether a comment is one of ours, as far as its text says; its author must be checked too. */
export function isOurs(body: string): boolean {
  return body.startsWith(MARKER);
}

/** A comment's text as we wrote it: GitHub keeps the line ends of the browser in which it was edited. */
export function asWritten(body: string): string {
  return body.replace(/\r\n?/g, '\n').trimEnd();
}

export function newer(a: Version, b: Version): boolean {
  return a.run > b.run || (a.run === b.run && a.attempt > b.attempt);
}

/** Whether it has nothing to say (any more): it goes, and its mark stays. */
export function isEmpty({ body, rows = [] }: Section): boolean {
  return body === '' && rows.length === 0;
}

/** The mark that begins a section, with what is shown of it elsewhere in the comment. */
export function markOf({ name, version: { run, attempt }, verdict, title, rows, commit, run: url }: Section): string {
  const word = verdict === undefined ? '' : ` ${verdict}`;
  const shown = { title, commit, run: url, rows };
  const isBare = Object.values(shown).every((value) => value === undefined);
  return `<!-- lockstep:section ${name} ${run}.${attempt}${word}${isBare ? '' : ` ${inMark(shown)}`} -->`;
}

/** JSON in which nothing can end an HTML comment. */
function inMark(value: object): string {
  return JSON.stringify(value).replace(/[<>]|-(?=-)/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}

const SECTION_MARK =
  /<!-- lockstep:section ([a-z0-9-]{1,40}) (\d{1,16})\.(\d{1,9})(?: (pass|fail|unknown))?(?: (\{[^<>\n]{0,9000}\}))? -->\n/g;
/** What stands around the next section, where the end of this one was removed. */
const NEXT_FOLD = /\n*<\/details>\s*(?:<details(?: open)?><summary>[^\n]*<\/summary>\s*)?$/;

/** Reads what `renderComment` wrote. What people wrote between the sections is not kept. */
export function parseComment(body: string): CommentContent {
  const text = asWritten(body);
  const found = [...text.matchAll(SECTION_MARK)];
  const sections = found.flatMap(({ 0: mark, 1: name = '', 2: run, 3: attempt, 4: verdict, 5: shown, index }, nth) => {
    const start = index + mark.length;
    // A section whose end was removed ends before the next one.
    const next = found[nth + 1]?.index ?? text.length;
    const end = text.slice(start - 1, next).indexOf(`\n${END}`);
    const inside =
      end === -1
        ? text.slice(start, next).trimEnd().replace(NEXT_FOLD, '')
        : text.slice(start, Math.max(start, start - 1 + end));
    const version = { run: Number(run), attempt: Number(attempt) };
    const word = verdict === undefined ? {} : { verdict: verdict as Verdict };
    return [{ name, version, ...word, ...readMark(shown), body: inside.trimEnd() }];
  });
  return { sections, closed: text.includes(`${MARKER}\n${CLOSED}`) };
}

/** What a mark holds; nothing where it was damaged. */
function readMark(json: string | undefined): Pick<Section, 'title' | 'rows' | 'commit' | 'run'> {
  if (json === undefined) return {};
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return {};
  }
  if (!isMap(data)) return {};
  const { title, commit, run, rows } = data;
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(Array.isArray(rows) ? { rows: rows.filter(isRow) } : {}),
    ...(typeof commit === 'string' ? { commit } : {}),
    ...(typeof run === 'string' ? { run } : {}),
  };
}

function isRow(value: unknown): value is Row {
  if (!isMap(value)) return false;
  const { name, sentence, time, verdict } = value;
  const isVerdict = verdict === undefined || (typeof verdict === 'string' && verdict in VERDICT_MARKS);
  return [name, sentence, time].every((text) => typeof text === 'string') && isVerdict;
}

export interface SectionText {
  readonly markdown: string;
  readonly verdict: Verdict | undefined;
  readonly title?: string;
  readonly rows?: readonly Row[];
  /** The commit that it is about; shortened. */
  readonly commit: string;
  /** Address of the run that wrote it; '' for none. */
  readonly run: string;
  /** Address of the run whose summary has the whole text, where the comment may not. */
  readonly whole: string;
  /** Where places of files in the text lead; undefined where they are not linked. */
  readonly places?: Places;
}

/** A section as it is posted: tamed, with a last line that says which commit it is about. That line is never cut. */
export function sectionOf(name: string, version: Version, text: SectionText): Section {
  const { verdict, title = '', run } = text;
  const rows = rowsOf(text.rows ?? []);
  const details = withoutHeading(tame(readable(text.markdown)), [title, name]);
  if (details === '' && rows.length === 0) return { name, version, body: '' };
  const commit = text.commit.slice(0, 7);
  const about = [commit, link('run', run), isLong(details) ? link('whole text', text.whole) : ''].filter(Boolean);
  const foot = `${FOOT}${tame(about.join(' · ')).replaceAll('\n', ' ')}</sub>`;
  return {
    name,
    version,
    ...(verdict === undefined ? {} : { verdict }),
    ...(title === '' ? {} : { title: oneLine(title, LONGEST.title) }),
    ...(rows.length === 0 ? {} : { rows }),
    ...(commit === '' ? {} : { commit }),
    ...(run === '' ? {} : { run }),
    body: details === '' ? '' : `${text.places === undefined ? details : linkPlaces(details, text.places)}${foot}`,
  };
}

export const FOOT = '\n\n<sub>';

function link(label: string, url: string): string {
  return url === '' ? '' : `[${label}](${url})`;
}

/** As many as the table and the mark have room for. */
function rowsOf(given: readonly Row[]): readonly Row[] {
  const rows = given.slice(0, MOST_ROWS).map(({ name, sentence, time, ...rest }) => ({
    ...rest,
    name: oneLine(name, LONGEST.name),
    sentence: oneLine(readable(sentence), LONGEST.sentence),
    time: oneLine(time, LONGEST.time),
  }));
  while (inMark(rows).length > MARK_LENGTH - 500) rows.pop();
  return rows;
}

/** Tamed, in one line, and without what would end a cell of a table. */
function oneLine(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return tame(line.length > most ? `${line.slice(0, most - 1)}…` : line)
    .replace(/\s+/g, ' ')
    .replace(/(?<!\\)\|/g, '\\|');
}

/** The comment shows the title already: a heading that only repeats it is left out. */
function withoutHeading(markdown: string, titles: readonly string[]): string {
  const [, heading = ''] = /^#{1,6} +([^\n]{1,100})(?:\n|$)/.exec(markdown) ?? [];
  const words = heading
    .replace(/^(?:✅|❌|⚠️|\s)+/u, '')
    .trim()
    .toLowerCase();
  if (heading === '' || !titles.some((title) => title.toLowerCase() === words)) return markdown;
  return markdown.slice(markdown.indexOf('\n') === -1 ? markdown.length : markdown.indexOf('\n')).trimStart();
}

/** Whether a comment might not have room for it: then the summary of the run must have it. */
export function isLong(markdown: string): boolean {
  return markdown.length > SHARE;
}

/** Of each name the newest; equal versions: the first of the two lists. */
export function merge(first: readonly Section[], second: readonly Section[]): readonly Section[] {
  const merged = new Map(second.map((section) => [section.name, section]));
  for (const section of first) {
    const other = merged.get(section.name);
    if (other === undefined || !newer(other.version, section.version)) merged.set(section.name, section);
  }
  return [...merged.values()];
}
