import { type Check, Fields, isMap, type Logger } from '@lockstep/base';
import { literal, openSession, readDatabaseUrl, type Session } from '@lockstep/postgres';
import { CONDITION_FORM, type Condition, readCondition } from '../requires/condition.ts';

/** A statement about the data that must hold: required rows, retention, no orphans. */
export interface DataRule {
  readonly name: string;
  /** Returns one row of counts. */
  readonly query: string;
  /** By the name of the column; '' is the only one. */
  readonly expect: ReadonlyMap<string, Condition>;
}

const NAME = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** Reads `checks:` of the file. Nothing may be used where there is a problem. */
export function readDataRules(
  value: unknown,
  where: string,
): { readonly rules: readonly DataRule[]; readonly problems: readonly string[] } {
  const list = isMap(value) ? value['checks'] : undefined;
  if (!Array.isArray(list) || list.length === 0)
    return { rules: [], problems: [`${where}: expected a map with "checks", a list with at least one check`] };
  const problems: string[] = [];
  const rules = list.map((entry: unknown, index): DataRule => {
    const fields = new Fields(isMap(entry) ? entry : {}, `${where} ${index + 1}`);
    const name = fields.text('name', { required: true, expected: 'what reports call it, such as no-orphans' });
    if (name !== '' && !NAME.test(name)) fields.complain('name', 'expected lower-case letters, digits and -');
    const query = fields.text('query', { required: true, expected: 'SQL that returns one row of counts' });
    const expect = expectedOf(isMap(entry) ? entry['expect'] : undefined, fields);
    problems.push(...fields.problems);
    return { name, query: query.trim().replace(/;+$/, ''), expect };
  });
  const names = rules.map(({ name }) => name);
  for (const name of new Set(names.filter((one, at) => one !== '' && names.indexOf(one) !== at)))
    problems.push(`${where}: two checks are called "${name}"`);
  return { rules, problems };
}

function expectedOf(value: unknown, fields: Fields): ReadonlyMap<string, Condition> {
  const entries = isMap(value) ? Object.entries(value) : [['', value] as const];
  const found = new Map<string, Condition>();
  for (const [column, text] of entries) {
    const condition = typeof text === 'string' || typeof text === 'number' ? readCondition(String(text)) : undefined;
    if (condition === undefined) fields.complain('expect', `expected ${CONDITION_FORM}, or a map of columns to them`);
    else found.set(column, condition);
  }
  return found;
}

export interface DataTools {
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** For one query. */
  readonly timeoutMs: number;
}

/** Runs each query in a transaction of its own that can only read. What it returned is read as counts and as nothing else. */
export async function checkData(url: string, rules: readonly DataRule[], tools: DataTools): Promise<readonly Check[]> {
  const { log, signal } = tools;
  const session = await openSession(readDatabaseUrl(url), { log, signal, applicationName: 'lockstep data checks' });
  try {
    const checks: Check[] = [];
    for (const rule of rules) checks.push(judge(rule, await countsOf(session, rule, tools)));
    return checks;
  } finally {
    await session.close();
  }
}

type Counts =
  | ReadonlyMap<string, string>
  | { readonly failed: 'timeout' | 'sql' | 'rows' | 'no-counts'; readonly code: string };

/**
 * `query_to_xml` runs it by SPI as one that only reads: neither a second statement nor a COMMIT within the text gets out of
 * the transaction. What a query did to the session is undone before the next one.
 */
async function countsOf(session: Session, { query }: DataRule, { timeoutMs }: DataTools): Promise<Counts> {
  const begin = `begin transaction read only; set local statement_timeout = ${Math.ceil(timeoutMs)}; set local lock_timeout = 1000;`;
  const result = await session.send(
    `${begin} select pg_catalog.query_to_xml(${literal(query)}, true, true, '')::text`,
    { keepRows: true },
  );
  if (!session.lost) await session.send('rollback');
  // A lock of the session outlives its transaction, and so does a setting.
  if (!session.lost) await session.send('discard all');
  if (!result.ok) {
    const code = 'server' in result.error ? result.error.server.code : '';
    return { failed: code === '57014' ? 'timeout' : 'sql', code };
  }
  const rows = result.reply.rows;
  const texts = rows
    .flatMap(([text]) => text ?? [])
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (texts.length !== 1) return { failed: 'rows', code: '' };
  const cells = [...(texts[0] ?? '').matchAll(/<([^\s/<>]+)>([^<]*)<\/\1>/g)];
  if (cells.length === 0 || /<row[\s>][\s\S]*<row[\s>]/.test(texts[0] ?? '')) return { failed: 'rows', code: '' };
  const counts = new Map(cells.map(([, name = '', value = '']) => [name, value]));
  const isCount = [...counts.values()].every((value) => /^\d{1,18}$/.test(value)) && !/xsi:nil/.test(texts[0] ?? '');
  return isCount ? counts : { failed: 'no-counts', code: '' };
}

const REMEDIES = {
  timeout: 'add an index, narrow the query, or raise "data-timeout"',
  sql: 'correct the query; it may only read',
  rows: 'let the query return exactly one row',
  'no-counts': 'let every column be a count: a whole number of at least 0',
};

function judge({ expect, name }: DataRule, counts: Counts): Check {
  const expected = [...expect].map(([column, { text }]) => (column === '' ? text : `${column} ${text}`)).join(', ');
  const facts = { id: 'data/rule', title: 'The data is as the rule says', what: name, expected };
  if ('failed' in counts)
    return {
      ...facts,
      verdict: 'unknown',
      reason: `query-${counts.failed}`,
      measured: counts.code === '' ? 'no counts' : `SQLSTATE ${counts.code}`,
      remedy: REMEDIES[counts.failed],
    };
  const measured = [...counts].map(([column, value]) => `${column} ${value}`).join(', ');
  const missing = [...expect.keys()].filter((column) => (column === '' ? counts.size !== 1 : !counts.has(column)));
  if (missing.length > 0)
    return {
      ...facts,
      verdict: 'unknown',
      reason: 'other-columns',
      measured,
      remedy: 'let "expect" name the columns of the query',
    };
  const broken = [...expect].filter(
    ([column, { holds }]) => holds(counts.get(column) ?? [...counts.values()][0] ?? '') !== true,
  );
  return broken.length === 0
    ? { ...facts, verdict: 'pass', reason: 'holds', measured, remedy: '' }
    : {
        ...facts,
        verdict: 'fail',
        reason: 'does-not-hold',
        measured,
        remedy: 'look at the rows that the query counts',
      };
}
