import { isBuiltIn } from '../parse/built-in.ts';
import { firstWord } from '../sql/classify.ts';
import type { Script } from '../sql/inspect.ts';
import { type Token, tokens } from '../sql/tokens.ts';
import { walk } from '../sql/walk.ts';

/**
 * A look at a script that needs no parser, for most migrations only make things: whether every statement is of a form
 * that certainly breaks nothing. Loading the parser takes 40 ms and 45 MB.
 */
export function isHarmless(script: Script): boolean {
  if (['drop', 'truncate', 'revoke', 'do'].some((word) => script.words.has(word))) return false;
  if ([...script.words].every((word) => ROWS.has(word)) && script.source.size > LOOKED_AT) return true;
  const hidden: string[] = [];
  const shown = new Set<string>();
  const made = new Set<string>();
  let raises = false;
  let triggers = false;
  for (const item of walk(script.source)) {
    if (item.kind !== 'statement') continue;
    const word = firstWord(item.bytes);
    if (!KNOWN.has(word)) return false;
    // Rows of data, and there may be a million.
    if (ROWS.has(word) && (item.bytes.length > ROW || script.source.size > LOOKED_AT)) continue;
    const list = tokens(item.bytes);
    if (swallowsAnother(list, item.bytes) || deletesRows(list)) return false;
    if (word === 'create') {
      if (!isHarmlessCreate(list)) return false;
      shown.add(said(list, SHOWS_ROWS));
      made.add(said(list, MAKES_FUNCTION));
      const trigger = ADDS_TRIGGER.exec(wordsOf(list, ADDS_TRIGGER_WITHIN))?.groups;
      if (trigger !== undefined && !shown.has(trigger['table'] ?? '') && !made.has(trigger['made'] ?? '')) return false;
      triggers ||= list.slice(0, 4).some((token) => token.value === 'trigger');
      const refuses = list.some((token) => token.kind === 'text' && REFUSES.test(token.value));
      // It may be one that runs for tables that are there.
      if (refuses && list[1]?.value === 'or' && list.some((token) => token.value === 'trigger')) return false;
      raises ||= refuses;
      continue;
    }
    if (word === 'call' || (CALLING.has(word) && callsOthers(list)) || writesCatalog(list)) return false;
    if (word === 'select' && list.some((token) => token.kind === 'word' && token.value === 'into')) return false;
    if (word !== 'alter' || !mayBreak(list)) continue;
    const table = said(list, HIDES_ROWS);
    if (table === '') return false;
    hidden.push(table);
  }
  if (raises && (triggers || script.words.has('select') || script.words.has('call'))) return false;
  return hidden.every((table) => shown.has(table));
}

const LOOKED_AT = 256 << 10;
const ROW = 4 << 10;
const ROWS = new Set(['insert', 'values', 'copy', 'select', 'set']);
/** What statements begin with. */
const KNOWN = new Set(
  (
    'abort alter analyze begin call checkpoint close cluster comment commit copy create deallocate declare delete discard end ' +
    'execute explain fetch grant import insert listen load lock merge move notify prepare reassign refresh reindex release reset ' +
    'rollback savepoint security select set show start table unlisten update vacuum values with'
  ).split(' '),
);
/** In the body of a routine: it refuses or swallows what a trigger is called for, or destroys something when it is called. */
const REFUSES =
  /\braise\s+(?!notice\b|warning\b|info\b|log\b|debug\b)|\breturn\s+null\b|\b(drop|truncate|alter|delete|revoke)\b/i;

/** What may be created beside everything that is there: nobody who does not know it is kept from anything. */
const ADDS = new Set(
  (
    'table index view function procedure trigger policy type schema sequence extension domain publication aggregate cast ' +
    'collation server materialized recursive foreign statistics operator text role user group database event'
  ).split(' '),
);

function isHarmlessCreate(list: readonly Token[]): boolean {
  const words = list.slice(1).map((token) => (token.kind === 'word' ? token.value : ''));
  let at = 0;
  // It may show less than the one that is there.
  if (words[0] === 'or' && words.slice(2, 4).includes('view')) return false;
  while (/^(or|replace|temp|temporary|global|local|unlogged|constraint)$/.test(words[at] ?? '')) at++;
  if (!ADDS.has(words[at] ?? '')) return false;
  return words[at] !== 'policy' || !words.some((word) => word === 'restrictive' || word === 'false');
}

/** Words with a bracket behind them that call nothing. */
const NO_CALLS = new Set(
  (
    'values in any some all exists not and or as on using when then else where from select order by group over partition filter ' +
    'within conflict between like ilike case distinct array row coalesce nullif greatest least cast extract trim substring ' +
    'position overlay interval limit offset union except intersect returning with only lateral default set rollup cube sets ' +
    'materialized join is if analyze verbose options to table view index'
  ).split(' '),
);

/** Statements that run what they call. */
const CALLING = new Set(['select', 'values', 'with', 'insert', 'update', 'delete', 'merge', 'explain']);

