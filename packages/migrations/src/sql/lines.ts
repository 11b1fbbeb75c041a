import type { Source } from './source.ts';

const STEP = 1 << 20;

/** Line breaks in a part of some bytes. */
export function countLines(bytes: Buffer, from = 0, to = bytes.length): number {
  let lines = 0;
  for (let at = bytes.indexOf(10, from); at >= 0 && at < to; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

/** Tells the file's line (1-based) of a byte of the source. Cheap when asked in rising order. */
export function lineCounter(source: Source): (at: number) => number {
  let counted = 0;
  let line = source.firstLine;
  return (at) => {
    if (at < counted) {
      counted = 0;
      line = source.firstLine;
    }
    while (counted < at) {
      const to = Math.min(at, counted + STEP);
      line += countLines(source.read(counted, to));
      counted = to;
    }
    return line;
  };
}
