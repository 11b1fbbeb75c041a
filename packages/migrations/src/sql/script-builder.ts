import { firstWord, type StatementClass } from './classify.ts';
import { type Allowance, type Directive, type Directives, findDirectives, noDirectives } from './directives.ts';
import { MESSAGE_BYTES, type Piece } from './pieces.ts';
import type { Source } from './source.ts';
import { tokens } from './tokens.ts';
import type { ScriptItem } from './walk.ts';

/** Scripts up to this size are kept whole in the history. */
const KEPT_BYTES = 4 << 20;

/** Where the author says that statements are no transaction, these are taken at their word. */
const MAY_COMMIT = new Set(['call', 'do']);

/** A statement with the comments before it, and the rows of a COPY behind it. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
  readonly rows?: { readonly from: number; readonly to: number };
}

type Statement = Extract<ScriptItem, { kind: 'statement' }>;
type Report = (at: number, message: string) => void;

/** Gathers the items of a walk into pieces, and complains about what could not be run. */
export class ScriptBuilder {
  readonly #lineOf: (at: number) => number;
  readonly #report: Report;
  readonly #pieces: Piece[] = [];
  /** Where the texts are; undefined where they are too large. */
  readonly #texts: TextRange[] | undefined;
  readonly #allowances: (Allowance & { at: number })[] = [];
  readonly #labels: Buffer[] = [];
  #directives: Directives = noDirectives;
  readonly #words = new Set<string>();
  #statements = 0;
  /** The last piece takes no more statements. */
  #sealed = false;
  /** Where the author's open BEGIN is. */
  #block: number | undefined;

  constructor(source: Source, lineOf: (at: number) => number, report: Report) {
    this.#lineOf = lineOf;
    this.#report = report;
    this.#texts = source.size <= KEPT_BYTES ? [] : undefined;
  }

  /** Comments that stand before the script, and are about all of it. */
  addPreamble(text: string): void {
    for (const { directive } of findDirectives(text)) {
      const problem = directive.kind === 'allow' ? undefined : this.#take(directive, 0);
      if (problem !== undefined) this.#report(0, problem);
    }
  }

  add(item: ScriptItem): void {
    switch (item.kind) {
      case 'statement':
        this.#statement(item);
        break;
      case 'copy-data':
        this.#data(item.to, item.last);
        break;
      case 'meta':
        this.#meta(item);
        break;
      case 'end':
        this.#directivesIn(item.head, item.from, item.from + item.head.length);
        if (item.head.toString('utf8').trim() !== '')
          this.#texts?.push({ from: item.from, to: item.from + item.head.length });
        break;
      case 'unterminated':
        this.#report(item.from, `a ${item.what} begins here and never ends`);
        break;
      case 'copy-line':
        this.#report(item.from, 'more SQL on the line of a COPY FROM STDIN; begin a new line after its data');
        break;
    }
  }

