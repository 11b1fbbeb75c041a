import { chosenBackup, noBackupEnd } from '@lockstep/action-kit/backup/chosen';
import { createEnd } from '@lockstep/action-kit/backup/create-end';
import { drillRefusedEnd } from '@lockstep/action-kit/backup/drill-end';
import { lookAtBackups, tiersOf } from '@lockstep/action-kit/backup/look-at-backups';
import { notConfirmedEnd, tablesEnd, wholeReason, wholeRefusedEnd } from '@lockstep/action-kit/backup/restore-end';
import {
  createBackup,
  drillBackup,
  type Encryption,
  keepDrill,
  listBackups,
  listDrills,
  POLICY_FILE,
  type PolicyFile,
  readDatabaseUrl,
  readPolicyFile,
  recipientProblems,
  renderRunbook,
  restoreTables,
  restoreWhole,
  runCheckCommand,
  type Tier,
  targetName,
  tierFor,
} from '@lockstep/backup';
import { type Check, count, describe, InputError, type NotVerified, readTogether, type Verdict } from '@lockstep/base';
import type { Call } from '../../command.ts';
import { readIfThere, write } from '../../files.ts';
import type { OwnWords } from '../../own-words.ts';
import { hasProgram } from '../../programs.ts';
import { type OwnReasonOf, tellChecks } from '../../tell-checks.ts';
import { type More, type TheEnd, tellEnd } from '../../tell-end.ts';
import { ownVersion } from '../version.ts';
import {
  durationOf,
  identitiesOf,
  listOf,
  numberOf,
  placeOf,
  readFile,
  toolsOf,
  urlFrom,
  wantedOf,
} from './options.ts';

const HOUR_MS = 3_600_000;
const NAME = 'backup';
const MOST_PARALLEL = 32;
const MOST_RUNS = 400;

export const commands = { create, drill, status, restore, runbook };

async function create(call: Call, words: OwnWords): Promise<Verdict> {
  const tools = toolsOf(call);
  const { target, encryption, place, parallel } = await readTogether({
    target: () => readDatabaseUrl(urlFrom('DATABASE_URL')),
    encryption: () => encryptionOf(call),
    place: () => placeOf(call),
    parallel: () => numberOf(call, 'parallel', MOST_PARALLEL),
  });
  const asked = call.text('tier');
  const tier = asked === 'auto' ? tierFor(Date.now(), await listBackups(place, tools)) : (asked as Tier);
  const created = await createBackup({
    target,
    place,
    tier,
    encryption,
    selection: { withoutSchemas: listOf(call, 'exclude-schemas'), withoutRows: listOf(call, 'exclude-rows') },
    parallel,
    lockTimeoutMs: 10_000,
    maxDurationMs: 24 * HOUR_MS,
    pgDumpPath: call.text('pg-dump-path') || undefined,
    files: { mode: 'list', source: undefined, maxDurationMs: 0 },
    release: null,
    tool: { name: NAME, version: ownVersion() },
    ...tools,
  });
  const lines =
    created.kind === 'backed-up' ? created.notContained.map(({ what, why }) => `not contained: ${what}: ${why}\n`) : [];
  return ended(call, words, createEnd(created, place.name), { text: lines.join(''), data: created });
}

/** In words of the command line. */
function ended(call: Call, words: OwnWords, end: TheEnd, more: More = {}): Verdict {
  return tellEnd(call, NAME, { ...end, message: words.text(end.message) }, more);
}

async function encryptionOf(call: Call): Promise<Encryption> {
  const recipients = listOf(call, 'encrypt-to');
  if (recipients.length === 1 && recipients[0] === 'none') {
    if (call.text('to').includes('://')) throw new InputError('--encrypt-to: none is for a directory only');
    return { kind: 'none' };
  }
  const problems = await recipientProblems(recipients);
  if (problems.length > 0) throw new InputError(problems);
  return { kind: 'age', recipients };
}

async function drill(call: Call, words: OwnWords): Promise<Verdict> {
  const tools = toolsOf(call);
  const [after, command] = [call.text('after-restore'), call.text('check-command')];
  // Before minutes of restoring.
  if (command !== '' && !hasProgram('bash'))
    throw new InputError('--check-command: it is run by bash, which is not on the PATH: install it, or leave it out');
  const { scratch, identities, policy, afterRestore, place, parallel, wanted, maxAgeMs, maxRestoreMs } =
    await readTogether({
      scratch: () => readDatabaseUrl(urlFrom('SCRATCH_DATABASE_URL')),
      identities: () => identitiesOf(call),
      policy: () => policyOf(call),
      afterRestore: () => (after === '' ? undefined : readFile(after, '--after-restore')),
      place: () => placeOf(call),
      parallel: () => numberOf(call, 'parallel', MOST_PARALLEL),
      wanted: () => wantedOf(call),
      maxAgeMs: () => durationOf(call, 'max-age'),
      maxRestoreMs: () => durationOf(call, 'max-restore-time'),
    });
  const recovery = policy?.recovery;
  const backup = await chosenBackup(place, wanted, call.signal);
  if (backup === undefined) return ended(call, words, noBackupEnd(wanted, place.name));
  const onOutput = (text: string) => call.terminal.tell(text);
  const check = { command, folder: process.cwd(), withinMs: HOUR_MS, onOutput, ...tools };
  const drilled = await drillBackup({
    place,
    prefix: backup.prefix,
    identities,
    scratch,
    parallel,
    maxAgeMs: Math.min(maxAgeMs ?? Infinity, recovery?.maxDataAgeMs ?? Infinity),
    maxRestoreMs: maxRestoreMs ?? recovery?.maxRestoreMs,
    afterRestore,
    probe: command === '' ? undefined : (target) => runCheckCommand(check, target),
    ...tools,
  });
  if (drilled.kind === 'refused') return ended(call, words, drillRefusedEnd(drilled.why));
  const verdict = judged(call, drilled.backup, inWords(drilled, words));
  const { restoreMs = null, dataAgeMs = null } = drilled;
  const at = new Date().toISOString();
  const record = {
    kind: 'lockstep-drill/1',
    backup: drilled.backup,
    verdict,
    at,
    restoreMs,
    dataAgeMs,
    run: null,
  } as const;
  await keepDrill(place, record, call).catch((error: unknown) =>
    tools.log.warning(
      `the drill could not be recorded next to the backups, so status does not see it: ${describe(error)}`,
    ),
  );
  return verdict;
}

