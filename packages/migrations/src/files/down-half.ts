import { InputError } from '@lockstep/base';
import { FileError, type Problem } from '../sql/problem.ts';
import { textSource } from '../sql/source.ts';
import { walk } from '../sql/walk.ts';
import { findMarks } from './find-marks.ts';
import { ruleOf } from './marks.ts';
import { cutSections, hasSections } from './sections.ts';

/**
 * Whether a migration has its down migration inside itself, behind the mark of whatever tool wrote it. What only looks
 * like a mark, in a string or a function body, is text.
 */
export function hasDownHalf(file: string, sql: string): boolean {
  const source = textSource(file, sql);
  return hasSections(findMarks(source)) && cutSections(source, []).down !== undefined;
}

/** The down half of a file in the layout `sections`; undefined where it has none. Throws FileError where it cannot be run. */
export function readDownHalf(file: string, sql: string): string | undefined {
  const problems: Problem[] = [];
  const { down } = cutSections(textSource(file, sql), problems);
  if (problems.length > 0) throw new FileError(problems);
  return down?.read(0, down.size).toString('utf8');
}

/** Whether there are statements in a text, and not comments alone. */
export function hasStatements(sql: string): boolean {
  const [first] = walk(textSource('', sql));
  return first !== undefined && first.kind !== 'end';
}

/**
 * A file in the layout `sections` with this SQL as its down half, in place of the one that it has; comments of an empty
 * one stay. Throws InputError where nobody could say which of several it would be.
 */
export function withDownHalf(file: string, sql: string, down: string): string {
  const bytes = Buffer.from(sql, 'utf8');
  const marks = findMarks(textSource(file, bytes)).filter(({ rule }) => rule.role !== 'refused');
  const lineAt = (at: number) => bytes.toString('utf8', at, endOfLine(bytes, at)).trim();
  const [own, second] = marks.filter(({ rule }) => rule.role === 'down');
  if (second !== undefined)
    throw new InputError(`${file}: has several down sections; write the draft of --print into one of them`);
  if (own === undefined) {
    const up = marks.find(({ rule }) => rule.role === 'up');
    const mark = (up === undefined ? undefined : downMarkOf(lineAt(up.at))) ?? '-- migrate:down';
    return `${sql}${/\n[ \t]*$/.test(sql) ? '' : '\n'}\n${mark}\n${asSection(down, mark)}`;
  }
  const from = endOfLine(bytes, own.at);
  const end = marks.find(({ at }) => at > own.at)?.at ?? bytes.length;
  const there = bytes.toString('utf8', from, end);
  const kept = hasStatements(there) ? '' : there.split('\n').filter(isKept).join('\n').trim();
  const head = bytes.toString('utf8', 0, from);
  const rest = bytes.toString('utf8', end);
  return [
    `${head}${head.endsWith('\n') ? '' : '\n'}`,
    kept === '' ? '' : `${kept}\n`,
    asSection(down, lineAt(own.at)),
    rest === '' ? '' : `\n${rest}`,
  ].join('');
}

/** The comments of an empty half that say more than that it is empty. */
function isKept(line: string): boolean {
  return !/^\s*--\s*(?:lockstep:\s*unfinished\b|\+\s*\w+\s+Statement(?:Begin|End)\b)/i.test(line);
}

/** Behind the line that is at this byte. */
function endOfLine(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(10, at);
  return end < 0 ? bytes.length : end + 1;
}

/**
 * The line that begins the down half, from the one of the up half: as its tool writes it, without what that line says of
 * its own half. Undefined where the tool has another way.
 */
export function downMarkOf(up: string): string | undefined {
  const { tool } = ruleOf(up, false) ?? {};
  const bare = up.replace(/\s+(?:\w+\s*[:=]\s*\w+|no\s*transaction)\s*$/i, '').trimEnd();
  const lines = [bare, up].map((line) =>
    line
      .replace(/\bmigration(?=\.sql\b)/i, 'down')
      .replace(/\bup(?=s?\b)/i, (word) => (word === 'UP' ? 'DOWN' : word === 'Up' ? 'Down' : 'down')),
  );
  return lines.find((line) => {
    const rule = ruleOf(line, false);
    return rule?.role === 'down' && rule.tool === tool;
  });
}

/**
 * SQL as a section below this mark. goose, and what is like it, reads a statement to the first semicolon at the end of a
 * line: one with a semicolon inside needs marks of its own.
 */
export function asSection(sql: string, mark: string): string {
  const [, sign] = /^(--\s*\+\s*\w+)\s+(?:up|down)\b/i.exec(mark) ?? [];
  const bytes = Buffer.from(sql, 'utf8');
  if (sign === undefined || /^\s*--\s*\+\s*\w+\s+StatementBegin\b/im.test(sql)) return sql;
  const parts: string[] = [];
  let done = 0;
  for (const item of walk(textSource('', bytes))) {
    if (item.kind !== 'statement' || !item.bytes.includes(';')) continue;
    const statement = bytes.toString('utf8', item.start, item.to).trimEnd();
    parts.push(bytes.toString('utf8', done, item.start));
    parts.push(`${sign} StatementBegin\n${statement}${statement.endsWith(';') ? '' : ';'}\n${sign} StatementEnd`);
    done = item.to;
  }
  return parts.join('') + bytes.toString('utf8', done);
}
