import { inRepository, type Source } from '../source.ts';

const FRAME = /((?:file:\/\/|\/|[A-Za-z]:[\\/])?[\w@.+~\\/-]+\.[cm]?[jt]sx?):(\d+):(\d+)/g;
/** Longer texts are data, not a message. */
const LONGEST = 600;

/** The first place in a stack trace that is in the repository and not in a dependency. */
export function placeInStack(
  source: Source,
  text: string,
): { readonly file?: string; readonly line?: number; readonly column?: number } {
  for (const [, path = '', line, column] of text.matchAll(FRAME)) {
    const file = inRepository(source, path);
    if (file !== undefined && !file.includes('node_modules/'))
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
