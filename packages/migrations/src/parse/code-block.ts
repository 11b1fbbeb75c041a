import { type Token, tokens } from '../sql/tokens.ts';
import { child, children, type Node, opened, type Parsed, text } from './parser.ts';

/** The SQL in a DO block, as far as it can be read. */
export interface CodeBlock {
  /** Each one statement or more; names that are put in when it runs are `"…"`. */
  readonly statements: readonly string[];
  /** What it reads, and may call or write by that; some may be no SQL without the variables that were in it. */
  readonly queries: readonly string[];
  /** What the server has parsed already (BEGIN ATOMIC). */
  readonly trees: readonly Parsed[];
  /** There is also some that is put together when it runs, or is in another language. */
  readonly unreadable: boolean;
}

/** Words that a statement of SQL begins with, which lint has something to say about. */
const SQL = new Set(
  (
    'alter drop create truncate update delete insert merge revoke grant lock reindex refresh vacuum cluster comment ' +
    'set reset copy'
  ).split(' '),
);
/** In PL/pgSQL, a statement may follow these without a semicolon. */
const OPENERS = new Set(['begin', 'then', 'else', 'loop']);

/** Reads the body of a DO block: statements as they stand there, and those that it executes from strings. Pure. */
export function readCodeBlock(fields: Node): CodeBlock {
  const options = children(fields, 'args').map((each) => child(each, 'DefElem') ?? {});
  const value = (name: string) => {
    const option = options.find((each) => text(each, 'defname') === name);
    return text(child(child(option ?? {}, 'arg') ?? {}, 'String'), 'sval');
  };
  if (!/^(plpgsql)?$/.test(value('language'))) return { ...NOTHING, unreadable: true };
  return readPlpgsql(value('as'));
}

/** The body of a routine, as of a block; one in another language, or built in, has no statements. */
export function readRoutine(fields: Node): CodeBlock {
  const code = routineCode(fields);
  const parsed = child(fields, 'sql_body');
  if (parsed !== undefined) return { ...NOTHING, trees: treesIn(parsed) };
  const language = text(child(optionOf(fields, 'language'), 'String'), 'sval');
  return readBody(language, code);
}

/** The body of a routine in some language. */
export function readBody(language: string, code: string): CodeBlock {
  if (language === 'sql') return { ...NOTHING, statements: code === '' ? [] : [code] };
  return language === 'plpgsql' ? readPlpgsql(code) : NOTHING;
}

const NOTHING: CodeBlock = { statements: [], queries: [], trees: [], unreadable: false };

function treesIn(node: Node): readonly Parsed[] {
  const { fields, type } = opened(node);
  if (type === 'List') return children(fields, 'items').flatMap(treesIn);
  return type === 'ReturnStmt'
    ? [{ type: 'SelectStmt', fields: { targetList: [fields['returnval']] } }]
    : [{ fields, type }];
}

/** What stands between the quotes of a CREATE FUNCTION. */
export function routineCode(fields: Node): string {
  const [body] = children(child(optionOf(fields, 'as'), 'List') ?? {}, 'items');
  return text(child(body ?? {}, 'String'), 'sval');
}

function optionOf(fields: Node, name: string): Node {
  const options = children(fields, 'options').map((each) => child(each, 'DefElem') ?? {});
  return child(options.find((each) => text(each, 'defname') === name) ?? {}, 'arg') ?? {};
}

function readPlpgsql(code: string): CodeBlock {
  const body = Buffer.from(code);
  const list = tokens(body);
  const statements: string[] = [];
  const queries: string[] = [];
  let unreadable = false;
  // Where a loop commits, its rows are not written together.
  const loops = list.some(({ value }) => value === 'commit') ? undefined : new Map<string, string>();
  const isWord = (at: number, value: string) => list[at]?.kind === 'word' && list[at]?.value === value;
  const find = (from: number, to: number, test: (token: Token) => boolean) => {
    for (let nth = from; nth < to; nth++) if (test(list[nth] as Token)) return nth;
    return to;
  };
  for (let at = 0; at < list.length; ) {
    const word = list[at]?.kind === 'word' ? (list[at]?.value ?? '') : '';
    const stop = find(at, list.length, (token) => token.kind === 'mark' && token.value === ';');
    const tail = list.slice(at + 1, stop);
    if (SQL.has(word)) {
      if (stop > at) statements.push(ofLoop(plain(body, list.slice(at, stop)), loops));
      at = stop + 1;
    } else if (word === 'with' || word === 'select') {
      queries.push(withoutInto(body, list.slice(at, stop)));
      at = stop + 1;
    } else if (word === 'perform' || word === 'call') {
      if (tail.length > 0)
        (word === 'call' ? queries : statements).push(`${word === 'call' ? 'call' : 'select'} ${textOf(body, tail)}`);
      at = stop + 1;
    } else if (word === 'execute') {
      const sql = executed(tail);
      if (sql === undefined) unreadable = true;
      else statements.push(sql);
      at = stop + 1;
    } else if (word === 'return' && isWord(at + 1, 'query')) {
      at += 2;
    } else if (word === 'for') {
      const loop = find(at, stop, (token) => token.kind === 'word' && token.value === 'loop');
      const from = find(at, loop, (token) => token.kind === 'word' && token.value === 'in') + 1;
      if (/^(select|with|insert|update|delete|merge)$/.test(list[from]?.value ?? '') && from < loop) {
        const query = textOf(body, list.slice(from, loop));
        queries.push(query);
        if (/^(select|with)$/.test(list[from]?.value ?? '')) loops?.set(list[at + 1]?.value ?? '', query);
      }
      at = loop + 1;
    } else if (isWord(at, word) && isAssignment(list, at)) {
      const expression = list.slice(find(at, stop, ({ value }) => value === '=') + 1, stop);
      if (expression.some(({ value }) => value === '(')) queries.push(`select ${textOf(body, expression)}`);
      at = stop + 1;
    } else {
      const opener = find(at, stop, (token) => token.kind === 'word' && OPENERS.has(token.value));
      const asked = /^(if|elsif|elseif|while|return|exit)$/.test(word) ? list.slice(at + 1, opener) : [];
      if (asked.some(({ value }) => value === '(')) queries.push(`select ${textOf(body, asked)}`);
      at = opener + 1;
    }
  }
  return { statements, queries, trees: [], unreadable };
}

