/** An entry of a script, as its comment names it: `TABLE`, `users on_signup` (a trigger); `-` where there is none. */
export interface Entry {
  /** `table public.orders` */
  readonly object: string;
  readonly type: string;
  readonly name: string;
  readonly schema: string;
  readonly owner: string;
  readonly sql: string;
}

export interface ScriptEntries {
  /** Settings for all that follows. */
  readonly prelude: string;
  readonly entries: readonly Entry[];
}

/** What begins and ends a text in which a comment is none: a quoted one, or one between dollar signs; and other comments. */
const QUOTES = `'|"|\\$(?:[A-Za-z_\\u0080-\\uffff][\\w\\u0080-\\uffff]*)?\\$|--.*`;
const HEAD = /^--\n-- Name: (.*); Type: (.*); Schema: (.*); Owner: (.*)\n--\n/;
const TABLESPACE = /^SET default_tablespace = (?!'')(.*);$/;
/** A letter, digit or `$` before it: part of a name, and no dollar quote. */
const IN_NAME = /[\w$\u0080-\uffff]$/;

/**
 * A script of pg_dump at the comments before each of its entries. A text that looks like such a comment is in quotes, and
 * is none.
 */
export function entriesOf(script: string): ScriptEntries {
  const heads: (Omit<Entry, 'sql'> & { readonly at: number })[] = [];
  for (const found of unquoted(script, HEAD)) {
    const [, name = '', type = '', schema = '-', owner = '-'] = found;
    const object = `${type.toLowerCase()} ${schema === '-' ? '' : `${schema}.`}${name}`;
    heads.push({ at: found.index, object, type, name, schema, owner });
  }
  const at = (nth: number) => heads[nth]?.at ?? script.length;
  return {
    prelude: script.slice(0, at(0)),
    entries: heads.map(({ at: from, ...head }, nth) => ({ ...head, sql: script.slice(from, at(nth + 1)) })),
  };
}

/** Where a script has something outside of every text and comment. */
function* unquoted(script: string, wanted: RegExp): Generator<RegExpExecArray> {
  const token = new RegExp(`${wanted.source}|${QUOTES}`, 'gm');
  for (let found = token.exec(script); found !== null; found = token.exec(script)) {
    const [text] = found;
    if (found[1] !== undefined) yield found;
    else if (!text.startsWith('--') && !(text.startsWith('$') && IN_NAME.test(script.charAt(found.index - 1))))
      token.lastIndex = endOfQuoted(script, token.lastIndex, text, isEscaped(script, found.index));
  }
}

/** A script that puts what was in a tablespace that a server does not have into its default one. */
export function withoutTablespaces(script: string, there: ReadonlySet<string>): string {
  let rewritten = '';
  let from = 0;
  for (const { index, 0: text, 1: quoted = '' } of unquoted(script, TABLESPACE)) {
    const name = quoted.startsWith('"') ? quoted.slice(1, -1).replaceAll('""', '"') : quoted;
    if (there.has(name)) continue;
    rewritten += `${script.slice(from, index)}SET default_tablespace = '';`;
    from = index + text.length;
  }
  return rewritten + script.slice(from);
}

/** `E'…'`, in which a backslash hides a quote. */
function isEscaped(script: string, quoteAt: number): boolean {
  return /(^|[^\w$])[eE]$/.test(script.slice(Math.max(0, quoteAt - 2), quoteAt));
}

/** Behind the closing quote; a doubled one is seen as an end and another beginning, which comes to the same. */
function endOfQuoted(script: string, from: number, quote: string, escaped: boolean): number {
  if (!escaped) {
    const end = script.indexOf(quote, from);
    return end === -1 ? script.length : end + quote.length;
  }
  for (let at = from; at < script.length; at++) {
    if (script[at] === '\\') at++;
    else if (script[at] === "'") return at + 1;
  }
  return script.length;
}

/**
 * With event triggers after all else. pg_dump fills materialized views at the very end, which would fire them: what is
 * restored must not act before its owner says so.
 */
export function eventTriggersLast(script: string): string {
  const { prelude, entries } = entriesOf(script);
  const first = entries.findIndex(({ type }) => type === 'EVENT TRIGGER');
  if (first === -1) return script;
  const last = entries.at(-1) as Entry;
  // The end of the whole script is behind its last entry.
  const foot = last.sql.lastIndexOf('\n--\n-- PostgreSQL database dump complete\n');
  const end = foot === -1 ? '' : last.sql.slice(foot + 1);
  const whole = [...entries.slice(0, -1), { ...last, sql: foot === -1 ? last.sql : last.sql.slice(0, foot + 1) }];
  const isFilling = ({ type }: Entry) => type === 'MATERIALIZED VIEW DATA';
  const later = whole.slice(first);
  const ordered = [...whole.slice(0, first), ...later.filter(isFilling), ...later.filter((entry) => !isFilling(entry))];
  return prelude + ordered.map(({ sql }) => sql).join('') + end;
}
