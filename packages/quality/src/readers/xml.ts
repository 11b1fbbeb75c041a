import { SaxesParser } from 'saxes';
import { piecesOf, type ReportSource, UnreadableError } from '../source.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  open(name: string, attributes: Attributes, path: readonly string[]): void;
  close?(name: string, path: readonly string[]): void;
  text?(text: string, path: readonly string[]): void;
}

/** No report nests deeper; without an end the path would hold a whole file of opening tags. */
const DEEPEST = 1_000;

/**
 * Reads XML as it streams by, so that its size does not matter. Entities of a DTD are not expanded. Throws
 * UnreadableError: `report-truncated` for a document that ends in the middle.
 */
export async function readXml(source: ReportSource, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser();
  const path: string[] = [];
  let ended = false;
  let sawAnything = false;
  parser.on('error', (error) => {
    throw new UnreadableError(ended ? 'report-truncated' : 'report-malformed', `not well-formed XML: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length >= DEEPEST) throw new UnreadableError('report-malformed', `it nests over ${DEEPEST} elements`);
    handler.open(name, attributes as Attributes, path);
    path.push(name);
  });
  parser.on('closetag', ({ name }) => {
    path.pop();
    handler.close?.(name, path);
  });
  parser.on('text', (text) => handler.text?.(text, path));
  parser.on('cdata', (text) => handler.text?.(text, path));
  for await (const piece of piecesOf(source)) {
    sawAnything ||= piece.trim() !== '';
    parser.write(piece);
    source.signal?.throwIfAborted();
  }
  if (!sawAnything) throw new UnreadableError('report-empty', 'it is empty');
  ended = true;
  parser.close();
}
