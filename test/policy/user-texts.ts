import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

/** A text that users read, and where it is. */
export interface UserText {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly [key: string]: unknown;
}

/** Whole files that users read: contracts, pages, workflows, starters. */
const WHOLE = [
  /^actions\/[^/]+\/(?:action\.yml|README\.md)$/,
  /^docs\/.*\.md$/,
  /^(?:README|CONTRIBUTING|SECURITY|CODE_OF_CONDUCT)\.md$/,
  /^action\.yml$/,
  /^packages\/[^/]+\/README\.md$/,
  /^\.github\/(?:workflows|ISSUE_TEMPLATE)\/.*\.(?:yml|md)$/,
  /^\.github\/pull_request_template\.md$/,
  /^workflows-templates\/.*\.(?:md|yml|json)$/,
];
const SOURCE = /^(?:packages|actions)\/[^/]+\/src\/.*\.ts$/;
const SCRIPT = /^scripts\/[^/]+\.mjs$/;

/** What users read of this checkout: whole files, the unreleased part of the changelog, and what sources print. */
export function userTexts(root: string): UserText[] {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
    .split('\n')
    .filter((path) => existsSync(join(root, path)));
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  return files.flatMap((path) => {
    if (path === 'CHANGELOG.md') return [unreleased(path, read(path))];
    if (WHOLE.some((pattern) => pattern.test(path))) return [{ path, line: 1, text: read(path) }];
    if (SCRIPT.test(path)) return [headOf(read(path)), ...printed(read(path))].map((one) => ({ path, ...one }));
    return SOURCE.test(path) ? printed(read(path)).map((one) => ({ path, ...one })) : [];
  });
}

export function unreleased(path: string, text: string): UserText {
  const from = text.indexOf('## Unreleased');
  if (from < 0) return { path, line: 1, text: '' };
  const to = text.indexOf('\n## ', from);
  // Old names are in the table of renames, which is there to name them.
  const news = text.slice(from, to < 0 ? undefined : to).replace(/^\| .*$/gm, '|');
  return { path, line: text.slice(0, from).split('\n').length, text: news };
}

/** The comment at the head of a script, which `--help` prints. */
function headOf(source: string): { readonly line: number; readonly text: string } {
  return { line: 2, text: /^#!.*\n(\/\*\*[\s\S]*?\*\/)/.exec(source)?.[1] ?? '' };
}

/** First in a file that is parsed, to know from where positions count. */
const FIRST = '0;';

/**
 * What a source may print: its texts that hold a space, in quotes or in templates (what a template puts in counts as one
 * word), and the codes that `defineReasons` names.
 */
export function printed(source: string): { readonly line: number; readonly text: string }[] {
  const bytes = Buffer.from(`${FIRST}${source.replace(/^#!/, '//')}`);
  const module = parseSync(bytes.toString('utf8'), { syntax: 'typescript' }) as unknown as Node;
  const base = (module['body'] as readonly Node[])[0]?.span.start ?? 0;
  const lineOf = (node: Node) =>
    bytes
      .subarray(0, node.span.start - base)
      .toString('utf8')
      .split('\n').length;
  const found: { line: number; text: string }[] = [];
  const keep = (node: Node, text: string) => {
    if (/\S\s+\S/.test(text)) found.push({ line: lineOf(node), text });
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    else if (isNode(value)) {
      if (value.type === 'ImportDeclaration' || value.type === 'TsLiteralType') return;
      if (value.type === 'StringLiteral') keep(value, String(value['value']));
      if (value.type === 'TemplateLiteral') keep(value, words(value));
      if (isReasons(value)) for (const { node, code } of codesOf(value)) keep(node, code.replaceAll('-', ' '));
      for (const part of Object.values(value)) visit(part);
    } else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) visit(part);
  };
  visit(module);
  return found;
}

function words(template: Node): string {
  return (template['quasis'] as readonly { readonly cooked?: string; readonly raw: string }[])
    .map(({ cooked, raw }) => cooked ?? raw)
    .join('…');
}

function isReasons(node: Node): boolean {
  const callee = node['callee'];
  return node.type === 'CallExpression' && isNode(callee) && callee['value'] === 'defineReasons';
}

function codesOf(call: Node): { node: Node; code: string }[] {
  const [first] = call['arguments'] as readonly { readonly expression: Node }[];
  const properties = first?.expression['properties'];
  if (!Array.isArray(properties)) return [];
  return properties.flatMap((one: Node) => {
    const key = one['key'];
    return isNode(key) && typeof key['value'] === 'string' ? [{ node: key, code: key['value'] }] : [];
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'span' in value;
}
