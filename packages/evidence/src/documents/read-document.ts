import { describe, isMap, yamlReason } from '@lockstep/base';
import type { Nodes, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { LineCounter, parseDocument } from 'yaml';
import type { DocumentLink, DocumentTable, ReadDocument, RunbookFacts, Section } from './document.ts';

/** What the templates mark as to be filled in, and what people write for the same. */
const UNFILLED = /\[FILL IN\b|\b(?:TODO|TBD|FIXME)\b|\blorem ipsum\b/i;
const RUNBOOK = /<!-- lockstep-runbook: (\{.*\}) -->\s*$/;

/** Reads a Markdown document. Whatever it holds, it is read; what is wrong with it is for the rules to say. */
export function readDocument(file: string, text: string): ReadDocument {
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const [, front = ''] = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(source) ?? [];
  // The lines stay, so that a place in the rest is a place in the file.
  const body = front === '' ? source : source.replace(/^---\n[\s\S]*?\n---/, (lines) => lines.replace(/[^\n]/g, ''));
  return {
    file,
    ...factsOf(front, source),
    ...bodyOf(body),
    unfilled: unfilledLines(source),
    runbook: runbookOf(source),
  };
}

function bodyOf(body: string): Pick<ReadDocument, 'sections' | 'tables' | 'links'> & Partial<ReadDocument> {
  try {
    const tree = fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
    return { ...partsOf(tree), links: linksBelow(tree) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // No person writes that. What is below the first lines is not known, so nothing that they say may count.
    const factsProblem = 'quotes, lists or links within each other, too deep to read';
    return { facts: {}, factsProblem, factsLine: 1, sections: [], tables: [], links: [] };
  }
}

function factsOf(front: string, source: string): Pick<ReadDocument, 'facts' | 'factsProblem' | 'factsLine'> {
  const none = (factsProblem: string, factsLine = 1) => ({ facts: {}, factsProblem, factsLine });
  if (front === '') return none(lostFront(source));
  const lineCounter = new LineCounter();
  const document = parseDocument(front, { lineCounter, logLevel: 'silent', prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    // The first line of the file is ---.
    const line = lineCounter.linePos(error.pos[0]).line + 1;
    return none(`not readable as YAML: ${yamlReason(error.message)}`, line);
  }
  try {
    const data: unknown = document.toJS();
    return isMap(data) ? { ...none(''), facts: data } : none('no map of names and values', 2);
  } catch (error) {
    // An alias of nothing, or of far too much, is found only where the data is made: `owner: *lead*` is one to YAML.
    if (error instanceof ReferenceError) return none(`not readable as YAML: ${yamlReason(describe(error))}`, 2);
    throw error;
  }
}

/** Why a document that means to have first lines has none; '' where it does not mean to. */
function lostFront(source: string): string {
  if (/^---\n[\w-]+:/.test(source)) return 'there is no second line ---';
  if (/^\s*\n---\n[\w-]+:/.test(source)) return 'the line --- is not the first of the file';
  return /^[\w-]+: .*\n(?:[\w-]+: .*\n)*---\n/.test(source) ? 'the first line is not ---' : '';
}

function partsOf(tree: Root): Pick<ReadDocument, 'sections' | 'tables'> {
  const sections: (Section & { hasText: boolean; readonly depth: number })[] = [];
  const tables: DocumentTable[] = [];
  for (const node of tree.children) {
    if (node.type === 'heading') {
      sections.push({ heading: textOf(node), line: lineOf(node), depth: node.depth, hasText: false });
      continue;
    }
    if (!hasWords(node)) continue;
    markAbove(sections);
    if (node.type === 'table') tables.push(tableOf(node, sections.at(-1)?.heading ?? ''));
  }
  return { sections: sections.map(({ depth: _, ...section }) => section), tables };
}

/** What is written below a heading is below those around it too. */
function markAbove(sections: readonly { hasText: boolean; readonly depth: number }[]): void {
  let depth = Number.POSITIVE_INFINITY;
  for (const section of [...sections].reverse()) {
    if (section.depth >= depth) continue;
    section.hasText = true;
    depth = section.depth;
  }
}

/** A comment is for who writes the document, not for who reads it. */
function hasWords(node: RootContent): boolean {
  return (
    node.type !== 'html' && node.type !== 'definition' && node.type !== 'thematicBreak' && textOf(node).trim() !== ''
  );
}

function tableOf(table: Table, heading: string): DocumentTable {
  const [head, ...rows] = table.children.map((row) => ({
    line: lineOf(row),
    cells: row.children.map((cell) => textOf(cell).trim()),
  }));
  return { heading, line: lineOf(table), columns: head?.cells ?? [], rows };
}

function linksBelow(node: Nodes): readonly DocumentLink[] {
  const own =
    node.type === 'link' || node.type === 'definition' || node.type === 'image'
      ? [{ line: lineOf(node), target: node.url }]
      : [];
  return 'children' in node ? [...own, ...node.children.flatMap((child) => linksBelow(child as Nodes))] : own;
}

/** By their numbers. What is in a comment is a help for who writes. */
function unfilledLines(source: string): readonly number[] {
  const shown = source.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''));
  return shown.split('\n').flatMap((line, nth) => (UNFILLED.test(line) ? [nth + 1] : []));
}

function runbookOf(source: string): RunbookFacts | undefined {
  const [, text] = RUNBOOK.exec(source) ?? [];
  if (text === undefined) return undefined;
  try {
    const mark: unknown = JSON.parse(text);
    if (!isMap(mark)) return undefined;
    const recovery = isMap(mark['recovery']) ? mark['recovery'] : {};
    return {
      reviewed: typeof mark['reviewed'] === 'string' ? mark['reviewed'] : null,
      people: numberOr(mark['people']),
      maxRestoreMs: numberOr(recovery['maxRestoreMs']),
      maxDataAgeMs: numberOr(recovery['maxDataAgeMs']),
    };
  } catch {
    return undefined;
  }
}

function numberOr(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The plain words of a part of a document. */
function textOf(node: Nodes): string {
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  if ('children' in node)
    return node.children.map((child) => textOf(child as Nodes)).join(node.type === 'list' ? '\n' : '');
  return node.type === 'image' ? (node.alt ?? '') : '';
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
