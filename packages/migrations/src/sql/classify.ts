import { type Token, tokens } from './tokens.ts';

/** What kind of execution a statement needs. Everything not named here runs in a transaction like any other. */
export type StatementClass =
  | { readonly kind: 'plain' }
  | { readonly kind: 'begin'; readonly readOnly: boolean }
  | { readonly kind: 'commit' | 'rollback'; readonly chain: boolean }
  | { readonly kind: 'prepare-transaction' }
  /** Its data follows in the file. */
  | { readonly kind: 'copy-from-stdin' }
  /** PostgreSQL refuses it in a transaction block. */
  | { readonly kind: 'alone'; readonly what: Alone }
  /** The label cannot be used before it is committed (55P04). `label` is the constant as written. */
  | { readonly kind: 'enum-value'; readonly label: string }
  /** From here on the scanner reads strings differently, so what follows must be sent after it ran. */
  | { readonly kind: 'string-syntax'; readonly standard: boolean }
  | { readonly kind: 'client-encoding'; readonly encoding: string };

export type Alone =
  /** `index` is '' where PostgreSQL makes up the name; `table` as written. */
  | { readonly does: 'create-index'; readonly index: string; readonly table: string }
  | ({ readonly does: 'detach-partition'; readonly table: string; readonly partition: string } & Waiting)
  | ({ readonly does: 'reindex' } & Waiting)
  | { readonly does: 'other' }
  /** Once it has run, a second time fails with this SQLSTATE: that then means that it is done. */
  | ({ readonly does: 'once'; readonly doneState: string } & Waiting);

interface Waiting {
  /** It waits for old transactions, and blocks nobody meanwhile. */
  readonly concurrent: boolean;
}

const plain: StatementClass = { kind: 'plain' };
const other: StatementClass = { kind: 'alone', what: { does: 'other' } };
const once = (doneState: string, concurrent = false): StatementClass => ({
  kind: 'alone',
  what: { does: 'once', doneState, concurrent },
});

/** Enough for every rule below; a statement's class never depends on what is said later in it. */
const ENOUGH = 48;

/** Classifies one statement by its first tokens. The server's own word (25001, 2D000) is the last resort. */
export function classify(statement: Uint8Array, standardStrings = true): StatementClass {
  const rule = rules.get(firstWord(statement));
  return rule === undefined ? plain : rule(tokens(statement, ENOUGH, standardStrings));
}

/** The statement's first word in lower case; '' where it does not begin with one. */
export function firstWord(statement: Uint8Array): string {
  let end = 0;
  while (end < statement.length && end < 12 && (((statement[end] as number) | 32) - 97) >>> 0 < 26) end++;
  let word = '';
  for (let i = 0; i < end; i++) word += String.fromCharCode((statement[i] as number) | 32);
  return word;
}

type Rule = (list: readonly Token[]) => StatementClass;

const rules: ReadonlyMap<string, Rule> = new Map(
  Object.entries<Rule>({
    begin,
    start: (list) => (says(list, 1, 'transaction') ? begin(list) : plain),
    commit: (list) => (says(list, 1, 'prepared') ? once('42704') : { kind: 'commit', chain: chains(list) }),
    end: (list) => ({ kind: 'commit', chain: chains(list) }),
    abort: (list) => ({ kind: 'rollback', chain: chains(list) }),
    rollback,
    prepare: (list) => (says(list, 1, 'transaction') ? { kind: 'prepare-transaction' } : plain),
    copy,
    create,
    drop,
    alter,
    set: setting,
    reset: (list) => (says(list, 1, 'standard_conforming_strings') ? { kind: 'string-syntax', standard: true } : plain),
    vacuum: () => other,
    cluster: (list) => (clustersEverything(list) ? other : plain),
    reindex,
    discard: (list) => (says(list, 1, 'all') ? other : plain),
  }),
);

function says(list: readonly Token[], at: number, ...words: readonly string[]): boolean {
  return words.every((word, i) => list[at + i]?.kind === 'word' && list[at + i]?.value === word);
}

function begin(list: readonly Token[]): StatementClass {
  return { kind: 'begin', readOnly: list.some((_, i) => says(list, i, 'read', 'only')) };
}

function chains(list: readonly Token[]): boolean {
  const and = list.findIndex((token) => token.kind === 'word' && token.value === 'and');
  return and > 0 && says(list, and + 1, 'chain');
}

function rollback(list: readonly Token[]): StatementClass {
  if (says(list, 1, 'prepared')) return once('42704');
  const at = says(list, 1, 'work') || says(list, 1, 'transaction') ? 2 : 1;
  return says(list, at, 'to') ? plain : { kind: 'rollback', chain: chains(list) };
}

function copy(list: readonly Token[]): StatementClass {
  let depth = 0;
  for (const [i, token] of list.entries()) {
    if (token.value === '(' && token.kind === 'mark') depth++;
    if (token.value === ')' && token.kind === 'mark') depth--;
    if (depth === 0 && token.kind === 'word' && token.value === 'from') {
      return says(list, i + 1, 'stdin') ? { kind: 'copy-from-stdin' } : plain;
    }
  }
  return plain;
}

function create(list: readonly Token[]): StatementClass {
  const at = says(list, 1, 'unique') ? 2 : 1;
  if (says(list, at, 'index', 'concurrently')) return createIndex(list, at + 2);
  if (says(list, 1, 'database')) return once('42P04');
  if (says(list, 1, 'tablespace')) return once('42710');
  // Only where it makes a slot, which is the default (CREATE SUBSCRIPTION, Notes).
  if (says(list, 1, 'subscription')) return optionIsOff(list, 'create_slot', 'connect') ? plain : once('42710');
  return plain;
}