/** Whether a statement calls what may be somebody's routine: it may do anything. */
function callsOthers(list: readonly Token[]): boolean {
  return list.some(({ kind, value }, nth) => {
    if ((kind !== 'word' && kind !== 'name') || list[nth + 1]?.value !== '(' || NO_CALLS.has(value)) return false;
    const schema = list[nth - 1]?.value === '.' ? list[nth - 2]?.value : undefined;
    const before = list[schema === undefined ? nth - 1 : nth - 3]?.value ?? '';
    // The columns of a table, a type with its size, the names of a list.
    if (/^(into|:|copy|as|with|recursive|update|references|on|table)$/.test(before)) return false;
    return (
      value === 'lo_unlink' || (schema === undefined ? !isBuiltIn(value) : !/^(pg_catalog|extensions)$/.test(schema))
    );
  });
}

/** Also by WITH: which rows it leaves, only its condition tells. */
function deletesRows(list: readonly Token[]): boolean {
  return list.some(({ kind, value }, nth) => kind === 'word' && value === 'delete' && list[nth + 1]?.value === 'from');
}

function writesCatalog(list: readonly Token[]): boolean {
  const first = list[0]?.value;
  return (
    /^(update|delete|merge|with)$/.test(first ?? '') &&
    list.some(({ value }) => /^pg_|^information_schema$/.test(value))
  );
}

/** Words that a statement begins with, at the start of a line and in no brackets: a semicolon may be missing before. */
const BEGINS = new Set('create alter drop truncate comment grant revoke insert delete update do'.split(' '));

function swallowsAnother(list: readonly Token[], bytes: Buffer): boolean {
  let depth = 0;
  return list.some(({ at, kind, value }, nth) => {
    if (kind === 'mark' && (value === '(' || value === ')')) depth += value === '(' ? 1 : -1;
    if (nth === 0 || depth > 0 || kind !== 'word' || !BEGINS.has(value)) return false;
    const line = bytes.lastIndexOf(10, at);
    return line >= 0 && bytes.toString('latin1', line, at).trim() === '';
  });
}

/** Without one of these words an ALTER drops, renames and narrows nothing, but for NOT NULL. */
const BREAKING = new Set(
  (
    'drop rename type schema detach domain identity inherit row publication constraint unique check foreign primary exclude ' +
    'replica generated null policy role user nologin nobypassrls nosuperuser system database'
  ).split(' '),
);
const FILLS = /^(default|generated|(small|big)?serial\d?)$/;
/** What an ALTER is about. */
const ALTERS = new Set(
  (
    'table index view function procedure routine trigger type schema sequence extension domain publication default materialized ' +
    'foreign server statistics aggregate collation text large event operator language conversion subscription tablespace'
  ).split(' '),
);

function mayBreak(list: readonly Token[]): boolean {
  const words = list.flatMap((token) => (token.kind === 'word' ? [token.value] : []));
  if (!ALTERS.has(words[1] ?? '')) return true;
  const adds = list.some(
    (token, at) => token.value === 'add' && !/^(constraint|generated)$/.test(list[at + 1]?.value ?? ''),
  );
  if (
    words.some(
      (word) => BREAKING.has(word) && !(adds && (word === 'null' || word === 'generated' || word === 'identity')),
    )
  )
    return true;
  const required = words.filter((word, at) => word === 'null' && words[at - 1] === 'not').length;
  const setsNotNull = words.some((word, at) => word === 'set' && words[at + 1] === 'not');
  return setsNotNull || required > words.filter((word) => FILLS.test(word)).length;
}

const TABLE = String.raw`(?<table>\S+(?: \. \S+)?)`;
/** What every table of a Supabase project has is no reason to load the parser, where its rows are shown again. */
const HIDES_ROWS = new RegExp(`^alter table ${TABLE} enable row level security(?: ;)?$`);
const SHOWS_ROWS = new RegExp(
  String.raw`^create (?:policy \S+ on ${TABLE} (?!as restrictive|\. )|table ${TABLE.replace('table', 'made')} \()`,
);

const NAME = String.raw`(?:public \. )?(?<made>\S+(?: \. \S+)?)`;
const MAKES_FUNCTION = new RegExp(String.raw`^create (?:or replace )?function ${NAME} \(`);
const ADDS_TRIGGER = new RegExp(
  String.raw`^create (?:or replace )?(?:constraint )?trigger .* on ${TABLE} .*execute (?:function|procedure) ${NAME} \(`,
);
/** A trigger names its function at its end. */
const ADDS_TRIGGER_WITHIN = 200;

/** The table of a statement of this very form, as it is written there; '' for any other statement. */
function said(list: readonly Token[], form: RegExp): string {
  const { table, made } = form.exec(wordsOf(list, 12))?.groups ?? {};
  return table ?? made ?? '';
}

function wordsOf(list: readonly Token[], limit: number): string {
  const words = list.slice(0, limit).map(({ kind, value }) => (kind === 'name' ? JSON.stringify(value) : value));
  return words.join(' ');
}
