import type { Verdict } from '@lockstep/base';
import { cutMarkdown } from './cut-markdown.ts';
import { closed, tame } from './tame-markdown.ts';

/** Which run wrote a section: run ids grow over a repository, attempts over a run. */
export interface Version {
  readonly run: number;
  readonly attempt: number;
}

export interface Section {
  /** Lower-case letters, digits, hyphens. */
  readonly name: string;
  readonly version: Version;
  /** What it says, in one word; undefined where it only tells. */
  readonly verdict?: Verdict;
  /** Markdown, tamed; '' for a section that has nothing to say any more. */
  readonly body: string;
}

export interface CommentContent {
  readonly sections: readonly Section[];
  /** Folded away, because the pull request is closed. */
  readonly closed: boolean;
}

export const SECTION_NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;
/** Red or green at a glance. */
export const MARKS: Readonly<Record<Verdict, string>> = { pass: '✅', fail: '❌', unknown: '⚠️' };

/** GitHub's limit is 65,536; some is left for what it counts differently. */
const COMMENT_LIMIT = 60_000;
/** A section up to this length is never cut as long as there are at most ten. */
const SHARE = COMMENT_LIMIT / 10 - 400;
const MARKER = '<!-- lockstep:comment -->';
const CLOSED = '<!-- lockstep:closed -->';
const END = '<!-- /lockstep:section -->';
/** People look for these first; any others follow by name. */
const ORDER = ['preview', 'quality', 'migrations', 'health', 'bundle'];
const CUT_NOTE = '_… cut here; the whole text is linked below._';

/** Whether a comment is one of ours, as far as its text says; who wrote it must be looked at besides. */
export function isOurs(body: string): boolean {
  return body.startsWith(MARKER);
}

/** A comment's text as we wrote it: GitHub keeps the line ends of the browser in which somebody edited it. */
export function asWritten(body: string): string {
  return body.replace(/\r\n?/g, '\n').trimEnd();
}

export function newer(a: Version, b: Version): boolean {
  return a.run > b.run || (a.run === b.run && a.attempt > b.attempt);
}

/** The comment's text: what it says in one line, then the sections in their order, cut to GitHub's limit, the longest first. */
export function renderComment(content: CommentContent): string {
  const ordered = [...content.sections].sort(byOrder);
  const blocks = fit(ordered).map(
    ({ name, version: { run, attempt }, verdict, body }) =>
      `<!-- lockstep:section ${name} ${run}.${attempt}${verdict === undefined ? '' : ` ${verdict}`} -->\n${body}\n${END}`,
  );
  if (!content.closed) return `${MARKER}\n${[...verdictLine(ordered), ...blocks].join('\n\n')}`;
  const fold = [
    '<details><summary>The pull request is closed; this is what stood here.</summary>',
    ...blocks,
    '</details>',
  ];
  return `${MARKER}\n${CLOSED}\n${fold.join('\n\n')}`;
}

/** What stops the change first: `❌ **quality failed** · ✅ preview`. */
function verdictLine(sections: readonly Section[]): readonly string[] {
  const words: Readonly<Record<Verdict, (name: string) => string>> = {
    fail: (name) => `**${name} failed**`,
    unknown: (name) => `**${name}: not known**`,
    pass: (name) => name,
  };
  const parts = (['fail', 'unknown', 'pass'] as const).flatMap((verdict) =>
    sections.filter((one) => one.verdict === verdict).map(({ name }) => `${MARKS[verdict]} ${words[verdict](name)}`),
  );
  return parts.length === 0 ? [] : [parts.join(' · ')];
}

/** Reads what `renderComment` wrote. What people wrote between the sections is not kept. */
export function parseComment(body: string): CommentContent {
  const text = asWritten(body);
  const opening = /<!-- lockstep:section ([a-z0-9-]{1,40}) (\d{1,16})\.(\d{1,9})(?: (pass|fail|unknown))? -->\n/g;
  const found = [...text.matchAll(opening)];
  const sections = found.flatMap(({ 0: marker, 1: name = '', 2: run, 3: attempt, 4: verdict, index }, nth) => {
    const start = index + marker.length;
    // A section whose end somebody removed ends before the next one.
    const next = found[nth + 1]?.index ?? text.length;
    const end = text.slice(start - 1, next).indexOf(`\n${END}`);
    const inside = end === -1 ? text.slice(start, next) : text.slice(start, Math.max(start, start - 1 + end));
    const version = { run: Number(run), attempt: Number(attempt) };
    const told = verdict === undefined ? {} : { verdict: verdict as Verdict };
    return [{ name, version, ...told, body: inside.trimEnd() }];
  });
  return { sections, closed: text.includes(`${MARKER}\n${CLOSED}`) };
}

export interface SectionText {
  readonly markdown: string;
  readonly verdict: Verdict | undefined;
  /** The commit that it is about, and its run, as Markdown. */
  readonly about: string;
  /** Address of the run whose summary has the whole text, where the comment may not. */
  readonly whole: string;
}

/** A section as it is posted: tamed, with a last line that says which commit it is about. That line is never cut. */
export function sectionOf(name: string, version: Version, text: SectionText): Section {
  const body = tame(text.markdown);
  if (body === '') return { name, version, body };
  const links = isLong(body) && text.whole !== '' ? `${text.about} · [whole text](${text.whole})` : text.about;
  const told = text.verdict === undefined ? {} : { verdict: text.verdict };
  return { name, version, ...told, body: `${body}${FOOT}${tame(links).replaceAll('\n', ' ')}</sub>` };
}

const FOOT = '\n\n<sub>';

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

/** Takes from the longest sections until all of them fit. */
function fit(sections: readonly Section[]): readonly Section[] {
  const room = COMMENT_LIMIT - 500 - sections.length * 250;
  let limit = Math.max(0, ...sections.map((section) => section.body.length));
  const total = (most: number) => sections.reduce((sum, { body }) => sum + Math.min(body.length, most), 0);
  while (limit > 0 && total(limit) > room) limit = Math.floor(limit * 0.9);
  return sections.map((section) => ({ ...section, body: cutBody(section.body, limit) }));
}

function cutBody(body: string, limit: number): string {
  const foot = body.endsWith('</sub>') ? body.lastIndexOf(FOOT) : -1;
  const tail = foot === -1 ? '' : body.slice(foot);
  const text = foot === -1 ? body : body.slice(0, foot);
  return `${closed(cutMarkdown(text, limit - tail.length, CUT_NOTE))}${tail}`;
}

function byOrder(a: Section, b: Section): number {
  const rank = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1);
}
