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
  /** Markdown, tamed. */
  readonly body: string;
}

export interface CommentContent {
  readonly sections: readonly Section[];
  /** Folded away, because the pull request is closed. */
  readonly closed: boolean;
}

export const SECTION_NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** GitHub's limit is 65,536; some is left for what it counts differently. */
const COMMENT_LIMIT = 60_000;
const MARKER = '<!-- lockstep:comment -->';
const CLOSED = '<!-- lockstep:closed -->';
/** People look for these first; any others follow by name. */
const ORDER = ['preview', 'quality', 'migrations', 'health', 'bundle'];
const CUT_NOTE = '_… cut: the whole is in the summary of the run._';

/** Whether a comment is one of ours, as far as its text says; who wrote it must be looked at besides. */
export function isOurs(body: string): boolean {
  return body.startsWith(MARKER);
}

export function newer(a: Version, b: Version): boolean {
  return a.run > b.run || (a.run === b.run && a.attempt > b.attempt);
}

/** The comment's text: sections in their order, cut to GitHub's limit, the longest first. */
export function renderComment(content: CommentContent): string {
  const sections = fit([...content.sections].sort(byOrder));
  const blocks = sections.map(
    ({ name, version, body }) =>
      `<!-- lockstep:section ${name} ${version.run}.${version.attempt} -->\n${body}\n<!-- /lockstep:section -->`,
  );
  if (!content.closed) return `${MARKER}\n${blocks.join('\n\n')}`;
  const fold = [
    '<details><summary>The pull request is closed; this is what stood here.</summary>',
    ...blocks,
    '</details>',
  ];
  return `${MARKER}\n${CLOSED}\n${fold.join('\n\n')}`;
}

/** Reads what `renderComment` wrote. What people wrote between the sections is not kept. */
export function parseComment(body: string): CommentContent {
  const pattern = /<!-- lockstep:section ([a-z0-9-]+) (\d+)\.(\d+) -->\n([\s\S]*?)\n<!-- \/lockstep:section -->/g;
  const sections = [...body.matchAll(pattern)].map(([, name = '', run, attempt, text = '']) => ({
    name,
    version: { run: Number(run), attempt: Number(attempt) },
    body: text,
  }));
  return { sections, closed: body.includes(`${MARKER}\n${CLOSED}`) };
}

/** A section as it is posted: tamed, with a line that says which commit it is about. */
export function sectionOf(name: string, version: Version, markdown: string, about: string): Section {
  return { name, version, body: `${tame(markdown)}\n\n<sub>${tame(about)}</sub>` };
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
  const room = COMMENT_LIMIT - 500 - sections.length * 150;
  let limit = Math.max(0, ...sections.map((section) => section.body.length));
  const total = (most: number) => sections.reduce((sum, { body }) => sum + Math.min(body.length, most), 0);
  while (total(limit) > room) limit = Math.floor(limit * 0.9);
  return sections.map((section) => ({ ...section, body: closed(cutMarkdown(section.body, limit, CUT_NOTE)) }));
}

function byOrder(a: Section, b: Section): number {
  const rank = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1);
}
