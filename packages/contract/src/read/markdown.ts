import { isMap, type Place } from '@lockstep/base';
import type { Code, Nodes, Root, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Contract, Json, Method, Operation, ResponseRule, Security } from '../contract.ts';
import { rowsOf } from './markdown-table.ts';
import { type CallText, callIn, lineOf, securityIn, statusesIn, textOf } from './markdown-words.ts';
import type { ContractFiles } from './source.ts';

/** What is gathered of one operation while the document is read. */
interface Draft {
  readonly method: Method;
  readonly path: string;
  line: number;
  security: Security;
  readonly statuses: Set<string>;
  /** Of a successful answer. */
  example: Json;
}

/**
 * Reads a Markdown document of an API: headings (`### GET /path`), tables with a method and a path, code (`GET /path`),
 * and the bodies that stand under a heading as examples. Only what it says plainly is a promise; what could not be
 * understood is in the notes, with its line.
 */
export async function readMarkdown(file: string, files: ContractFiles): Promise<Contract> {
  const text = await files.read(file);
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const { drafts, notes } = gather(tree);
  const examples: Json[] = [];
  const operations = [...drafts.values()].map((draft) => operationOf(draft, { file, line: draft.line }, examples));
  const [title = ''] = tree.children.flatMap((node) =>
    node.type === 'heading' && node.depth === 1 ? [textOf(node)] : [],
  );
  return {
    format: 'markdown',
    title,
    prefix: '',
    operations,
    document: { examples },
    notes: notes.map(({ line, what }) => `${file}:${line}: ${what}`),
  };
}

interface Note {
  readonly line: number;
  readonly what: string;
}

function gather(tree: Root): { readonly drafts: ReadonlyMap<string, Draft>; readonly notes: readonly Note[] } {
  const drafts = new Map<string, Draft>();
  const notes: Note[] = [];
  /** The operation whose section is being read. */
  let current: { readonly draft: Draft; readonly depth: number } | undefined;
  let label = '';
  const add = ({ method, path }: CallText, line: number): Draft => {
    const name = `${method} ${path}`;
    const draft = drafts.get(name) ?? {
      method,
      path,
      line,
      security: 'unstated',
      statuses: new Set(),
      example: undefined,
    };
    drafts.set(name, draft);
    return draft;
  };
  for (const node of tree.children) {
    const line = lineOf(node);
    if (node.type === 'heading') {
      const call = callIn(textOf(node));
      if (call !== undefined) {
        const draft = add(call, line);
        draft.line = line;
        current = { draft, depth: node.depth };
      } else if (current !== undefined && node.depth <= current.depth) current = undefined;
      label = textOf(node);
    } else if (node.type === 'table') {
      readTable(node, { add, notes, current: current?.draft });
    } else if (node.type === 'code') {
      if (current === undefined) readRequest(node, add);
      else readExample(node, { draft: current.draft, label, notes });
    } else {
      const words = textOf(node);
      if (current === undefined) for (const code of inlineCodes(node)) addCode(code, line, add);
      else readWords(words, current.draft);
      label = words;
    }
  }
  return { drafts, notes };
}

function addCode(code: string, line: number, add: (call: CallText, line: number) => Draft): void {
  const call = callIn(code);
  if (call !== undefined) add(call, line);
}

function readWords(words: string, draft: Draft): void {
  const security = securityIn(words);
  if (security !== undefined) draft.security = security;
  for (const status of statusesIn(words)) draft.statuses.add(status);
}

interface TableContext {
  readonly add: (call: CallText, line: number) => Draft;
  readonly notes: Note[];
  readonly current: Draft | undefined;
}

function readTable(table: Table, { add, notes, current }: TableContext): void {
  for (const { call, auth, status, line, understood } of rowsOf(table)) {
    const draft = call === undefined ? current : add(call, line);
    if (draft === undefined) {
      if (!understood)
        notes.push({ line, what: 'a row of a table of operations whose method and path could not be read' });
      continue;
    }
    if (auth !== undefined) draft.security = auth;
    for (const one of status) draft.statuses.add(one);
  }
}

/** A request that is written out: ```http GET /path HTTP/1.1```. */
function readRequest(node: Code, add: (call: CallText, line: number) => Draft): void {
  if (node.lang !== 'http') return;
  const call = callIn((node.value.split('\n')[0] ?? '').replace(/\s+HTTP\/[\d.]+\s*$/i, ''));
  if (call !== undefined) add(call, lineOf(node));
}

function readExample(
  node: Code,
  { draft, label, notes }: { readonly draft: Draft; readonly label: string; readonly notes: Note[] },
): void {
  if (!/^(json5?|jsonc)?$/i.test(node.lang ?? '')) return;
  const isRequest = /\b(request|payload|send|body to)\b/i.test(label) && !/\b(response|returns?|answer)/i.test(label);
  const isError = /\b(error|[45]\d\d)\b/i.test(label) || /\b[45]\d\d\b/.test(node.meta ?? '');
  const isAnswer =
    /\b(response|returns?|answers?|2\d\d|example)\b/i.test(label) || ['GET', 'HEAD'].includes(draft.method);
  if (isRequest || isError) return;
  const line = lineOf(node);
  if (!isAnswer) {
    notes.push({ line, what: 'an example that may be a request or an answer: say "Response" above it' });
    return;
  }
  try {
    draft.example ??= JSON.parse(node.value) as Json;
  } catch {
    if (node.lang) notes.push({ line, what: 'an example that is not readable as JSON, and so promises nothing' });
  }
}

function inlineCodes(node: Nodes): readonly string[] {
  if (node.type === 'inlineCode') return [node.value];
  return 'children' in node ? node.children.flatMap((child) => inlineCodes(child as Nodes)) : [];
}

function operationOf(draft: Draft, where: Place, examples: Json[]): Operation {
  const { method, path, security, statuses, example } = draft;
  const schema = schemaOf(example);
  const pointer = schema === undefined ? undefined : `#/examples/${examples.push(schema) - 1}`;
  const content = pointer === undefined ? undefined : [{ type: 'application/json', schema: pointer }];
  const named = [...statuses].sort();
  // An example promises a body of every success, and a success where no status is named.
  const successes = named.filter((one) => one.startsWith('2') && one !== '204');
  const rules = named.map(
    (status): ResponseRule => ({
      status,
      content: successes.includes(status) ? content : undefined,
      headers: [],
    }),
  );
  const implied: readonly ResponseRule[] =
    named.length === 0 && content !== undefined
      ? [
          { status: '2XX', content, headers: [] },
          { status: '3XX', content: undefined, headers: [] },
          { status: '4XX', content: undefined, headers: [] },
        ]
      : [];
  return {
    name: `${method} ${path}`,
    method,
    path,
    where,
    security,
    parameters: [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => ({
      name,
      in: 'path' as const,
      required: true,
      example: undefined,
    })),
    request: [],
    responses: [...rules, ...implied],
  };
}

/** An example promises its kind and the names at its top, and no values or types below: those it only shows. */
function schemaOf(example: Json): Json {
  if (isMap(example)) {
    const names = Object.keys(example);
    return { type: 'object', required: names, properties: Object.fromEntries(names.map((name) => [name, {}])) };
  }
  if (!Array.isArray(example)) return undefined;
  const [first] = example as Json[];
  return { type: 'array', ...(isMap(first) ? { items: schemaOf(first) } : {}) };
}
