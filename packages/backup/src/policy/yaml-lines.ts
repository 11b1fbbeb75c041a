import { describe, InputError, yamlReason } from '@lockstep/base';
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** The line on which what is at a path begins, or else the line of what should have it. */
export type LineOf = (path: readonly (string | number)[]) => number | undefined;

/** The data of a YAML file with its lines. Throws InputError with every place that is no YAML. */
export function readYamlLines(text: string, name: string): { readonly data: unknown; readonly lineOf: LineOf } {
  const lines = new LineCounter();
  // 'error' and not 'silent': a second document would be left out without a word.
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error', prettyErrors: false });
  if (document.errors.length > 0)
    throw new InputError(
      document.errors.map(({ message, pos }) => {
        const { line, col } = lines.linePos(pos[0]);
        return `${name}: not readable as YAML: line ${line}, column ${col}: ${message.split('\n')[0]}`;
      }),
    );
  const lineOf: LineOf = (path) => {
    let node: Node | null | undefined = document.contents;
    let line: number | undefined;
    const at = (found: Node | null | undefined) => {
      if (found?.range) line = lines.linePos(found.range[0]).line;
    };
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(document);
      if (isSeq(node)) {
        node = node.items[Number(step)] as Node | undefined;
        at(node);
        continue;
      }
      const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === step) : undefined;
      if (pair === undefined) break;
      at(pair.key as Node);
      node = pair.value as Node | null;
    }
    return line;
  };
  return { data: dataOf(document, name), lineOf };
}

/** An alias of nothing, or of far too much, is found only here. */
function dataOf(document: ReturnType<typeof parseDocument>, name: string): unknown {
  try {
    return document.toJS() as unknown;
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new InputError(`${name}: not readable as YAML: ${yamlReason(describe(error))}; check its aliases (*name)`);
  }
}
