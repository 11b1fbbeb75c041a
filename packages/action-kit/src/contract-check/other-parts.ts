import { InputError } from '@lockstep/base';
import {
  checkData,
  checkLedgers,
  checkRequirements,
  checkRowSecurity,
  checkWebhook,
  createClient,
  readDataRules,
  repositoryFiles,
  repositoryPath,
} from '@lockstep/contract';
import { checkEdgeFunctions } from '../functions.ts';
import { readYamlInput } from '../yaml-input.ts';
import { type Findings, NOTHING, together } from './findings.ts';
import type { Host } from './host.ts';
import { type Inputs, requirementsOf, webhooksOf } from './inputs.ts';
import { ledgerOf } from './ledger.ts';

/** Versions that have to be live, webhooks, rules of data, row-level security, and Edge Functions: each where the caller asked for it. */
export async function checkOthers(values: Inputs, shell: Host): Promise<Findings> {
  // A file that cannot be read is known before anything is asked.
  const rules = await rulesOf(values, shell);
  if (values['dry-run']) return NOTHING;
  const { clock, log, signal } = shell;
  const send = createClient({ timeoutMs: values['request-timeout'], clock, signal, always: {}, fetch });
  const parts: Findings[] = [];
  const healthUrl = values['health-url'];
  const { requirements } = requirementsOf(values);
  if (requirements.length > 0) {
    const { contact } = values;
    parts.push({ checks: await checkRequirements(requirements, { healthUrl, send, contact }), notVerified: [] });
    parts.push(await checkLedgers(requirements, ledgerOf(values, shell)));
  }
  const secret = values['webhook-secret'];
  for (const webhook of webhooksOf(values).webhooks)
    parts.push(await checkWebhook(webhook, { send, nowMs: clock.now, secret, disposable: values.disposable }));
  const database = values['database-url'];
  if (rules.length > 0) {
    const tools = { log, signal, timeoutMs: values['data-timeout'] };
    parts.push({ checks: await checkData(database.reveal(), rules, tools), notVerified: [] });
  }
  if (values['row-security'].length > 0)
    parts.push(await checkRowSecurity(database.reveal(), values['row-security'], { log, signal }));
  parts.push(await checkEdgeFunctions(values, shell));
  return together(parts);
}

async function rulesOf(values: Inputs, { env }: Host) {
  if (values['data-checks'] === '') return [];
  const path = repositoryPath(env.workspace, values['data-checks']);
  const { value, problems } = readYamlInput(await repositoryFiles(env.workspace).read(path), path);
  const read = problems.length > 0 ? { rules: [], problems } : readDataRules(value, path);
  if (read.problems.length > 0) throw new InputError(read.problems);
  return read.rules;
}
