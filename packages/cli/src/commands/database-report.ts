import { InputError, parseDuration, Secret, silent, type Verdict } from '@lockstep/base';
import type { Call, Command } from '../command.ts';
import { assertWritable, write } from '../files.ts';
import { OwnWords } from '../own-words.ts';
import { readText } from '../read-text.ts';
import { tellChecks } from '../tell-checks.ts';

const VARIABLE = 'DATABASE_URL';
const LIMIT = 32 * 1024 * 1024;
const WORDS = new OwnWords({ 'database-url': VARIABLE });

export const databaseReport: Command = {
  name: 'database-report',
  summary: 'reports slow, new and heavier statements, indexes, bloat, long transactions',
  details: `
Reads the statistics of the database in ${VARIABLE}, and nothing else; a role with pg_read_all_stats is enough. Statements
are named by their number in pg_stat_statements, never by their text. For a job on a schedule: write a snapshot each time,
and compare with the one before. Exit code: 0 where all is within the limits, 1 where something is not, 2 where something
is unknown.

  ${VARIABLE}=postgresql://… lockstep database-report --snapshot now.json --compare-with before.json`,
  arguments: [],
  options: [
    { name: 'snapshot', value: 'FILE', meaning: 'where the counts of all statements are written for the next report' },
    { name: 'compare-with', value: 'FILE', meaning: 'snapshot of an earlier report: finds new and heavier statements' },
    { name: 'slow', value: 'DURATION', meaning: 'mean time from which a statement is slow', absent: '500ms' },
    { name: 'min-calls', value: 'NUMBER', meaning: 'calls below which a statement is not judged', absent: '50' },
    { name: 'open', value: 'DURATION', meaning: 'how long a transaction may be open', absent: '5m' },
  ],
  run,
};

async function run(call: Call): Promise<Verdict> {
  const { signal, terminal, text } = call;
  const url = process.env[VARIABLE] ?? '';
  if (url === '') throw new InputError(`${VARIABLE} is not set: it must be the URL of the database`);
  const engine = await import('@lockstep/health/database');
  const limits = { ...engine.usualLimits, ...limitsOf(text) };
  const path = text('compare-with');
  const earlier =
    path === '' ? undefined : engine.readSnapshot(await readText(path, LIMIT, { terminal, signal }), path);
  const target = text('snapshot');
  if (target !== '') assertWritable(target);
  const { checks, notVerified, snapshot } = await WORDS.wait(() =>
    engine.lookAtStatistics({
      databaseUrl: new Secret(url),
      limits,
      earlier,
      nowMs: Date.now,
      log: silent,
      signal,
    }),
  );
  if (target !== '' && snapshot !== undefined) write(target, snapshot);
  return tellChecks(call, { subject: 'statistics of the database', tool: 'database-report', checks, notVerified });
}

function limitsOf(text: Call['text']): { readonly slowMs: number; readonly openMs: number; readonly minCalls: number } {
  const [slowMs, openMs] = [parseDuration(text('slow')), parseDuration(text('open'))];
  const minCalls = Number(text('min-calls'));
  const problems = [
    ...(slowMs === undefined ? ['--slow: expected a duration such as 500ms'] : []),
    ...(openMs === undefined ? ['--open: expected a duration such as 5m'] : []),
    ...(Number.isInteger(minCalls) && minCalls > 0 ? [] : ['--min-calls: expected a whole number from 1']),
  ];
  if (slowMs === undefined || openMs === undefined || problems.length > 0) throw new InputError(problems);
  return { slowMs, openMs, minCalls };
}
