import { describe, InputError, yamlReason } from '@lockstep/base';
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLParseError } from 'yaml';

/** The line on which what is at a path begins, or else the line of what should have it. */
export type LineOf = (path: readonly (string | number)[]) => number | undefined;

const REMEDIES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'check the blanks at the beginning of this line and of the one above',
  DUPLICATE_KEY: 'a name may be there once in a map: remove one of them',
  MULTIPLE_DOCS: 'remove this line: the file is one YAML document, and only its first part would count',
  TAB_AS_INDENT: 'indent with blanks, not with tabs',
};
const REMEDY =
  'put texts with a colon, a # or another mark of YAML into quotes, and check the blanks at the beginning of the line';

/** The data of a YAML file with its lines. Throws InputError with every place that is no YAML. */
export function readYamlLines(text: string, name: string): { readonly data: unknown; readonly lineOf: LineOf } {
  const lines = new LineCounter();
  // 'error' and not 'silent': a second document would be left out without a word.
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error', prettyErrors: false });
  if (document.errors.length > 0) throw new InputError(problemsOf(document.errors, { text, lines, name }));
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

interface Source {
  readonly text: string;
  readonly lines: LineCounter;
  readonly name: string;
}

/** The first of each line: what follows it there follows from it. */
function problemsOf(errors: readonly YAMLParseError[], { lines, name, text }: Source): readonly string[] {
  const conflict = text.split('\n').findIndex((line) => /^<{7}(?: |$)/.test(line));
  if (conflict >= 0) return [`${name} (line ${conflict + 1}): there is a merge conflict; resolve it first`];
  const first = new Map<number, string>();
  for (const { code, message, pos } of errors) {
    const { col, line } = lines.linePos(pos[0]);
    const place = `${name}: not readable as YAML (line ${line}, column ${col})`;
    if (!first.has(line)) first.set(line, `${place}: ${yamlReason(message)}; ${REMEDIES[code] ?? REMEDY}`);
  }
  return [...first.values()];
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
