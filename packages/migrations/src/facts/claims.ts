import { identifier } from '@lockstep/postgres';
import type { Script } from '../sql/inspect.ts';
import { type Token, tokens } from '../sql/tokens.ts';

/**
 * What the text of a migration claims of its updates, where all of it can be read: `update t set c = …` writes the
 * column c and nothing else. The server counts how many rows were updated, and not in which columns. Whether the claim
 * holds (no trigger, no rule, no function of somebody's that could write more), is for the server to say.
 */
export interface Claims {
  readonly updates: readonly Assignment[];
  /** Whatever the text seems to call. */
  readonly calls: readonly string[];
}

export interface Assignment {
  /** As SQL. */
  readonly table: string;
  readonly columns: readonly string[];
  /** Only constants are written, to rows that are chosen by other columns: the text keeps all that is in them. */
  readonly constant: boolean;
}

/** First words of statements that write no rows but those that they say. */
const READABLE = new Set([
  ...['update', 'insert', 'select', 'create', 'alter', 'drop', 'comment', 'grant', 'revoke', 'delete', 'truncate'],
  ...['set', 'reset', 'copy', 'analyze', 'lock', 'begin', 'start', 'commit', 'end', ''],
]);
/** Their parentheses are not calls in this transaction. */
const DEFINES = /^(grant|revoke|comment|drop|create (or replace )?(function|procedure|trigger|aggregate))\b/;

/** Undefined where the text claims nothing, or says more than can be read. Pure. */
export function claimsOf({ texts, words }: Script): Claims | undefined {
  if (!words.has('update') || texts === undefined) return undefined;
  if ([...words].some((word) => !READABLE.has(word))) return undefined;
  const updates: Read[] = [];
  const calls = new Set<string>();
  for (const text of texts) {
    const list = tokens(Buffer.from(text));
    const values = list.map(({ value }) => value);
    if (values.some((value) => value.includes('search_path'))) return undefined;
    if (values[0] === 'insert' && values.includes('conflict') && values.includes('update')) return undefined;
    if (values[0] === 'update') {
      const update = assignmentOf(list);
      if (update === undefined) return undefined;
      updates.push(update);
    }
    if (DEFINES.test(values.slice(0, 4).join(' '))) continue;
    for (const [nth, { kind, value }] of list.entries()) {
      if (kind !== 'mark' && kind !== 'text' && values[nth + 1] === '(') calls.add(value);
    }
  }
  // A row that is chosen by what an update replaces carries on what was there.
  const replaced = new Set(updates.flatMap(({ columns }) => columns));
  return {
    updates: updates.map(({ chosenBy, ...update }) => ({
      ...update,
      constant: update.constant && !chosenBy.some((name) => replaced.has(name)),
    })),
    calls: [...calls],
  };
}

interface Read extends Assignment {
  readonly chosenBy: readonly string[];
}

/** `update [only] name [as alias] set column = expression, … [from …] [where …] [returning …]`, and nothing else. */
function assignmentOf(list: readonly Token[]): Read | undefined {
  let at = 1;
  const is = (value: string, nth = at) => list[nth]?.kind !== 'name' && list[nth]?.value === value;
  if (is('only')) at++;
  const name: string[] = [];
  for (;;) {
    const part = list[at];
    if (part === undefined || (part.kind !== 'word' && part.kind !== 'name')) return undefined;
    name.push(identifier(part.value));
    at++;
    if (!is('.')) break;
    at++;
  }
  if (is('*')) at++;
  if (is('as')) at++;
  if (!is('set')) at++;
  if (!is('set')) return undefined;
  const columns: string[] = [];
  let constant = true;
  for (;;) {
    const column = list[at + 1];
    if (column === undefined || (column.kind !== 'word' && column.kind !== 'name') || !is('=', at + 2))
      return undefined;
    columns.push(column.value);
    const from = at + 3;
    at = expressionEnds(list, from);
    constant &&= isConstant(list.slice(from, at));
    if (!is(',')) break;
  }
  constant &&= !is('from');
  const chosenBy = list.slice(at).flatMap(({ kind, value }) => (kind === 'word' || kind === 'name' ? [value] : []));
  return { table: name.join('.'), columns, constant, chosenBy };
}

const BRACKETS: Readonly<Record<string, number>> = { '(': 1, '[': 1, ')': -1, ']': -1 };

/** At the comma or the clause behind an expression. `is distinct from` is part of one. */
function expressionEnds(list: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < list.length; at++) {
    const { kind, value } = list[at] as Token;
    if (kind === 'mark') depth += BRACKETS[value] ?? 0;
    if (depth > 0) continue;
    if (kind === 'mark' && value === ',') return at;
    if (kind !== 'word' || !['from', 'where', 'returning'].includes(value)) continue;
    if (value !== 'from' || list[at - 1]?.value !== 'distinct') return at;
  }
  return list.length;
}

/** Strings, numbers and their casts. */
function isConstant(list: readonly Token[]): boolean {
  return list.every(({ kind, value }, nth) => {
    if (kind === 'text') return true;
    if (kind === 'mark') return ':-.'.includes(value);
    const isCast = list[nth - 1]?.value === ':' && list[nth - 2]?.value === ':';
    return kind === 'word' && (isCast || /^(\d.*|null|true|false)$/.test(value));
  });
}
