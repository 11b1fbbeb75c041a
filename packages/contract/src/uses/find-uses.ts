import type { Place } from '@lockstep/base';
import type { SourceFile } from './read-sources.ts';
import { columnOf, readConditions, readSelect } from './select-text.ts';
import {
  bare,
  constantsOf,
  eachNode,
  isNode,
  keysOf,
  memberOf,
  type Node,
  nameOf,
  syntaxOf,
  textOf,
} from './syntax.ts';
import type { ColumnUse, SelectItem, UnreadUse, Use } from './use.ts';

/** A call of a chain: `.eq('id', id)`. */
interface Link {
  readonly method: string;
  readonly args: readonly unknown[];
  readonly place: Place;
}

/** What begins a query of supabase-js right after `.from(…)`; `Array.from(…)` and Knex go on with other words. */
const VERBS = new Set(['select', 'insert', 'update', 'upsert', 'delete']);
const FILTERS = new Set(
  (
    'eq neq gt gte lt lte like ilike likeAllOf likeAnyOf ilikeAllOf ilikeAnyOf is isDistinct in notIn contains containedBy rangeGt ' +
    'rangeGte rangeLt rangeLte rangeAdjacent overlaps textSearch not filter order regexMatch regexIMatch'
  ).split(' '),
);
const WRITES = new Set(['insert', 'update', 'upsert']);

