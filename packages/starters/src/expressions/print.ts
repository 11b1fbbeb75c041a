import type { Tree } from './tree.ts';

const BINDS: Readonly<Partial<Record<Tree['kind'], number>>> = {
  ...{ or: 1, and: 2, '==': 3, '!=': 3, '<': 4, '<=': 4, '>': 4, '>=': 4, not: 5 },
};
const SIGNS: Readonly<Record<string, string>> = { or: '||', and: '&&' };

/** As people write it. */
export function print(tree: Tree, around = 0): string {
  const text = printed(tree);
  return (BINDS[tree.kind] ?? 9) <= around && BINDS[tree.kind] !== 5 ? `(${text})` : text;
}

function printed(tree: Tree): string {
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
    default: {
      const binds = BINDS[tree.kind] ?? 9;
      return tree.args
        .map((arg, at) => print(arg, at === 0 ? binds - 1 : binds))
        .join(` ${SIGNS[tree.kind] ?? tree.kind} `);
    }
  }
}

function indexed(at: Tree): string {
  if (at.kind === 'star') return '.*';
  if (at.kind === 'literal' && /^[A-Za-z_][\w-]*$/.test(String(at.value))) return `.${at.value}`;
  return `[${print(at)}]`;
}
