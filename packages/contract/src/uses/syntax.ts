import { type ParserOptions, parse } from '@babel/parser';

/** A node of a syntax tree, as far as it is looked at here. */
export interface Node {
  readonly type: string;
  readonly loc?: { readonly start: { readonly line: number } };
  readonly [key: string]: unknown;
}

/** Undefined for a text that is neither TypeScript nor JavaScript, with or without JSX. */
export function syntaxOf(text: string, file: string): Node | undefined {
  const typed = /\.[cm]?tsx?$/.test(file);
  const jsx = !/\.[cm]?ts$/.test(file);
  const plugins: ParserOptions['plugins'] = [
    ...(typed ? ['typescript' as const] : ['flow' as const]),
    ...(jsx ? ['jsx' as const] : []),
    'decorators',
  ];
  try {
    return parse(text, { sourceType: 'unambiguous', errorRecovery: true, plugins }).program as unknown as Node;
  } catch {
    return undefined;
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** Every node with the nodes around it, the nearest last. */
export function eachNode(root: Node, visit: (node: Node, around: readonly Node[]) => void): void {
  const around: Node[] = [];
  const go = (node: Node): void => {
    visit(node, around);
    around.push(node);
    for (const key of Object.keys(node)) {
      const value = node[key];
      if (Array.isArray(value)) {
        for (const one of value) if (isNode(one)) go(one);
      } else if (isNode(value)) go(value);
    }
    around.pop();
  };
  go(root);
}

/** What an expression is without the marks of TypeScript around it. */
export function bare(node: unknown): Node | undefined {
  if (!isNode(node)) return undefined;
  const marks = ['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'TypeCastExpression'];
  return marks.includes(node.type) || node.type === 'ParenthesizedExpression' ? bare(node['expression']) : node;
}

/** `const NAME = 'text'` of a file. */
export function constantsOf(root: Node): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  eachNode(root, (node, around) => {
    if (node.type !== 'VariableDeclarator' || around.at(-1)?.['kind'] !== 'const') return;
    const name = nameOf(node['id']);
    const value = textOf(node['init'], found);
    if (name === undefined) return;
    // Two scopes may have one of the same name each: then nobody knows which is meant.
    if (found.has(name) || twice.has(name)) {
      found.delete(name);
      twice.add(name);
    } else if (value !== undefined) found.set(name, value);
    else twice.add(name);
  });
  return found;
}

export function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' ? String(node['name']) : undefined;
}

/** The text that an expression certainly is; undefined where it depends on something. */
export function textOf(node: unknown, constants: ReadonlyMap<string, string>): string | undefined {
  const one = bare(node);
  if (one === undefined) return undefined;
  if (one.type === 'StringLiteral') return String(one['value']);
  if (one.type === 'Identifier') return constants.get(String(one['name']));
  if (one.type === 'BinaryExpression' && one['operator'] === '+') {
    const left = textOf(one['left'], constants);
    const right = textOf(one['right'], constants);
    return left === undefined || right === undefined ? undefined : left + right;
  }
  if (one.type !== 'TemplateLiteral') return undefined;
  const parts = (one['quasis'] as readonly Node[]).map(({ value }) =>
    String((value as { cooked?: string }).cooked ?? ''),
  );
  const between = (one['expressions'] as readonly unknown[]).map((each) => textOf(each, constants));
  if (between.some((each) => each === undefined)) return undefined;
  return parts.map((part, nth) => part + (between[nth] ?? '')).join('');
}

/** Keys of an object that is written down, or of each object of a list; undefined where not all can be known. */
export function keysOf(node: unknown): readonly string[] | undefined {
  const one = bare(node);
  if (one?.type === 'ArrayExpression') {
    const all = (one['elements'] as readonly unknown[]).map(keysOf);
    return all.some((keys) => keys === undefined) ? undefined : [...new Set(all.flatMap((keys) => keys ?? []))];
  }
  if (one?.type !== 'ObjectExpression') return undefined;
  const keys = (one['properties'] as readonly Node[]).map((property) => {
    if (property.type === 'SpreadElement' || property['computed'] === true) return undefined;
    const key = property['key'] as Node;
    return key.type === 'Identifier'
      ? String(key['name'])
      : key.type === 'StringLiteral'
        ? String(key['value'])
        : undefined;
  });
  return keys.some((key) => key === undefined) ? undefined : keys.flatMap((key) => key ?? []);
}

/** The value of a key of an object that is written down. */
export function memberOf(node: unknown, key: string): unknown {
  const one = bare(node);
  if (one?.type !== 'ObjectExpression') return undefined;
  return (one['properties'] as readonly Node[]).find((property) => nameOf(property['key']) === key)?.['value'];
}