/** What the queries of supabase-js in a file ask for. Only what is written down is known; the rest is `unread`. */
export function findUses({ file, text }: SourceFile, defaultSchema: string): readonly Use[] {
  if (!/\.\s*(?:from|rpc)\s*(?:<|\(|\?)/.test(text)) return [];
  const root = syntaxOf(text, file);
  if (root === undefined) return [{ kind: 'unread', place: { file }, part: 'file' }];
  const constants = constantsOf(root);
  const uses: Use[] = [];
  eachNode(root, (node, around) => {
    const called = methodOf(node);
    if (called !== 'from' && called !== 'rpc') return;
    const chain = chainOf(around, node, file);
    const use = { node, chain, place: placeOf(node, file), constants, defaultSchema };
    uses.push(...(called === 'from' ? relationUse(use) : functionUse(use, /supabase/i.test(text))));
  });
  return uses;
}

interface Found {
  readonly node: Node;
  readonly chain: readonly Link[];
  readonly place: Place;
  readonly constants: ReadonlyMap<string, string>;
  readonly defaultSchema: string;
}

function relationUse({ node, chain, place, constants, defaultSchema }: Found): readonly Use[] {
  if (!VERBS.has(chain[0]?.method ?? '')) return [];
  const schema = schemaOf(node, constants, defaultSchema);
  const name = textOf(argsOf(node)[0], constants);
  if (schema === undefined) return [{ kind: 'unread', place, part: 'schema' }];
  if (name === undefined) return [{ kind: 'unread', place, part: 'table' }];
  const read = chain.map((link) => readLink(link, constants));
  const selected = read.flatMap((one) => one.selected ?? []);
  const columns = read.flatMap((one) => one.columns ?? []);
  return [{ kind: 'relation', place, schema, name, selected, columns }, ...read.flatMap((one) => one.unread ?? [])];
}

interface LinkFound {
  readonly selected?: readonly SelectItem[];
  readonly columns?: readonly ColumnUse[];
  readonly unread?: readonly UnreadUse[];
}

function readLink({ args, method, place }: Link, constants: ReadonlyMap<string, string>): LinkFound {
  const unread = (part: UnreadUse['part']): LinkFound => ({ unread: [{ kind: 'unread', place, part }] });
  const named = (names: readonly string[], within = ''): LinkFound => ({
    columns: names.map((name) => ({ name: within === '' ? name : `${within}.${name}`, place })),
  });
  const [first, second] = args;
  if (method === 'select') {
    if (first === undefined) return {};
    const text = textOf(first, constants);
    const selected = text === undefined ? undefined : readSelect(text);
    return selected === undefined ? unread('columns') : { selected };
  }
  if (WRITES.has(method)) {
    const keys = keysOf(first);
    const conflict = textOf(memberOf(second, 'onConflict'), constants)?.split(',').map(columnOf) ?? [];
    const written = named([...(keys ?? []), ...conflict]);
    return keys === undefined ? { ...written, ...unread('row') } : written;
  }
  if (method === 'match') {
    const keys = keysOf(first);
    return keys === undefined ? unread('columns') : named(keys);
  }
  const embedded = textOf(memberOf(second, 'referencedTable') ?? memberOf(second, 'foreignTable'), constants) ?? '';
  if (method === 'or') {
    const text = textOf(first, constants) ?? conditionsWithValues(first);
    const names = text === undefined ? undefined : readConditions(text);
    return names === undefined ? unread('columns') : named(names, embedded);
  }
  if (!FILTERS.has(method)) return {};
  const text = textOf(first, constants);
  return text === undefined ? unread('columns') : named([columnOf(text)], embedded);
}

/** Of `name.eq.${name}` the values are of no interest. */
function conditionsWithValues(node: unknown): string | undefined {
  const one = bare(node);
  if (one?.type !== 'TemplateLiteral') return undefined;
  return (one['quasis'] as readonly Node[]).map(({ value }) => String((value as { cooked?: string }).cooked)).join('0');
}

function functionUse({ node, place, constants, defaultSchema }: Found, isSupabase: boolean): readonly Use[] {
  if (!isSupabase) return [];
  const [first, second] = argsOf(node);
  const schema = schemaOf(node, constants, defaultSchema);
  const name = textOf(first, constants);
  if (first === undefined) return [];
  if (schema === undefined) return [{ kind: 'unread', place, part: 'schema' }];
  if (name === undefined) return [{ kind: 'unread', place, part: 'function' }];
  return [{ kind: 'function', place, schema, name, args: second === undefined ? [] : keysOf(second) }];
}

/** The `schema('…')` before it; undefined where its name is only known when it runs. */
function schemaOf(node: Node, constants: ReadonlyMap<string, string>, otherwise: string): string | undefined {
  const before = bare(bare(node['callee'])?.['object']);
  if (before === undefined || methodOf(before) !== 'schema') return otherwise;
  return textOf(argsOf(before)[0], constants);
}

/** The calls after a call, as far as they are of the same chain. */
function chainOf(around: readonly Node[], begin: Node, file: string): readonly Link[] {
  const links: Link[] = [];
  let inner: Node = begin;
  for (let at = around.length - 1; at >= 0; at--) {
    const node = around[at] as Node;
    if (bare(node) === inner) continue;
    const member = isMember(node) && bare(node['object']) === inner;
    const call = isCall(node) && bare(node['callee']) === inner && inner !== begin;
    if (!member && !call) break;
    if (call) links.push({ method: methodOf(node) ?? '', args: argsOf(node), place: placeOf(node, file) });
    inner = node;
  }
  return links;
}

const isCall = (node: Node) => node.type === 'CallExpression' || node.type === 'OptionalCallExpression';
const isMember = (node: Node) => node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression';

/** `from` of `supabase.from('x')`. */
function methodOf(node: Node): string | undefined {
  if (!isCall(node)) return undefined;
  const callee = bare(node['callee']);
  if (callee === undefined || !isMember(callee) || callee['computed'] === true) return undefined;
  return nameOf(callee['property']);
}

function argsOf(node: Node): readonly unknown[] {
  return (node['arguments'] as readonly unknown[] | undefined) ?? [];
}

/** The line of the method's name, not of where its chain begins. */
function placeOf(node: Node, file: string): Place {
  const property = bare(node['callee'])?.['property'];
  const line = (isNode(property) ? property : node).loc?.start.line;
  return line === undefined ? { file } : { file, line };
}