/** An UPDATE or a DELETE for each row of a query, with that query before it under the name of the row. */
function ofLoop(sql: string, loops: ReadonlyMap<string, string> | undefined): string {
  if (!/^(update|delete)\b/i.test(sql)) return sql;
  const used = [...(loops ?? [])].filter(([name]) => name !== '' && new RegExp(`\\b${name}\\.\\w`, 'i').test(sql));
  if (used.length === 0) return sql;
  return `with ${used.map(([name, query]) => `"${name}" as (${query})`).join(', ')} ${sql}`;
}

/** `x := f()`, `x = f()`. */
function isAssignment(list: readonly Token[], at: number): boolean {
  const [next, other] = [list[at + 1]?.value, list[at + 2]?.value];
  return next === '=' || (next === ':' && other === '=');
}

function textOf(body: Buffer, list: readonly Token[]): string {
  const [first, last] = [list[0], list[list.length - 1]];
  return first === undefined || last === undefined ? '' : body.toString('utf8', first.at, last.end);
}

/** A query of PL/pgSQL as SQL: without the variables that its results go to (`select a into strict x from t`). */
function withoutInto(body: Buffer, list: readonly Token[]): string {
  let depth = 0;
  const into = list.findIndex(({ kind, value }) => {
    if (kind === 'mark' && (value === '(' || value === ')')) depth += value === '(' ? 1 : -1;
    return depth === 0 && kind === 'word' && value === 'into';
  });
  // `with x as (…) insert into t`.
  if (into < 0 || list[into - 1]?.value === 'insert' || list[into - 1]?.value === 'merge') return textOf(body, list);
  let end = into + (list[into + 1]?.value === 'strict' ? 2 : 1);
  while (end < list.length && (list[end + 1]?.value === ',' || list[end + 1]?.value === '.')) end += 2;
  return `${textOf(body, list.slice(0, into))} ${textOf(body, list.slice(end + 1))}`.trimEnd();
}

/** A statement of PL/pgSQL as SQL: without the variables that its results go to (`returning id into x`). */
function plain(body: Buffer, list: readonly Token[]): string {
  const [first, last] = [list[0] as Token, list[list.length - 1] as Token];
  const returns = list.findIndex((token) => token.kind === 'word' && token.value === 'returning');
  const into = list.findIndex((token, i) => i > returns && token.kind === 'word' && token.value === 'into');
  if (returns < 0 || into < 0) return body.toString('utf8', first.at, last.end);
  return body.toString('utf8', first.at, (list[into] as Token).at).trimEnd();
}

/** What EXECUTE runs: a string, a format of one, or strings with something between them. */
function executed(list: readonly Token[]): string | undefined {
  const end = list.findIndex((token) => token.kind === 'word' && (token.value === 'into' || token.value === 'using'));
  const expression = end < 0 ? list : list.slice(0, end);
  const [first] = expression;
  if (first?.kind === 'text' && expression.length === 1) return content(first.value);
  if (!expression.some((token) => token.kind === 'text')) return undefined;
  const format = expression.find((token) => token.kind === 'text');
  if (first?.value === 'format' && format !== undefined) {
    return content(format.value)
      .replace(/%(\d+\$)?[Is]/g, '"…"')
      .replace(/%(\d+\$)?L/g, "'…'")
      .replaceAll('%%', '%');
  }
  const parts = expression.flatMap((token) =>
    token.kind === 'text' ? [content(token.value)] : token.value === '|' ? [] : ['"…"'],
  );
  return parts.filter((part, nth) => part !== '"…"' || parts[nth - 1] !== part).join('');
}

/** A string constant without its quotes. */
function content(constant: string): string {
  const dollar = /^\$([^$]*)\$/.exec(constant)?.[0];
  if (dollar !== undefined) return constant.slice(dollar.length, -dollar.length);
  const quoted = constant.replace(/^[eEuU]?&?'/, '').replace(/'$/, '');
  return quoted.replaceAll("''", "'");
}
