import { parseSync } from '@swc/core';
import { parseDocument, visit } from 'yaml';
import { parseExpression, parseTemplate, type Tree } from '../../packages/starters/src/expressions/tree.ts';

/** What says why, to people. A fact that something hangs on is a field of its own beside it. */
const WORDS = new Set(['reason', 'message', 'because']);

/** Calls that read meaning off a text, whether it is the receiver or the argument. */
const READERS = new Set([
  ...['startsWith', 'endsWith', 'includes', 'indexOf', 'lastIndexOf', 'match', 'matchAll', 'search', 'test', 'exec'],
]);

/** Calls that give a part or another form of a text: it says the same. */
const FORMS = new Set([
  ...[
    'slice',
    'substring',
    'substr',
    'charAt',
    'at',
    'split',
    'trim',
    'toLowerCase',
    'toUpperCase',
    'replace',
    'replaceAll',
  ],
]);

export interface TextDecision {
  readonly line: number;
  /** The deciding expression, on one line. */
  readonly code: string;
}

const FIRST = '0;';

interface Node {
  readonly type: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly [key: string]: unknown;
}

/**
 * Where TypeScript decides by what was said: a `.reason`, `.message` or `.because`, or a variable that has one, in a
 * condition (if, ternary, loop, switch) or a comparison, given to something that looks into a text, or made of another
 * word by a cast. To ask whether anything was said at all (against `''`, `undefined`, or by `typeof`) decides nothing by
 * what it says.
 */
export function textDecisions(source: string): TextDecision[] {
  // Positions are bytes, counted on from whatever was parsed before in this process: what stands first says from where.
  // A program's first line names its interpreter, in as many bytes as a comment.
  const bytes = Buffer.from(`${FIRST}${source.replace(/^#!/, '//')}`);
  const module = parseSync(bytes.toString('utf8'), { syntax: 'typescript' }) as unknown as Node;
  const base = (module['body'] as readonly Node[])[0]?.span.start ?? 0;
  const found = new Map<number, TextDecision>();
  const find = (node: Node) => {
    const start = node.span.start - base;
    const code = bytes.subarray(start, node.span.end - base).toString('utf8');
    const line = bytes.subarray(0, start).toString('utf8').split('\n').length;
    found.set(start, { line, code: code.replace(/\s+/g, ' ') });
  };
  const said = new Said();
  walk(module, (node) => said.bind(node));
  walk(module, (node) => {
    for (const decider of decidersOf(node)) if (hangsOnWords(decider, said)) find(decider);
    if (looksInto(node, said) || isCast(node)) find(node);
  });
  return [...found.values()].sort((a, b) => a.line - b.line);
}

/** The parts of a node that choose between branches. */
function decidersOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      return present(node['test']);
    case 'SwitchStatement':
      return present(node['discriminant']);
    case 'BinaryExpression':
      return ['&&', '||'].includes(String(node['operator'])) ? [] : equality(node);
    default:
      return [];
  }
}

/** A comparison decides, wherever its answer goes: into a variable, a predicate, a return. */
function equality(node: Node): readonly Node[] {
  return ['===', '!==', '==', '!='].includes(String(node['operator'])) ? [node] : [];
}

function hangsOnWords(node: Node, said: Said): boolean {
  if (node.type === 'ParenthesisExpression') return hangsOnWords(node['expression'] as Node, said);
  if (node.type === 'UnaryExpression') return node['operator'] === '!' && hangsOnWords(node['argument'] as Node, said);
  if (node.type === 'BinaryExpression') {
    const sides = [node['left'], node['right']] as Node[];
    if (sides.some(isNothing)) return false;
    return sides.some((side) => hangsOnWords(side, said));
  }
  return isWords(node, said);
}

/** `''`, `undefined`, `null`, `typeof …`: the question is whether there are words. */
function isNothing(node: Node): boolean {
  if (node.type === 'StringLiteral') return node['value'] === '';
  if (node.type === 'UnaryExpression') return node['operator'] === 'typeof';
  return node.type === 'NullLiteral' || (node.type === 'Identifier' && node['value'] === 'undefined');
}

interface Property {
  readonly type: string;
  readonly key: Node;
  readonly value: Node;
}

/** Which names of a source stand for words: those of WORDS, and what was bound to one. */
class Said {
  readonly #names = new Set<string>(WORDS);
  has({ value }: Node): boolean {
    return this.#names.has(String(value));
  }
  /** `const text = error.message`, `const { reason: why } = end`. */
  bind(node: Node): void {
    if (node.type === 'VariableDeclarator') {
      const [id, init] = [node['id'] as Node, node['init'] as Node | null];
      if (id.type === 'Identifier' && init !== null && isWords(init, this)) this.#names.add(String(id['value']));
    }
    if (node.type !== 'ObjectPattern') return;
    for (const { key, type, value } of node['properties'] as readonly Property[])
      if (type === 'KeyValuePatternProperty' && value.type === 'Identifier' && WORDS.has(String(key['value'])))
        this.#names.add(String(value['value']));
  }
}

