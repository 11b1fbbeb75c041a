import { type Token, tokens } from '../sql/tokens.ts';
import { child, children, type Node, text } from './parser.ts';

/** The SQL in a DO block, as far as it can be read. */
export interface CodeBlock {
  /** Each one statement or more; names that are put in when it runs are `"…"`. */
  readonly statements: readonly string[];
  /** There is also some that is put together when it runs, or is in another language. */
  readonly unreadable: boolean;
}

/** Words that a statement of SQL begins with, which lint has something to say about. */
const SQL = new Set(
  'alter drop create truncate update delete insert merge revoke grant lock reindex refresh vacuum cluster comment'.split(
    ' ',
  ),
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
  if (!/^(plpgsql)?$/.test(value('language'))) return { statements: [], unreadable: true };
  return readPlpgsql(value('as'));
}

/** The body of a routine, as of a block; one in another language, or built in, has no statements. */
export function readRoutine(fields: Node): CodeBlock {
  const code = routineCode(fields);
  const language = text(child(optionOf(fields, 'language'), 'String'), 'sval');
  if (language === 'sql') return { statements: code === '' ? [] : [code], unreadable: false };
  return language === 'plpgsql' ? readPlpgsql(code) : { statements: [], unreadable: false };
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
  let unreadable = false;
  for (let at = 0; at < list.length; ) {
    const word = list[at]?.kind === 'word' ? (list[at]?.value ?? '') : '';
    const end = list.findIndex((token, i) => i >= at && token.kind === 'mark' && token.value === ';');
    const stop = end < 0 ? list.length : end;
    if (SQL.has(word)) {
      if (stop > at) statements.push(plain(body, list.slice(at, stop)));
      at = stop + 1;
    } else if (word === 'perform' || word === 'call') {
      const called = list.slice(at + 1, stop);
      const [from, to] = [called[0], called[called.length - 1]];
      if (from !== undefined && to !== undefined) statements.push(`select ${body.toString('utf8', from.at, to.end)}`);
      at = stop + 1;
    } else if (word === 'execute') {
      const sql = executed(list.slice(at + 1, stop));
      if (sql === undefined) unreadable = true;
      else statements.push(sql);
      at = stop + 1;
    } else {
      const opener = list.findIndex(
        (token, i) => i >= at && i < stop && token.kind === 'word' && OPENERS.has(token.value),
      );
      at = (opener < 0 ? stop : opener) + 1;
    }
  }
  return { statements, unreadable };
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
