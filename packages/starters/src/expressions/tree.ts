import { Lexer, Parser } from '@actions/expressions';
import { type Expr, type ExprVisitor, Star } from '@actions/expressions/ast';

/** GitHub's expressions as small trees: read by GitHub's own parser, rewritten, folded, and printed again. */
export type Tree =
  | Literal
  | { readonly kind: 'context'; readonly name: string }
  | { readonly kind: 'star' }
  | { readonly kind: 'index'; readonly of: Tree; readonly at: Tree }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Tree[] }
  | { readonly kind: 'not'; readonly of: Tree }
  | Logical
  | Comparison;

export type Value = string | number | boolean | null;
export interface Literal {
  readonly kind: 'literal';
  readonly value: Value;
}
export interface Logical {
  readonly kind: 'and' | 'or';
  readonly args: readonly Tree[];
}
export interface Comparison {
  readonly kind: '==' | '!=' | '<' | '<=' | '>' | '>=';
  readonly args: readonly Tree[];
}

/** What a path stands for in another place; undefined where it stays. */
export type Replace = (path: readonly string[]) => Tree | undefined;

const CONTEXTS = 'github env vars job jobs steps runner secrets strategy matrix needs inputs'.split(' ');
const FUNCTIONS = ['always', 'cancelled', 'failure', 'success', 'hashFiles'].map((name) => ({
  name,
  minArgs: 0,
  maxArgs: 255,
}));

/** Throws where the text is no expression. */
export function parseExpression(text: string): Tree {
  const { tokens } = new Lexer(text).lex();
  return read(new Parser(tokens, CONTEXTS, FUNCTIONS).parse());
}

function read(expression: Expr): Tree {
  return expression instanceof Star ? { kind: 'star' } : expression.accept(READER);
}

const READER: ExprVisitor<Tree> = {
  visitLiteral: ({ literal: data }) => literal('value' in data ? (data.value as Value) : null),
  visitContextAccess: ({ name }) => ({ kind: 'context', name: name.lexeme }),
  visitIndexAccess: ({ expr, index }) => ({ kind: 'index', of: read(expr), at: read(index) }),
  visitFunctionCall: ({ functionName, args }) => ({ kind: 'call', name: functionName.lexeme, args: args.map(read) }),
  visitUnary: ({ expr }) => ({ kind: 'not', of: read(expr) }),
  visitBinary: ({ left, operator, right }) => ({
    kind: operator.lexeme as Comparison['kind'],
    args: [read(left), read(right)],
  }),
  visitLogical: ({ operator, args }) => ({ kind: operator.lexeme === '||' ? 'or' : 'and', args: args.map(read) }),
  visitGrouping: ({ group }) => read(group),
};

/** A text with `${{ … }}` in it: its parts in order, as strings and trees. */
export function parseTemplate(text: string): readonly (string | Tree)[] {
  const parts: (string | Tree)[] = [];
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf('${{', at);
    if (start < 0) break;
    // What ends it may not be inside a string.
    const found = /^(?:[^'}]|'(?:[^']|'')*'|\}(?!\}))*\}\}/.exec(text.slice(start + 3))?.[0];
    if (found === undefined) throw new Error(`an expression does not end: ${text.slice(start)}`);
    if (start > at) parts.push(text.slice(at, start));
    parts.push(parseExpression(found.slice(0, -2).trim()));
    at = start + 3 + found.length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** A template as one tree, for where it is to stand inside another. */
export function templateTree(text: string): Tree {
  const parts = parseTemplate(text);
  const trees = parts.filter((part) => typeof part !== 'string');
  const [only] = trees;
  if (only === undefined) return literal(text);
  if (parts.length === 1) return only;
  let next = 0;
  const pattern = parts.map((part) => (typeof part === 'string' ? part.replace(/[{}]/g, '$&$&') : `{${next++}}`));
  return { kind: 'call', name: 'format', args: [literal(pattern.join('')), ...trees] };
}

/** `['needs', 'build', 'outputs', 'id']` of an access by names; undefined for every other tree. */
export function pathOf(tree: Tree): readonly string[] | undefined {
  if (tree.kind === 'context') return [tree.name];
  if (tree.kind !== 'index' || tree.at.kind !== 'literal') return undefined;
  const before = pathOf(tree.of);
  return before && [...before, String(tree.at.value)];
}

export function access([context = '', ...names]: readonly string[]): Tree {
  return names.reduce<Tree>((of, name) => ({ kind: 'index', of, at: literal(name) }), {
    kind: 'context',
    name: context,
  });
}

export function literal(value: Value): Literal {
  return { kind: 'literal', value };
}

/** Every path that `replace` has a tree for gets that instead; the longest path comes first. */
export function rewrite(tree: Tree, replace: Replace): Tree {
  const path = pathOf(tree);
  const instead = path && replace(path);
  if (instead !== undefined) return instead;
  if (tree.kind === 'index') return { ...tree, of: rewrite(tree.of, replace), at: rewrite(tree.at, replace) };
  if (tree.kind === 'not') return { ...tree, of: rewrite(tree.of, replace) };
  return 'args' in tree ? { ...tree, args: tree.args.map((arg) => rewrite(arg, replace)) } : tree;
}
