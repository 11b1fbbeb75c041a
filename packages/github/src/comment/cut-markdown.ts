/**
 * Cuts Markdown to at most `limit` characters between blocks: never inside a fence or a fold, never between a table's
 * head and its first row. Adds `note` where it cut. What cannot be cut so is left out whole.
 */
export function cutMarkdown(markdown: string, limit: number, note: string): string {
  if (markdown.length <= limit) return markdown;
  const room = limit - note.length - 2;
  const kept = markdown.slice(0, lastBorder(markdown, room)).trimEnd();
  return kept === '' ? note.slice(0, limit) : `${kept}\n\n${note}`;
}

/** The end of the last line at or before `room` that has nothing open. */
function lastBorder(markdown: string, room: number): number {
  let fence: string | undefined;
  let folds = 0;
  let position = 0;
  let border = 0;
  const lines = markdown.split('\n');
  for (const [index, line] of lines.entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) === true && line.trim() === mark) fence = undefined;
    } else if (mark !== undefined) {
      fence = mark;
    } else {
      folds += (line.match(/<details>/gi) ?? []).length - (line.match(/<\/details>/gi) ?? []).length;
    }
    position += line.length + 1;
    if (position > room + 1) break;
    const isTableHead = line.trimStart().startsWith('|') && isRule(lines[index + 1] ?? '');
    if (fence === undefined && folds === 0 && !isTableHead && !isRule(line)) border = position;
  }
  return border;
}

/** `|---|---|` */
function isRule(line: string): boolean {
  return /^\s*\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)*\|?\s*$/.test(line) && line.includes('|');
}
