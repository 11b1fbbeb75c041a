import type { BasicExpressionToken } from '@actions/workflow-parser/templates/tokens/index';
import { parse } from 'yaml';

/** A text in pieces: literal, or the expression of a `${{ }}`. */
export type Segment = { readonly literal: string } | { readonly expression: string };

/**
 * The text of a scalar that spans several lines, with its expressions, as YAML means it. Undefined for one on a single
 * line. The parser is made for editors and builds the expression of such a scalar from the file's raw lines, whose
 * indentation (or quotes) would end up in the value.
 */
export function multiLineText(token: BasicExpressionToken): string | undefined {
  const { range, source, blockScalarHeader } = token;
  if (source === undefined || range === undefined || range.start.line === range.end.line) return undefined;
  const value: unknown = parse(blockScalarHeader === undefined ? source : `${blockScalarHeader}\n${source}`);
  return typeof value === 'string' ? value : String(value);
}

/** Splits a text at its expressions; a `}}` inside a quoted string does not end one. */
export function segments(text: string): Segment[] {
  const found: Segment[] = [];
  let at = 0;
  for (let start = text.indexOf('${{'); start >= 0; start = text.indexOf('${{', at)) {
    const end = endOf(text, start + 3);
    if (start > at) found.push({ literal: text.slice(at, start) });
    found.push({ expression: text.slice(start + 3, end).trim() });
    at = end + 2;
  }
  if (at < text.length) found.push({ literal: text.slice(at) });
  return found;
}

function endOf(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "'") quoted = !quoted;
    if (!quoted && text.startsWith('}}', at)) return at;
  }
  throw new Error(`The expression is not closed: ${text.slice(from - 3)}`);
}