function isWords(node: Node, said: Said): boolean {
  if (node.type === 'Identifier') return said.has(node);
  if (node.type === 'ParenthesisExpression') return isWords(node['expression'] as Node, said);
  if (node.type === 'BinaryExpression') return node['operator'] === '??' && isWords(node['left'] as Node, said);
  if (node.type === 'CallExpression') return givesWords(node, said);
  if (node.type === 'TsNonNullExpression' || node.type === 'TsAsExpression')
    return isWords(node['expression'] as Node, said);
  if (node.type === 'OptionalChainingExpression') return isWords(node['base'] as Node, said);
  if (node.type !== 'MemberExpression') return false;
  const property = node['property'] as Node;
  // What ends a wait is the platform's own name: `signal.reason`.
  const of = node['object'] as Node;
  if (of.type === 'Identifier' && String(of['value']).endsWith('ignal')) return false;
  if (property.type === 'Identifier') return WORDS.has(String(property['value']));
  const key = property.type === 'Computed' ? (property['expression'] as Node) : property;
  return key.type === 'StringLiteral' && WORDS.has(String(key['value']));
}

/** `messageOf(answer)`, `describe(error)`, `String(error.message)`, `String(error)`. */
function givesWords(node: Node, said: Said): boolean {
  const callee = node['callee'] as Node;
  const name = callee.type === 'Identifier' ? String(callee['value']) : '';
  if (callee.type === 'MemberExpression' && FORMS.has(String((callee['property'] as Node)['value'])))
    return isWords(callee['object'] as Node, said);
  return (
    /^(?:describe|(?:message|reason)Of)$/.test(name) ||
    (name === 'String' && givenTo(node).some((one) => isWords(one, said) || isError(one)))
  );
}

/** An error as a text is its message. */
function isError({ type, value }: Node): boolean {
  return type === 'Identifier' && /^(?:e|err|error|cause)$/.test(String(value));
}

function givenTo(node: Node): readonly Node[] {
  return (node['arguments'] as readonly { readonly expression: Node }[]).map(({ expression }) => expression);
}

/** `reason.startsWith('kept')`, `/x/.test(message)`, `KNOWN.has(reason)`. */
function looksInto(node: Node, said: Said): boolean {
  if (node.type !== 'CallExpression') return false;
  let callee = node['callee'] as Node;
  if (callee.type === 'OptionalChainingExpression') callee = callee['base'] as Node;
  if (callee.type !== 'MemberExpression') return false;
  const name = String((callee['property'] as Node)['value']);
  if (!READERS.has(name) && name !== 'has') return false;
  return (name !== 'has' && isWords(callee['object'] as Node, said)) || givenTo(node).some((one) => isWords(one, said));
}

/** `response.class as Reason`: whoever renames the one renames the other. */
function isCast(node: Node): boolean {
  if (node.type !== 'TsAsExpression') return false;
  const type = node['typeAnnotation'] as Node;
  return type.type === 'TsTypeReference' && /Reason$/.test(String((type['typeName'] as Node)['value']));
}

function present(node: unknown): readonly Node[] {
  return node === undefined || node === null ? [] : [node as Node];
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, visit);
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value && 'span' in value) visit(value as Node);
    for (const inner of Object.values(value)) walk(inner, visit);
  }
}

/** Functions that only write down what they are given. */
const WRITERS = new Set(['format', 'tojson', 'join']);

/**
 * Where a workflow decides by the `reason` that a step or job gave: anything but to show it, or to compare it for
 * equality with a code that is declared.
 */
export function workflowDecisions(text: string, declared: ReadonlySet<string>): TextDecision[] {
  const document = parseDocument(text);
  const found: TextDecision[] = [];
  visit(document, {
    Scalar: (_key, node, path) => {
      if (typeof node.value !== 'string' || !/outputs[^\w]+reason/.test(node.value)) return;
      const line = text.slice(0, node.range?.[0] ?? 0).split('\n').length;
      const pair = path.at(-1);
      const isCondition = pair !== undefined && 'key' in pair && String(pair.key) === 'if';
      for (const tree of treesIn(node.value, isCondition))
        if (decides(tree, isCondition, declared)) found.push({ line, code: node.value.replace(/\s+/g, ' ') });
    },
  });
  return found;
}

function treesIn(text: string, isCondition: boolean): readonly Tree[] {
  if (isCondition && !text.includes('${{')) return [parseExpression(text)];
  return parseTemplate(text).filter((part) => typeof part !== 'string');
}

function decides(tree: Tree, asCondition: boolean, declared: ReadonlySet<string>): boolean {
  if (isReason(tree)) return asCondition;
  const any = (trees: readonly Tree[], condition: boolean) => trees.some((one) => decides(one, condition, declared));
  switch (tree.kind) {
    case 'literal':
    case 'context':
    case 'star':
      return false;
    case 'not':
      return any([tree.of], true);
    case 'index':
      return any([tree.of, tree.at], true);
    case 'call':
      return any(tree.args, !WRITERS.has(tree.name.toLowerCase()));
    case 'and':
      // What stands before the last one decides whether that is shown.
      return any(tree.args.slice(0, -1), true) || any(tree.args.slice(-1), asCondition);
    case 'or':
      return any(tree.args, asCondition);
    case '==': {
      const [left, right] = tree.args;
      const code = left?.kind === 'literal' ? left.value : right?.kind === 'literal' ? right.value : undefined;
      return !(typeof code === 'string' && declared.has(code)) && any(tree.args, true);
    }
    default:
      return any(tree.args, true);
  }
}

/** `….outputs.reason`, in whichever way it is written. */
function isReason(tree: Tree): boolean {
  return isAt(tree, 'reason') && tree.kind === 'index' && isAt(tree.of, 'outputs');
}

function isAt(tree: Tree, name: string): boolean {
  return tree.kind === 'index' && tree.at.kind === 'literal' && tree.at.value === name;
}
