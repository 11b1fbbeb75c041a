/**
 * GitHub's expressions as small trees: read by GitHub's own parser, rewritten, folded where they are constant, and
 * printed again. A tree is one of
 *
 *   { kind: 'literal', value }     { kind: 'context', name }     { kind: 'star' }
 *   { kind: 'index', of, at }      { kind: 'call', name, args }
 *   { kind: 'not', of }            { kind: 'and' | 'or' | '==' | '!=' | '<' | '<=' | '>' | '>=', args }
 */
import { Lexer, Parser } from '@actions/expressions';

const CONTEXTS = 'github env vars job jobs steps runner secrets strategy matrix needs inputs'.split(' ');
const FUNCTIONS = ['always', 'cancelled', 'failure', 'success', 'hashFiles'].map((name) => ({
  name,
  minArgs: 0,
  maxArgs: 255,
}));
const BINDS = { or: 1, and: 2, '==': 3, '!=': 3, '<': 4, '<=': 4, '>': 4, '>=': 4, not: 5 };
const SIGNS = { or: '||', and: '&&' };

/** Throws where the text is no expression. */
export function parseExpression(text) {
  const { tokens } = new Lexer(text).lex();
  return new Parser(tokens, CONTEXTS, FUNCTIONS).parse().accept(READER);
}

const READER = {
  visitLiteral: ({ literal }) => ({ kind: 'literal', value: literal.value ?? null }),
  visitContextAccess: ({ name }) => ({ kind: 'context', name: name.lexeme }),
  visitIndexAccess: ({ expr, index }) => ({
    kind: 'index',
    of: expr.accept(READER),
    at: index.constructor.name === 'Star' ? { kind: 'star' } : index.accept(READER),
  }),
  visitFunctionCall: ({ functionName, args }) => ({
    kind: 'call',
    name: functionName.lexeme,
    args: args.map((arg) => arg.accept(READER)),
  }),
  visitUnary: ({ expr }) => ({ kind: 'not', of: expr.accept(READER) }),
  visitBinary: ({ left, operator, right }) => ({
    kind: operator.lexeme,
    args: [left.accept(READER), right.accept(READER)],
  }),
  visitLogical: ({ operator, args }) => ({
    kind: operator.lexeme === '||' ? 'or' : 'and',
    args: args.map((arg) => arg.accept(READER)),
  }),
  visitGrouping: ({ group }) => group.accept(READER),
};

/** A text with `${{ … }}` in it: its parts in order, as strings and trees. */
export function parseTemplate(text) {
  const parts = [];
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
export function templateTree(text) {
  const parts = parseTemplate(text);
  if (parts.every((part) => typeof part === 'string')) return literal(text);
  if (parts.length === 1) return parts[0];
  const trees = parts.filter((part) => typeof part !== 'string');
  let next = 0;
  const pattern = parts.map((part) => (typeof part === 'string' ? part.replace(/[{}]/g, '$&$&') : `{${next++}}`));
  return { kind: 'call', name: 'format', args: [literal(pattern.join('')), ...trees] };
}

/** `['needs', 'build', 'outputs', 'id']` of an access by names; undefined for every other tree. */
export function pathOf(tree) {
  if (tree.kind === 'context') return [tree.name];
  if (tree.kind !== 'index' || tree.at.kind !== 'literal') return undefined;
  const before = pathOf(tree.of);
  return before && [...before, tree.at.value];
}

export function access([context, ...names]) {
  return names.reduce((of, name) => ({ kind: 'index', of, at: literal(name) }), { kind: 'context', name: context });
}

export function literal(value) {
  return { kind: 'literal', value };
}

/** Every path that `replace` has a tree for gets that instead; the longest path comes first. */
export function rewrite(tree, replace) {
  const path = pathOf(tree);
  const instead = path && replace(path);
  if (instead !== undefined) return instead;
  if (tree.kind === 'index') return { ...tree, of: rewrite(tree.of, replace), at: rewrite(tree.at, replace) };
  if (tree.kind === 'not') return { ...tree, of: rewrite(tree.of, replace) };
  return tree.args === undefined ? tree : { ...tree, args: tree.args.map((arg) => rewrite(arg, replace)) };
}

/** What is constant, worked out. `asCondition`: only whether it is true matters. */
export function fold(tree, asCondition = false) {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return foldLogical(tree, asCondition);
    case 'not': {
      const of = fold(tree.of, true);
      return of.kind === 'literal' ? literal(!of.value) : { kind: 'not', of };
    }
    case '==':
    case '!=':
      return foldEquality(tree);
    case 'call':
      return foldCall({ ...tree, args: tree.args.map((arg) => fold(arg)) });
    case 'index':
      return { ...tree, of: fold(tree.of), at: fold(tree.at) };
    case 'literal':
    case 'context':
    case 'star':
      return tree;
    default:
      return { ...tree, args: tree.args.map((arg) => fold(arg)) };
  }
}

