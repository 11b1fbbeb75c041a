import { JSONParser } from '@streamparser/json';
import { piecesOf, type ReportSource, UnreadableError } from './source.ts';

const STRING_BUFFER = 1 << 16;

/** Gets an item and the keys that lead to it: `['runs', 0, 'results', 7]`. */
export type OnItem = (item: unknown, path: readonly (string | number)[]) => void;

/**
 * Reads JSON as it streams by: gives each item at `path` (`$.runs.*.results.*`) to `onItem` and forgets it, and
 * returns the rest, with null in the place of each item. So a report's size does not matter, only how much of it
 * `onItem` keeps. Throws UnreadableError.
 */
export async function readItems(source: ReportSource, path: string, onItem: OnItem): Promise<unknown> {
  let root: unknown;
  let sawAnything = false;
  let ended = false;
  // Without a buffer for them the parser keeps a string's characters one by one.
  const parser = new JSONParser({ paths: [path, '$'], keepStack: false, stringBufferSize: STRING_BUFFER });
  parser.onEnd = () => {
    ended = true;
  };
  parser.onValue = ({ value, key, parent, stack }) => {
    if (stack.length === 0) {
      root = value;
      return;
    }
    onItem(value, [...stack.slice(1).map((above) => above.key ?? ''), key ?? '']);
    if (parent !== undefined && key !== undefined) (parent as Record<string | number, unknown>)[key] = null;
  };
  for await (const piece of piecesOf(source)) {
    sawAnything ||= piece.trim() !== '';
    write(parser, piece);
  }
  if (!sawAnything) throw new UnreadableError('report-empty', 'it is empty');
  if (!ended) throw new UnreadableError('report-truncated', 'it ends in the middle');
  return root;
}

function write(parser: JSONParser, piece: string): void {
  try {
    parser.write(piece);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError('report-malformed', 'it is no JSON');
  }
}
