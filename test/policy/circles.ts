import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { sourcesBelow, specifiers } from './import-rules.ts';

const BESIDE = ['scripts', 'test', 'packages', 'actions'];

/** Who imports whom. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** All sources, tests and scripts below `root`, and which files each imports by their paths, types included. */
export function fileGraph(root: string): Graph {
  const files = [
    ...sourcesBelow(root).map(({ file }) => file),
    ...BESIDE.flatMap((folder) => filesBelow(root, folder)),
  ];
  return new Map(
    files.map((file) => {
      const found = specifiers(readFileSync(join(root, file), 'utf8'))
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => join(dirname(file), specifier))
        .filter((target) => existsSync(join(root, target)));
      return [file, new Set(found)];
    }),
  );
}

/** Code in `folder`; what a test only reads is none of ours. */
function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(?:fixtures|node_modules|lib)$/.test(entry.name) ? [] : filesBelow(root, path);
    return /\.(?:ts|mjs|cjs)$/.test(entry.name) && /^(?:scripts|test)\/|\/test\//.test(path) ? [path] : [];
  });
}

/** The same between the folders right below a package's `src`; what lies in `src` itself is in none of them. */
export function roomGraph(files: Graph, src: string): Graph {
  const roomOf = (file: string) => {
    const [room = '', ...rest] = relative(src, file).split('/');
    return rest.length === 0 || room === '..' ? '' : room;
  };
  const rooms = new Map<string, Set<string>>();
  for (const [file, targets] of files) {
    const from = roomOf(file);
    if (from === '') continue;
    const to = [...targets].map(roomOf).filter((room) => room !== '' && room !== from);
    rooms.set(from, new Set([...(rooms.get(from) ?? []), ...to]));
  }
  return rooms;
}

/** All that import each other, round about, each circle as a sorted list (Tarjan's strongly connected components). */
export function circles(graph: Graph): string[][] {
  const found: string[][] = [];
  const numbers = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (node: string): number => {
    const number = numbers.size;
    numbers.set(node, number);
    lowest.set(node, number);
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      const reached = numbers.has(next) ? (open.includes(next) ? (numbers.get(next) ?? 0) : number) : visit(next);
      lowest.set(node, Math.min(lowest.get(node) ?? 0, reached));
    }
    if (lowest.get(node) === number) {
      const members = open.splice(open.indexOf(node));
      if (members.length > 1 || graph.get(node)?.has(node) === true) found.push(members.sort());
    }
    return lowest.get(node) ?? number;
  };
  for (const node of graph.keys()) if (!numbers.has(node)) visit(node);
  return found.sort();
}