function createIndex(list: readonly Token[], from: number): StatementClass {
  let at = says(list, from, 'if', 'not', 'exists') ? from + 3 : from;
  let index = '';
  if (!says(list, at, 'on')) index = list[at++]?.value ?? '';
  at += says(list, at + 1, 'only') ? 2 : 1;
  return { kind: 'alone', what: { does: 'create-index', index, table: qualifiedName(list, at) } };
}

/** `schema.table` from this token on, quoted where it was. */
export function qualifiedName(list: readonly Token[], at: number): string {
  const part = (token: Token | undefined) =>
    token === undefined ? '' : token.kind === 'name' ? `"${token.value.replaceAll('"', '""')}"` : token.value;
  let name = part(list[at]);
  for (let i = at + 1; list[i]?.value === '.' && list[i]?.kind === 'mark'; i += 2) name += `.${part(list[i + 1])}`;
  return name;
}

function drop(list: readonly Token[]): StatementClass {
  if (says(list, 1, 'index', 'concurrently')) return once('42704', true);
  if (says(list, 1, 'database')) return once('3D000');
  if (says(list, 1, 'tablespace')) return once('42704');
  return says(list, 1, 'subscription') ? once('42704') : plain;
}

function alter(list: readonly Token[]): StatementClass {
  if (says(list, 1, 'system')) return other;
  if (says(list, 1, 'type')) return alterType(list);
  if (says(list, 1, 'database')) {
    const at = list.findIndex((token, i) => i > 2 && token.value === 'tablespace');
    return at > 0 && says(list, at - 1, 'set') ? other : plain;
  }
  if (says(list, 1, 'subscription')) {
    const words = list.filter((token) => token.kind === 'word').map((token) => token.value);
    return words.some((word) => ['refresh', 'publication', 'slot_name', 'failover', 'two_phase'].includes(word))
      ? other
      : plain;
  }
  return says(list, 1, 'table') ? alterTable(list) : plain;
}

function alterTable(list: readonly Token[]): StatementClass {
  const detach = list.findIndex((token, i) => i > 2 && token.kind === 'word' && token.value === 'detach');
  if (detach < 0 || !says(list, detach + 1, 'partition')) return plain;
  const modes = list
    .slice(detach + 3)
    .filter((token) => token.kind === 'word' && /^(concurrently|finalize)$/.test(token.value));
  if (modes.length === 0) return plain;
  const at = says(list, 2, 'if', 'exists') ? 4 : 2;
  const table = qualifiedName(list, says(list, at, 'only') ? at + 1 : at);
  const partition = qualifiedName(list, detach + 2);
  const concurrent = modes.every(({ value }) => value === 'concurrently');
  return { kind: 'alone', what: { does: 'detach-partition', table, partition, concurrent } };
}

function alterType(list: readonly Token[]): StatementClass {
  const add = list.findIndex((token, i) => i > 2 && token.kind === 'word' && token.value === 'add');
  if (add < 0 || !says(list, add + 1, 'value')) return plain;
  const label = list.slice(add + 2).find((token) => token.kind === 'text');
  return label === undefined ? plain : { kind: 'enum-value', label: label.value };
}

function setting(list: readonly Token[]): StatementClass {
  const at = says(list, 1, 'session') || says(list, 1, 'local') ? 2 : 1;
  const name = list[at]?.value;
  const value = list[at + 2]?.value.replace(/^'|'$/g, '').toLowerCase() ?? '';
  if (name === 'standard_conforming_strings') {
    return { kind: 'string-syntax', standard: !/^(off|false|no|0|of|f|fa|fal|fals|n)$/.test(value) };
  }
  if (name === 'client_encoding') return { kind: 'client-encoding', encoding: value };
  if (name === 'names') return { kind: 'client-encoding', encoding: list[at + 1]?.value.replace(/'/g, '') ?? '' };
  return plain;
}

/** Only `cluster [verbose]` of everything; a single table may be clustered in a transaction. */
function clustersEverything(list: readonly Token[]): boolean {
  if (list.length === 1 || (list.length === 2 && says(list, 1, 'verbose'))) return true;
  const close = list.findIndex((token) => token.value === ')' && token.kind === 'mark');
  return list[1]?.value === '(' && close === list.length - 1;
}

/** Of an index or a table it may run in a transaction, unless concurrently; of more, never. */
function reindex(list: readonly Token[]): StatementClass {
  const words = list.filter((token) => token.kind === 'word').map((token) => token.value);
  const runsAlone = words.some((word) => ['concurrently', 'database', 'system', 'schema'].includes(word));
  const mode = list.findIndex((token) => token.kind === 'word' && token.value === 'concurrently');
  const concurrent = mode > 0 && !/^'?(false|off|0)'?$/i.test(list[mode + 1]?.value ?? '');
  return runsAlone ? { kind: 'alone', what: { does: 'reindex', concurrent } } : plain;
}

function optionIsOff(list: readonly Token[], ...names: readonly string[]): boolean {
  return list.some((token, i) => {
    if (token.kind !== 'word' || !names.includes(token.value)) return false;
    return list[i + 1]?.value === '=' && /^'?(false|off|0)'?$/i.test(list[i + 2]?.value ?? '');
  });
}
