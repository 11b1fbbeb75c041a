import { join } from 'node:path';
import { inRepository, type Source, statOf } from '../source.ts';

const FRAME = /((?:file:\/\/|\/|[A-Za-z]:[\\/])?[\w@.+~\\/-]+\.[cm]?[jt]sx?):(\d+):(\d+)/g;
/** Longer texts are data, not a message. */
const LONGEST = 600;

/** The first place in a stack trace that names a file of the repository, and none of a dependency. */
export function placeInStack(
  source: Source,
  text: string,
): { readonly file?: string; readonly line?: number; readonly column?: number } {
  for (const [, path = '', line, column] of text.matchAll(FRAME)) {
    const file = inRepository(source, path);
    if (file !== undefined && !file.includes('node_modules/') && isFile(source, file))
      return { file, line: Number(line), column: Number(column) };
  }
  return {};
}

/** A failure's text without colours, for people: its first lines. */
export function firstWords(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of
  const plain = text.replace(/\u001b\[[0-9;]*m/g, '').trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}

/** A name that may be a file's: the repository knows. */
export function fileIfThere(source: Source, name: string): string | undefined {
  const file = inRepository(source, name);
  return file !== undefined && isFile(source, file) ? file : undefined;
}

function isFile(source: Source, file: string): boolean {
  return statOf(join(source.root, file))?.isFile() === true;
}