/** `&&` ends at the first that is false, `||` at the first that is true; the last one is the value. */
function foldLogical({ kind, args }, asCondition) {
  const ends = kind === 'or';
  const kept = [];
  for (const [at, arg] of args.entries()) {
    const one = fold(asCondition ? knowing(kept, arg, !ends) : arg, asCondition);
    const last = at === args.length - 1;
    if (one.kind !== 'literal' || last) kept.push(...(one.kind === kind ? one.args : [one]));
    else if (Boolean(one.value) === ends) {
      kept.push(one);
      break;
    }
  }
  const last = kept.at(-1);
  if (kept.length === 1) return last;
  if (last.kind === 'literal' && asCondition) {
    if (Boolean(last.value) !== ends) return rest(kind, kept);
    // Nothing before it can change what it says, and a look at a status has no effect.
    return literal(ends);
  }
  // An output or a secret that is not there is an empty text by itself.
  if (ends && last.kind === 'literal' && last.value === '' && isText(kept.at(-2))) return rest(kind, kept);
  return { kind, args: kept };
}

/** What is looked at later in `&&` may take it that all before is true, in `||` that all before is false. */
function knowing(before, tree, truth) {
  const known = new Map(
    before.flatMap((one) => [
      [print(one), truth],
      [print(opposite(one)), !truth],
    ]),
  );
  const look = (one) => {
    const found = known.get(print(one));
    if (found !== undefined) return literal(found);
    return one.kind === 'and' || one.kind === 'or' ? { ...one, args: one.args.map(look) } : one;
  };
  return look(tree);
}

function opposite(tree) {
  if (tree.kind === 'not') return tree.of;
  const other = { '==': '!=', '!=': '==' }[tree.kind];
  return other === undefined ? { kind: 'not', of: tree } : { ...tree, kind: other };
}

function rest(kind, kept) {
  return kept.length === 2 ? kept[0] : { kind, args: kept.slice(0, -1) };
}

function isText(tree) {
  return ['needs', 'secrets', 'steps'].includes(pathOf(tree)?.[0]);
}

function foldEquality({ kind, args }) {
  const [left, right] = args.map((arg) => fold(arg));
  // What falls back on a text is never empty.
  if (right.kind === 'literal' && right.value === '' && fallsBack(left)) return literal(kind === '!=');
  const known = left.kind === 'literal' && right.kind === 'literal' && typeof left.value === typeof right.value;
  if (!known) return { kind, args: [left, right] };
  const plain = ({ value }) => (typeof value === 'string' ? value.toLowerCase() : value);
  return literal((plain(left) === plain(right)) === (kind === '=='));
}

function fallsBack({ kind, args = [] }) {
  const last = args.at(-1);
  return kind === 'or' && last.kind === 'literal' && typeof last.value === 'string' && last.value !== '';
}

function foldCall(tree) {
  const [pattern, ...args] = tree.args;
  if (tree.name.toLowerCase() === 'tojson' && pattern.kind === 'literal') return literal(JSON.stringify(pattern.value));
  if (tree.name !== 'format' || !tree.args.every((arg) => arg.kind === 'literal')) return tree;
  return literal(
    pattern.value.replace(/\{\{|\}\}|\{(\d+)\}/g, (found, at) =>
      at === undefined ? found[0] : String(args[at]?.value ?? ''),
    ),
  );
}

/** As people write it. */
export function print(tree, around = 0) {
  const text = printed(tree);
  return (BINDS[tree.kind] ?? 9) <= around && BINDS[tree.kind] !== 5 ? `(${text})` : text;
}

function printed(tree) {
  switch (tree.kind) {
    case 'literal':
      return typeof tree.value === 'string' ? `'${tree.value.replaceAll("'", "''")}'` : String(tree.value);
    case 'context':
      return tree.name;
    case 'star':
      return '*';
    case 'index':
      return print(tree.of, 8) + indexed(tree.at);
    case 'call':
      return `${tree.name}(${tree.args.map((arg) => print(arg)).join(', ')})`;
    case 'not':
      return `!${print(tree.of, 5)}`;
    default:
      return tree.args
        .map((arg, at) => print(arg, at === 0 ? BINDS[tree.kind] - 1 : BINDS[tree.kind]))
        .join(` ${SIGNS[tree.kind] ?? tree.kind} `);
  }
}

function indexed(at) {
  if (at.kind === 'star') return '.*';
  if (at.kind === 'literal' && /^[A-Za-z_][\w-]*$/.test(String(at.value))) return `.${at.value}`;
  return `[${print(at)}]`;
}

/** A template that is folded: a constant where it is all constant, with the type that it has; text elsewhere. */
export function foldTemplate(text, replace) {
  const parts = parseTemplate(text).map((part) => (typeof part === 'string' ? part : fold(rewrite(part, replace))));
  if (parts.length === 1 && parts[0].kind === 'literal') return parts[0].value ?? '';
  return parts.map((part) => (typeof part === 'string' ? part : inText(part))).join('');
}

/** A pattern of `format` reads better as the text that it stands for. */
function inText(tree) {
  if (tree.kind === 'literal') return String(tree.value ?? '');
  const [pattern, ...args] = tree.args ?? [];
  const simple = tree.kind === 'call' && tree.name === 'format' && pattern.kind === 'literal';
  if (!simple || pattern.value.includes('${{{{')) return `\${{ ${print(tree)} }}`;
  return pattern.value.replace(/\{\{|\}\}|\{(\d+)\}/g, (found, at) => (at === undefined ? found[0] : inText(args[at])));
}
