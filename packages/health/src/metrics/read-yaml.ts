import { describe, InputError, yamlReason } from '@lockstep/base';
import { isScalar, isSeq, isMap as isYamlMap, LineCounter, type Node, parseDocument } from 'yaml';

const REMEDY = 'put conditions and queries in quotes: "[VALUE] < 0.01"';

/** The data of a text, and the line on which what is at a path begins. Throws InputError with each place that is no YAML. */
export function readYaml(text: string, name: string) {
  const lines = new LineCounter();
  // 'error' and not 'silent': a second document would be left out without a word.
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error', prettyErrors: false });
  if (document.errors.length > 0)
    throw new InputError(
      document.errors.map(({ code, message, pos }) => {
        const { line, col } = lines.linePos(pos[0]);
        const place = `${name} (line ${line}, column ${col})`;
        return code === 'MULTIPLE_DOCS'
          ? `${place}: expected one YAML document; remove the line ---`
          : `${place}: not readable as YAML: ${yamlReason(message)}; ${REMEDY}`;
      }),
    );
  const lineOf = (path: readonly (string | number)[]): number | undefined => {
    let node: Node | null | undefined = document.contents;
    let line: number | undefined;
    for (const step of path) {
      let found: Node | null | undefined;
      if (isSeq(node)) node = found = node.items[Number(step)] as Node | undefined;
      else {
        const pair = isYamlMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
        found = pair?.key as Node | undefined;
        node = pair?.value as Node | null | undefined;
      }
      if (!found?.range) return line;
      line = lines.linePos(found.range[0]).line;
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