  finish() {
    if (this.#block !== undefined) this.#report(this.#block, 'BEGIN without COMMIT: its changes would be lost');
    return {
      statements: this.#statements,
      pieces: this.#pieces,
      directives: this.#directives,
      allowances: this.#allowances,
      texts: this.#texts,
      words: this.#words,
    };
  }

  #statement(item: Statement): void {
    this.#directivesIn(item.head, item.from, item.start);
    this.#texts?.push({ from: item.from, to: item.end });
    this.#statements++;
    this.#words.add(firstWord(item.bytes));
    const { from, to } = item;
    const kind = item.class;
    if (item.bytes.includes('${') && hasPlaceholder(item.bytes, item.standardStrings)) {
      this.#report(item.start, 'a placeholder (${…}), which only its own tool fills in; write what it stands for');
    }
    if (this.#usesNewLabel(item.bytes)) {
      this.#pieces.push({ kind: 'border', from, to: from, line: this.#lineOf(item.start) });
    }
    // What a file of a million INSERTs does a million times.
    if (kind.kind === 'plain' && this.#joins(from, to)) return;
    const line = this.#lineOf(item.start);
    // Each in a transaction of its own, with the record that it is done.
    if (this.#runsAlone() && this.#pieces.length > 0) this.#pieces.push({ kind: 'border', from, to: from, line });
    switch (kind.kind) {
      case 'plain':
      case 'enum-value':
      case 'string-syntax':
      case 'client-encoding':
        this.#sql(item, line, kind);
        break;
      case 'copy-from-stdin':
        this.#pieces.push({ kind: 'copy', from, to, line, data: { from: to, to } });
        break;
      case 'alone':
        if (this.#block !== undefined) this.#report(item.start, 'cannot run in a transaction block; move it out of it');
        this.#pieces.push({ kind: 'alone', from, to, line, what: kind.what });
        break;
      case 'begin':
        if (this.#block !== undefined) this.#report(item.start, 'BEGIN inside of BEGIN; commit the first one before');
        this.#block = item.start;
        this.#pieces.push({ kind: 'begin', from, to, line, readOnly: kind.readOnly });
        break;
      case 'commit':
      case 'rollback':
      case 'prepare-transaction':
        this.#blockEnds(item, line, kind);
        break;
    }
  }

  /** Adds a statement to the piece before, where it fits into the same message. */
  #joins(from: number, to: number): boolean {
    const last = this.#pieces.at(-1);
    if (last?.kind !== 'sql' || last.to !== from || this.#sealed || this.#runsAlone()) return false;
    if (to - last.from > MESSAGE_BYTES) return false;
    this.#pieces[this.#pieces.length - 1] = { ...last, to, statements: last.statements + 1 };
    return true;
  }

  /** Every statement is committed by itself. */
  #runsAlone(): boolean {
    return this.#directives.noTransaction && this.#block === undefined;
  }

  #sql(item: Statement, line: number, kind: StatementClass): void {
    const { from, to } = item;
    if (kind.kind === 'client-encoding' && !/^(utf-?8|unicode)$/i.test(kind.encoding)) {
      this.#report(item.start, `client_encoding ${kind.encoding}: files are UTF-8; convert the file and remove this`);
    }
    if (this.#runsAlone() && MAY_COMMIT.has(firstWord(item.bytes))) {
      this.#pieces.push({ kind: 'alone', from, to, line, what: { does: 'other' } });
    } else if (!this.#joins(from, to)) this.#pieces.push({ kind: 'sql', from, to, line, statements: 1 });
    // The server's scanner reads a whole message before it runs any of it.
    this.#sealed = kind.kind === 'string-syntax';
    if (kind.kind === 'enum-value') this.#labels.push(Buffer.from(kind.label));
  }

  #blockEnds(
    item: Statement,
    line: number,
    kind: Extract<StatementClass, { kind: 'commit' | 'rollback' | 'prepare-transaction' }>,
  ): void {
    const range = { from: item.from, to: item.to, line };
    if (this.#block === undefined) {
      // psql has committed what is before it, and goes on with a warning.
      if (kind.kind === 'commit' && !kind.chain) {
        this.#pieces.push({ kind: 'border', ...range });
        return;
      }
      const what = kind.kind === 'prepare-transaction' ? 'PREPARE TRANSACTION' : kind.kind.toUpperCase();
      const chain = kind.kind !== 'prepare-transaction' && kind.chain ? ' AND CHAIN' : '';
      this.#report(
        item.start,
        `${what}${chain} without BEGIN: psql would keep what is before it, other tools would not; write BEGIN where it is to begin`,
      );
    }
    if (kind.kind === 'prepare-transaction') this.#pieces.push({ kind: 'prepare', ...range });
    else this.#pieces.push({ kind: kind.kind, ...range, chain: kind.chain });
    this.#block = kind.kind !== 'prepare-transaction' && kind.chain ? item.start : undefined;
  }

  #data(to: number, last: boolean): void {
    const copy = this.#pieces.at(-1);
    if (copy?.kind !== 'copy') return;
    this.#pieces[this.#pieces.length - 1] = { ...copy, data: { from: copy.data.from, to } };
    const text = last ? this.#texts?.pop() : undefined;
    if (text !== undefined) this.#texts?.push({ ...text, rows: { from: copy.data.from, to } });
  }

  /** pg_dump writes `\restrict` and `\unrestrict` since 17.6; they mean nothing here. */
  #meta(item: Extract<ScriptItem, { kind: 'meta' }>): void {
    const command = /^\\\S*/.exec(item.text)?.[0] ?? '\\';
    if (!item.inStatement && /^\\(un)?restrict$/.test(command)) return;
    const todo = command === '\\copy' ? 'write COPY … FROM STDIN with the rows below it' : 'write SQL instead';
    this.#report(item.from, `${command} is a command of psql, not SQL; ${todo}`);
  }

  #usesNewLabel(statement: Buffer): boolean {
    if (this.#block !== undefined || !this.#labels.some((label) => statement.includes(label))) return false;
    this.#labels.length = 0;
    return true;
  }

  #directivesIn(head: Buffer, from: number, at: number): void {
    if (head.length < 12) return;
    for (const { directive, line } of findDirectives(head.toString('utf8'))) {
      const problem = this.#take(directive, at);
      if (problem !== undefined) this.#report(nthLine(head, line) + from, problem);
    }
  }

  #take(directive: Directive, at: number): string | undefined {
    if (directive.kind === 'unknown') return directive.problem;
    if (directive.kind === 'unfinished') {
      this.#directives = { ...this.#directives, unfinished: [...(this.#directives.unfinished ?? []), directive.what] };
      return undefined;
    }
    if (directive.kind === 'allow') {
      this.#allowances.push({ ...directive.allowance, at });
      return undefined;
    }
    if (directive.kind === 'no-transaction' && directive.onTopOnly === true && this.#statements > 0) return undefined;
    if (this.#statements > 0) return 'this directive is about the whole file; write it before the first statement';
    if (directive.kind === 'no-transaction') this.#directives = { ...this.#directives, noTransaction: true };
    else if (directive.kind === 'no-archive') this.#directives = { ...this.#directives, noArchive: directive.reason };
    else if (this.#directives.phase !== undefined) return 'a second phase; a file has one';
    else this.#directives = { ...this.#directives, phase: directive.phase, phaseReason: directive.reason };
    return undefined;
  }
}

/** Flyway's and others': outside of strings nothing else is written so, and in strings only Flyway's own are sure. */
function hasPlaceholder(statement: Buffer, standardStrings: boolean): boolean {
  if (statement.includes('${flyway:')) return true;
  return tokens(statement, Number.POSITIVE_INFINITY, standardStrings).some(({ at, kind, value }) =>
    kind === 'name' ? /\$\{\w/.test(value) : kind === 'mark' && value === '$' && statement[at + 1] === 123,
  );
}

function nthLine(bytes: Buffer, nth: number): number {
  let at = 0;
  for (let i = 0; i < nth; i++) at = bytes.indexOf(10, at) + 1;
  return at;
}
