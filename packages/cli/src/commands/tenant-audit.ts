import {
  checksJson,
  checksText,
  InputError,
  judgeChecks,
  makeCheckList,
  readYaml,
  silent,
  systemClock,
  type Verdict,
} from '@lockstep/base';
import type { Call, Command } from '../command.ts';
import { OwnWords } from '../own-words.ts';
import { readText } from '../read-text.ts';

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
  options: [],
  run,
};

async function run({ json, signal, terminal, text }: Call): Promise<Verdict> {
  const url = process.env[VARIABLE] ?? '';
  if (url === '') throw new InputError(`${VARIABLE} is not set: it must be the URL of a scratch database`);
  const path = text('FILE');
  const [{ LineCounter, parseDocument }, { auditDatabase, judgeAudit, readWrittenIntent }] = await Promise.all([
    import('yaml'),
    import('@lockstep/tenants'),
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
  if (result.kind === 'refused') throw new InputError(`${VARIABLE}: ${result.why.kind}: ${result.why.detail}`);
  if (result.kind !== 'audited') {
    terminal.tell(`nothing is known: ${'message' in result ? result.message : result.kind}\n`);
    return 'unknown';
  }
  const nowMs = Date.now();
  const list = makeCheckList({
    subject: `tenants of ${intent.tenantTable}`,
    nowMs,
    run: null,
    tool: { name: 'tenant-audit', version: 'cli' },
    ...judgeAudit(result, { intent, files: [] }),
  });
  const judgement = judgeChecks(list, { onUnknown: 'fail', reportOnly: false }, nowMs);
  const answer = json ? checksJson(judgement) : checksText(judgement, terminal.paint);
  terminal.write(answer.endsWith('\n') ? answer : `${answer}\n`);
  return judgement.verdict;
}
