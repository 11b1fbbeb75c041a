import { closed, closers } from './tame-markdown.ts';

/** What `closers` adds at most: a fence, and the few tags that may be open at once. */
const CLOSERS = 400;

/**
 * Cuts tamed Markdown to at most `limit` characters and adds `note` where it cut. Between blocks where that keeps most
 * of what fits; else inside the block, at the end of a line where there is one, and closes what is open: a long log
 * shows its beginning instead of nothing.
 */
export function cutMarkdown(markdown: string, limit: number, note: string): string {
  if (markdown.length <= limit) return markdown;
  const room = limit - note.length - 2;
  if (room <= 0) return note.slice(0, Math.max(0, limit));
  const border = lastBorder(markdown, room);
  const kept =
    border >= room / 2
      ? markdown.slice(0, border).trimEnd()
      : closed(markdown.slice(0, borderInside(markdown, Math.max(border, room - CLOSERS))));
  return kept === '' || kept.length > room ? note : `${kept}\n\n${note}`;
}

/** The end of the last line at or before `room` that has nothing open. */
function lastBorder(markdown: string, room: number): number {
  const open = closers();
  let position = 0;
  let border = 0;
  const lines = linesWithin(markdown, room);
  for (const [index, line] of lines.entries()) {
    open.take(line);
    position += line.length + 1;
    if (position > room + 1) break;
    const isTableHead = line.trimStart().startsWith('|') && isRule(lines[index + 1] ?? '');
    if (open.isNone() && !isTableHead && !isRule(line)) border = position;
  }
  return border;
}

/** The end of the last line at or before `room`; `room` itself within one long line, but never inside a character. */
function borderInside(markdown: string, room: number): number {
  const line = markdown.lastIndexOf('\n', room);
  const end = line >= room / 2 ? line : room;
  const code = markdown.charCodeAt(end - 1);
  return code >= 0xd800 && code < 0xdc00 ? end - 1 : end;
}

/** The lines that begin before `room`, and one more: what is cut off is not looked at. */
function linesWithin(markdown: string, room: number): readonly string[] {
  const end = markdown.indexOf('\n', room + 1);
  const next = end === -1 ? -1 : markdown.indexOf('\n', end + 1);
  return (next === -1 ? markdown : markdown.slice(0, next)).split('\n');
}

/** `|---|---|` */
function isRule(line: string): boolean {
  return line.includes('|') && line.includes('---') && /^[\s|:-]+$/.test(line);
}
