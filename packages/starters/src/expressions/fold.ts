import { print } from './print.ts';
import {
  type Comparison,
  type Literal,
  type Logical,
  literal,
  parseTemplate,
  pathOf,
  type Replace,
  rewrite,
  type Tree,
  type Value,
} from './tree.ts';

/** What is constant, worked out. `asCondition`: only whether it is true matters. */
export function fold(tree: Tree, asCondition = false): Tree {
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
function foldLogical({ kind, args }: Logical, asCondition: boolean): Tree {
  const ends = kind === 'or';
  const kept: Tree[] = [];
  for (const [at, arg] of args.entries()) {
    const one = fold(asCondition ? knowing(kept, arg, !ends) : arg, asCondition);
    const isLast = at === args.length - 1;
    if (one.kind !== 'literal' || isLast) kept.push(...(one.kind === kind ? one.args : [one]));
    else if (Boolean(one.value) === ends) {
      kept.push(one);
      break;
    }
  }
  const last = kept.at(-1) ?? literal(!ends);
  if (kept.length <= 1) return last;
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
function knowing(before: readonly Tree[], tree: Tree, truth: boolean): Tree {
  const known = new Map<string, boolean>();
  for (const one of before) {
    known.set(print(one), truth);
    known.set(print(opposite(one)), !truth);
  }
  const look = (one: Tree): Tree => {
    const found = known.get(print(one));
    if (found !== undefined) return literal(found);
    return one.kind === 'and' || one.kind === 'or' ? { ...one, args: one.args.map(look) } : one;
  };
  return look(tree);
}

function opposite(tree: Tree): Tree {
  if (tree.kind === 'not') return tree.of;
  if (tree.kind === '==') return { ...tree, kind: '!=' };
  if (tree.kind === '!=') return { ...tree, kind: '==' };
  return { kind: 'not', of: tree };
}

function rest(kind: Logical['kind'], kept: readonly Tree[]): Tree {
  const [first] = kept;
  return kept.length === 2 && first !== undefined ? first : { kind, args: kept.slice(0, -1) };
}

function isText(tree: Tree | undefined): boolean {
  const [context = ''] = (tree && pathOf(tree)) ?? [];
  return ['needs', 'secrets', 'steps'].includes(context);
}

function foldEquality({ kind, args }: Comparison): Tree {
  const [left = literal(null), right = literal(null)] = args.map((arg) => fold(arg));
  // What falls back on a text is never empty.
  if (right.kind === 'literal' && right.value === '' && fallsBack(left)) return literal(kind === '!=');
  if (left.kind !== 'literal' || right.kind !== 'literal' || typeof left.value !== typeof right.value)
    return { kind, args: [left, right] };
  return literal((plain(left) === plain(right)) === (kind === '=='));
}

function plain({ value }: Literal): Value {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function fallsBack(tree: Tree): boolean {
  const last = tree.kind === 'or' ? tree.args.at(-1) : undefined;
  return last?.kind === 'literal' && typeof last.value === 'string' && last.value !== '';
}

function foldCall(tree: Extract<Tree, { readonly kind: 'call' }>): Tree {
  const [pattern, ...args] = tree.args;
  if (pattern?.kind !== 'literal') return tree;
  if (tree.name.toLowerCase() === 'tojson') return literal(JSON.stringify(pattern.value));
  if (tree.name !== 'format' || !args.every((arg) => arg.kind === 'literal')) return tree;
  return literal(filled(String(pattern.value), (at) => String(args[at]?.value ?? '')));
}

/** A pattern of `format`. */
function filled(pattern: string, argument: (at: number) => string): string {
  return pattern.replace(/\{\{|\}\}|\{(\d+)\}/g, (found, at?: string) =>
    at === undefined ? found.slice(0, 1) : argument(Number(at)),
  );
}

/** A template that is folded: a constant where it is all constant, with the type that it has; text elsewhere. */
export function foldTemplate(text: string, replace: Replace): string | number | boolean {
  const parts = parseTemplate(text).map((part) => (typeof part === 'string' ? part : fold(rewrite(part, replace))));
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object' && only.kind === 'literal') return only.value ?? '';
  return parts.map((part) => (typeof part === 'string' ? part : inText(part))).join('');
}

/** A pattern of `format` reads better as the text that it stands for. */
function inText(tree: Tree): string {
  if (tree.kind === 'literal') return String(tree.value ?? '');
  const [pattern, ...args] = tree.kind === 'call' && tree.name === 'format' ? tree.args : [];
  if (pattern?.kind !== 'literal' || String(pattern.value).includes('${{{{')) return `\${{ ${print(tree)} }}`;
  return filled(String(pattern.value), (at) => inText(args[at] ?? literal('')));
}
