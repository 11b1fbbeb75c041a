import { isMap } from '@lockstep/base';
import type { CodeFinding, Level } from '../finding.ts';
import { type ReportReading, reading, unreadable } from '../report.ts';
import { jsonOf, listOf, mapOf, messageOf, type ReportSource, textField } from '../source.ts';

type Json = Readonly<Record<string, unknown>>;

const LEVELS: ReadonlyMap<string, Level> = new Map([
  ['INFO', 'note'],
  ['WARN', 'warning'],
  ['ERROR', 'error'],
]);
/** What the advisors say of a table without row-level security that `anon` may read. */
const CANARY = { name: 'lockstep_canary', rule: 'rls_disabled_in_public' } as const;

/**
 * `supabase db advisors --output-format json`. It says the same of a database without problems and of one that it cannot
 * see into: a login without rights, or schemas that are not exposed. So a table must be there that it has to object to; a
 * report that does not is none, and the objection itself is no finding.
 */
export async function readSupabaseAdvisors(source: ReportSource): Promise<ReportReading> {
  const report = mapOf(await jsonOf(source), 'the report');
  const results = listOf(report['results'], 'results').map((one) => mapOf(one, 'a result'));
  const others = results.filter((one) => !isCanary(one));
  if (others.length === results.length) {
    const how = `create table public.${CANARY.name} without row-level security and grant select on it to anon`;
    const why = `it has no ${CANARY.rule} for ${CANARY.name}, so the advisors may have seen nothing`;
    return unreadable('nothing-checked', `${why}: ${how}, in the database that they look at`);
  }
  return reading({ checked: undefined, findings: others.map(findingOf) });
}

function isCanary(result: Json): boolean {
  const { metadata } = result;
  return result['name'] === CANARY.rule && isMap(metadata) && metadata['name'] === CANARY.name;
}

function findingOf(result: Json): CodeFinding {
  const rule = textField(result['name']) || 'advisor';
  // An unknown level counts as the worst.
  const level = LEVELS.get(textField(result['level'])) ?? 'error';
  const key = textField(result['cacheKey']);
  const message = messageOf(textField(result['detail']) || textField(result['title']) || rule);
  return { rule, level, message, ...(key === '' ? {} : { package: key }) };
}
