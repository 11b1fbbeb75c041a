import { markdownTable, nameSome, VERDICT_MARKS, type Verdict } from '@lockstep/base';
import { cutMarkdown } from './cut-markdown.ts';
import {
  CLOSED,
  COMMENT_LIMIT,
  type CommentContent,
  END,
  FOOT,
  isEmpty,
  MARKER,
  markOf,
  newer,
  type Row,
  type Section,
} from './sections.ts';
import { closed } from './tame-markdown.ts';

/** People look for these first; any others follow by name. */
const ORDER = ['preview', 'quality', 'migrations', 'health', 'bundle'];
const CUT_NOTE = '_… cut here; the whole text is linked below._';
/** The table of a whole comment. */
const MOST_ROWS = 60;
/** Of gates in the first line. */
const MOST_NAMED = 4;

/**
 * The comment's text: the verdict in one line, a table of all sections, then their details: open where something is
 * wrong, folded where all is well. Cut to GitHub's limit, the longest details first.
 */
export function renderComment(content: CommentContent): string {
  const ordered = [...content.sections].sort(byOrder);
  const whole = framed(content, ordered);
  if (whole.length <= COMMENT_LIMIT) return whole;
  const frame = framed(
    content,
    ordered.map((section) => ({ ...section, body: section.body === '' ? '' : ' ' })),
  );
  return framed(content, fit(ordered, COMMENT_LIMIT - frame.length));
}

function framed({ closed: isClosed }: CommentContent, sections: readonly Section[]): string {
  const blocks = [...head(sections), ...sections.map(block)];
  if (!isClosed) return `${MARKER}\n${blocks.join('\n\n')}`;
  const summary = '<details><summary>This pull request is closed. Its last results:</summary>';
  return `${MARKER}\n${CLOSED}\n${[summary, ...blocks, '</details>'].join('\n\n')}`;
}

function block(section: Section): string {
  const { body, rows = [], verdict } = section;
  const marked = `${markOf(section)}\n${body}\n${END}`;
  if (body === '') return marked;
  const isOpen = verdict === undefined ? rows.length === 0 : verdict !== 'pass';
  const sign = verdict === undefined ? '' : `${VERDICT_MARKS[verdict]} `;
  return `<details${isOpen ? ' open' : ''}><summary>${sign}<b>${titleOf(section)}</b></summary>\n\n${marked}\n\n</details>`;
}

/** `quality` → `Quality`, where it has no title of its own. */
function titleOf({ name, title }: Section): string {
  return title ?? `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/** The verdict in one line, and the table. */
function head(sections: readonly Section[]): readonly string[] {
  const shown = sections.filter((section) => !isEmpty(section));
  const newest = shown.reduce<Section | undefined>(
    (last, one) => (last === undefined || newer(one.version, last.version) ? one : last),
    undefined,
  );
  const rows = shown.flatMap((section) => rowsOf(section).map((row) => cells(row, section, newest)));
  if (rows.length === 0) return [];
  const most = rows.slice(0, MOST_ROWS);
  const left = rows.length - most.length;
  const all = left > 0 ? [...most, [`… and ${left} more`, '', '']] : most;
  const hasTimes = all.some(([, , time]) => time !== '');
  const table = hasTimes
    ? markdownTable(['Check', 'Result', 'Time'], all)
    : markdownTable(
        ['Check', 'Result'],
        all.map((row) => row.slice(0, 2)),
      );
  const line = verdictLine(shown);
  return line === '' ? [table] : [line, table];
}

function rowsOf(section: Section): readonly Row[] {
  const { rows = [], verdict } = section;
  if (rows.length > 0) return rows;
  return verdict === undefined ? [] : [{ name: titleOf(section), verdict, sentence: '', time: '' }];
}

const PLAIN: Readonly<Record<Verdict, string>> = { pass: 'passed', fail: 'failed', unknown: 'inconclusive' };

function cells({ name, verdict, sentence, time, advisory }: Row, { commit }: Section, newest: Section | undefined) {
  const sign = verdict === undefined ? '' : `${VERDICT_MARKS[verdict]} `;
  const result = sentence || (verdict === undefined ? '' : PLAIN[verdict]);
  // A section that the newest push did not renew says whose result it shows.
  const isOld = commit !== undefined && newest?.commit !== undefined && newest.commit !== commit;
  return [`${sign}${name}${advisory === true ? ' (advisory)' : ''}`, isOld ? `${result} (of ${commit})` : result, time];
}

/** What stops the change first: `❌ **Quality failed: unit tests** · ✅ Preview · [run](…)`. */
function verdictLine(sections: readonly Section[]): string {
  const of = (verdict: Verdict) => sections.filter((section) => section.verdict === verdict);
  const [failed, unknown, passed] = [of('fail'), of('unknown'), of('pass')];
  const named = (section: Section, verdict: Verdict, word: string) => {
    const { rows = [] } = section;
    const causes = rows.filter((row) => row.verdict === verdict && row.advisory !== true).map(({ name }) => name);
    const isItself = rows.length < 2 || causes.length === 0;
    return `${VERDICT_MARKS[verdict]} **${titleOf(section)} ${word}${isItself ? '' : `: ${nameSome(causes, MOST_NAMED)}`}**`;
  };
  const rows = passed.flatMap(rowsOf);
  const isAll = rows.length > 1 && rows.every(({ verdict = 'pass' }) => verdict === 'pass');
  const names = nameSome(passed.map(titleOf), MOST_NAMED);
  const all = isAll ? `**All ${rows.length} checks passed**` : `**${names} passed**`;
  const bad = [
    ...failed.map((section) => named(section, 'fail', 'failed')),
    ...unknown.map((section) => named(section, 'unknown', 'is inconclusive')),
  ];
  const good = bad.length === 0 ? all : names;
  const parts = [...bad, ...(passed.length === 0 ? [] : [`${VERDICT_MARKS.pass} ${good}`])];
  if (parts.length === 0) return '';
  const run = [...failed, ...unknown, ...passed].find((section) => section.run !== undefined)?.run;
  return [...parts, ...(run === undefined ? [] : [`[run](${run})`])].join(' · ');
}

/** Takes from the longest sections until all of them fit. */
function fit(sections: readonly Section[], room: number): readonly Section[] {
  let limit = Math.max(0, ...sections.map((section) => section.body.length));
  const total = (most: number) => sections.reduce((sum, { body }) => sum + Math.min(body.length, most), 0);
  while (limit > 0 && total(limit) > room) limit = Math.floor(limit * 0.9);
  return sections.map((section) => ({ ...section, body: cutBody(section.body, limit) }));
}

function cutBody(body: string, limit: number): string {
  if (body === '') return '';
  const foot = body.endsWith('</sub>') ? body.lastIndexOf(FOOT) : -1;
  const tail = foot === -1 ? '' : body.slice(foot);
  const text = foot === -1 ? body : body.slice(0, foot);
  return `${closed(cutMarkdown(text, limit - tail.length, CUT_NOTE))}${tail}`;
}

function byOrder(a: Section, b: Section): number {
  const rank = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1);
}