interface Found {
  readonly checks: readonly Check[];
  readonly notVerified?: readonly NotVerified[];
}

function inWords({ checks, notVerified = [] }: Found, words: OwnWords): Found {
  return { checks: words.checks(checks), notVerified: words.gaps(notVerified) };
}

/** Shows what was found, and gives its verdict. */
function judged(call: Call, subject: string, { checks, notVerified = [] }: Found, reasonOf?: OwnReasonOf): Verdict {
  return tellChecks(call, { subject, tool: NAME, checks, notVerified }, reasonOf);
}

async function status(call: Call, words: OwnWords): Promise<Verdict> {
  const { place, maxDrillAgeMs, policy, every, runs, maxAge } = await readTogether({
    place: () => placeOf(call),
    maxDrillAgeMs: () => durationOf(call, 'max-drill-age'),
    policy: () => policyOf(call),
    every: () => durationOf(call, 'every'),
    runs: () => numberOf(call, 'runs', MOST_RUNS),
    maxAge: () => durationOf(call, 'max-age'),
  });
  const runbook = policy?.runbook;
  const seen = await lookAtBackups(
    place,
    {
      ...{ to: call.text('to'), everyMs: every ?? 24 * HOUR_MS, runs, maxAgeMs: maxAge ?? 30 * HOUR_MS, maxDrillAgeMs },
      ...{ tiers: [], lockedForMs: undefined, keep: tiersOf(policy), policy },
      document: runbook === undefined ? undefined : readIfThere(runbook.document, 'name another in the policy file'),
    },
    { now: Date.now, signal: call.signal },
  );
  if (seen.rules !== undefined) call.terminal.tell(`lifecycle rules for the bucket:\n${seen.rules}\n`);
  return judged(call, place.name, inWords(seen, words));
}

/** Writes the document, with the times of the last drill that passed. */
async function runbook(call: Call): Promise<Verdict> {
  const path = call.text('policy-file') || POLICY_FILE;
  const { policy, place } = await readTogether({
    policy: () => readPolicyFile(readFile(path, '--policy-file'), path),
    place: () => placeOf(call),
  });
  const settings = policy.runbook;
  if (settings === undefined)
    throw new InputError(`${path}: no section runbook: write who, where and how often into it`);
  const drills = await listDrills(place, call);
  const drill = drills.find(({ verdict }) => verdict === 'pass');
  const { document } = settings;
  const text = renderRunbook({ runbook: settings, recovery: policy.recovery, drill, policy: path });
  write(document, text);
  const words = drill === undefined ? 'no drill has passed yet' : `times of the drill of ${drill.at.slice(0, 10)}`;
  call.terminal.write(
    call.json ? `${JSON.stringify({ document, drill: drill ?? null })}\n` : `wrote ${document}: ${words}\n`,
  );
  return 'pass';
}

function policyOf(call: Call): PolicyFile | undefined {
  const path = call.text('policy-file');
  return path === '' ? undefined : readPolicyFile(readFile(path, '--policy-file'), path);
}

async function restore(call: Call, words: OwnWords): Promise<Verdict> {
  const tools = toolsOf(call);
  const { target, identities, place, parallel, wanted } = await readTogether({
    target: () => readDatabaseUrl(urlFrom('TARGET_DATABASE_URL')),
    identities: () => identitiesOf(call),
    place: () => placeOf(call),
    parallel: () => numberOf(call, 'parallel', MOST_PARALLEL),
    wanted: () => wantedOf(call),
  });
  const found = await chosenBackup(place, wanted, call.signal);
  if (found === undefined) return ended(call, words, noBackupEnd(wanted, place.name));
  const backup = `${found.tier}/${found.id}`;
  const name = targetName(target);
  if (call.text('confirm-target') !== name) return ended(call, words, notConfirmedEnd(name, backup));
  const options = { place, prefix: found.prefix, identities, target, parallel, ...tools };
  const tables = listOf(call, 'tables');
  if (tables.length > 0) {
    const back = await restoreTables(options, tables);
    const lines =
      back.kind === 'restored' ? back.tables.map(({ name, rows }) => `restored: ${name}: ${count(rows, 'row')}\n`) : [];
    return ended(call, words, tablesEnd(back, backup), { text: lines.join(''), data: back });
  }
  const restored = await restoreWhole(options);
  if (restored.kind !== 'restored') return ended(call, words, wholeRefusedEnd(restored));
  return judged(call, backup, inWords(restored, words), (verdict) => wholeReason(verdict, restored));
}
