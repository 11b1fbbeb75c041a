import { join } from 'node:path';
import { inRepository, type ReportSource, statOf } from '../source.ts';

/** The end of a stack frame's place. The text before it is read backwards, so that no text is read twice. */
const FRAME_END = /\.[cm]?[jt]sx?:(\d{1,7}):(\d{1,7})/g;
const PATH_CHARACTER = /[\w@.+~\\/-]/;
const LONGEST_PATH = 1_024;
/** A trace says where it failed within its first frames; what comes after this is data. */
const LONGEST_TRACE = 65_536;
/** Each frame is a look at the disk. */
const MOST_FRAMES = 100;
/** Longer texts are data, not a message. */
const LONGEST = 600;

/** The first place in a stack trace that names a file of the repository, and none of a dependency. */
export function placeInStack(
  source: ReportSource,
  trace: string,
): { readonly file?: string; readonly line?: number; readonly column?: number } {
  const text = trace.slice(0, LONGEST_TRACE);
  let behind = 0;
  let frames = 0;
  for (const found of text.matchAll(FRAME_END)) {
    if (++frames > MOST_FRAMES) break;
    const end = found.index + found[0].indexOf(':');
    const file = inRepository(source, pathBefore(text, end, behind));
    behind = end;
    if (file !== undefined && !file.includes('node_modules/') && isFile(source, file))
      return { file, line: Number(found[1]), column: Number(found[2]) };
  }
  return {};
}

/** The path that ends at `end`, with its drive or `file://`, and begins behind `least`. */
function pathBefore(text: string, end: number, least: number): string {
  let start = end;
  const first = Math.max(least, end - LONGEST_PATH);
  while (start > first && PATH_CHARACTER.test(text[start - 1] ?? '')) start--;
  if (text.startsWith('//', start) && text.slice(start - 5, start) === 'file:') start -= 5;
  else if (/^[A-Za-z]:$/.test(text.slice(start - 2, start)) && !/\w/.test(text[start - 3] ?? '')) start -= 2;
  return text.slice(start, end);
}

/** How a line of a stack trace begins, in V8 and in Vitest, and how it ends. */
const FRAME_START = /^\s{0,20}(?:at|❯) \S/;
const FRAME_TAIL = /(?::\d{1,7}:\d{1,7}|<anonymous>|native)\)?$/;

/** A failure's text for people: its first lines, without colors and without the stack trace. */
export function firstWords(text: string): string {
  const lines = text
    .slice(0, LONGEST_TRACE)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colors are made of
    .replace(/\u001b\[[0-9;]*m/g, '')
    .split('\n');
  const frame = lines.findIndex((line) => FRAME_START.test(line) && FRAME_TAIL.test(line.trimEnd()));
  // A text that begins with its trace has nothing else to show.
  const plain = (frame > 0 ? lines.slice(0, frame) : lines).join('\n').trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}

/** A name that may be a file's: the repository knows. */
export function fileIfThere(source: ReportSource, name: string): string | undefined {
  const file = inRepository(source, name);
  return file !== undefined && isFile(source, file) ? file : undefined;
}

/** What a tool prints may be no name that a file can have (too long, a NUL in it): then it is none. */
function isFile(source: ReportSource, file: string): boolean {
  try {
    return statOf(join(source.root, file))?.isFile() === true;
  } catch {
    return false;
  }
}
