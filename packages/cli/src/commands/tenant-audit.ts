import { InputError, readYaml, silent, systemClock, type Verdict } from '@lockstep/base';
import type { Call, Command } from '../command.ts';
import { OwnWords } from '../own-words.ts';
import { readText } from '../read-text.ts';
import { tellChecks } from '../tell-checks.ts';
import { tellEnd } from '../tell-end.ts';

const VARIABLE = 'LOCKSTEP_SCRATCH_URL';
const LIMIT = 1024 * 1024;
const WORDS = new OwnWords({ 'scratch-database-url': VARIABLE, 'database-url': VARIABLE });

export const tenantAudit: Command = {
  name: 'tenant-audit',
  summary: 'tries on a scratch database whether a user reaches rows of another tenant',
  details: `
FILE is YAML with the inputs of the action tenant-audit by their names: tenant-table, membership, identities, and so on.
${VARIABLE} is the URL of a scratch database with the schema and without data of tenants. What is inserted is
rolled back. Ends with 0 where the tenants are apart, 1 where one is not, 2 where something could not be decided.

  ${VARIABLE}=postgresql://postgres:postgres@localhost:5432/postgres lockstep tenant-audit tenants.yml`,
  arguments: [{ name: 'FILE', meaning: 'the intent as YAML; - reads standard input', required: true }],
  options: [
    {
      name: 'directory',
      value: 'FOLDER',
      meaning: 'the migrations, to say which line of them made a policy',
      absent: 'supabase/migrations',
    },
  ],
  run,
};

async function run(call: Call): Promise<Verdict> {
  const { signal, terminal, text } = call;
  const url = process.env[VARIABLE] ?? '';
  if (url === '') throw new InputError(`${VARIABLE} is not set: it must be the URL of a scratch database`);
  const path = text('FILE');
  const [
    { LineCounter, parseDocument },
    { auditDatabase, judgeAudit, readWrittenIntent },
    { notAuditedEnd },
    { readSqlFiles },
  ] = await Promise.all([
    import('yaml'),
    import('@lockstep/tenants'),
    import('@lockstep/action-kit/tenants/not-audited'),
    import('@lockstep/action-kit/tenants/sql-files'),
  ]);
  const written = await readText(path, LIMIT, { terminal, signal });
  const { intent, problems } = readWrittenIntent(readYaml({ LineCounter, parseDocument }, written, path).data);
  if (problems.length > 0) throw new InputError(problems);
  const result = await WORDS.wait(() =>
    auditDatabase(url, {
      intent,
      production: [],
      lockTimeoutMs: 2_000,
      statementTimeoutMs: 30_000,
      dryRun: false,
      log: silent,
      clock: systemClock,
      signal,
    }),
  );
  if (result.kind === 'planned') throw new Error('nothing but a dry run is planned');
  if (result.kind !== 'audited') {
    const end = notAuditedEnd(result);
    return tellEnd(call, 'tenant-audit', { ...end, message: WORDS.text(end.message) });
  }
  const { checks, notVerified } = judgeAudit(result, { intent, files: readSqlFiles(text('directory'), process.cwd()) });
  const found = { checks: WORDS.checks(checks), notVerified: WORDS.gaps(notVerified) };
  return tellChecks(call, { subject: `tenants of ${intent.tenantTable}`, tool: 'tenant-audit', ...found });
}
