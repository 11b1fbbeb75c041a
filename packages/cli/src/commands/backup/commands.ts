import {
  type BackupTarget,
  type Created,
  createBackup,
  drillBackup,
  type Encryption,
  judgeRetention,
  judgeRunbook,
  judgeStatus,
  keepDrill,
  type ListedBackup,
  listBackups,
  listDrills,
  newestOf,
  POLICY_FILE,
  type PolicyFile,
  readDatabaseUrl,
  readLocks,
  readPolicyFile,
  recipientProblems,
  renderRunbook,
  restoreTables,
  restoreWhole,
  runCheckCommand,
  type ScratchRefusal,
  type Tier,
  targetName,
  tierFor,
} from '@lockstep/backup';
import {
  type Check,
  checksJson,
  checksText,
  count,
  InputError,
  judgeChecks,
  makeCheckList,
  type NotVerified,
  readTogether,
  type Verdict,
} from '@lockstep/base';
import type { Call } from '../../command.ts';
import { readIfThere, write } from '../../files.ts';
import type { OwnWords } from '../../own-words.ts';
import { hasProgram } from '../../programs.ts';
import { durationOf, identitiesOf, listOf, numberOf, placeOf, readFile, toolsOf, urlFrom } from './options.ts';

const HOUR_MS = 3_600_000;
const TOOL = { name: 'backup', version: 'cli' };

export const commands = { create, drill, status, restore, runbook };

async function create(call: Call): Promise<Verdict> {
  const tools = toolsOf(call);
  const { target, encryption, place, parallel } = await readTogether({
    target: () => readDatabaseUrl(urlFrom('DATABASE_URL')),
    encryption: () => encryptionOf(call),
    place: () => placeOf(call),
    parallel: () => numberOf(call, 'parallel'),
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
    tool: TOOL,
    ...tools,
  });
  return told(call, created);
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

function told({ json, terminal }: Call, created: Created): Verdict {
  if (json) terminal.write(`${JSON.stringify(created, null, 2)}\n`);
  else terminal.write(`${wordsOf(created)}\n`);
  if (created.kind === 'backed-up') return 'pass';
  return created.kind === 'gave-way' || created.kind === 'lock-timeout' || created.kind === 'id-taken'
    ? 'unknown'
    : 'fail';
}

function wordsOf(created: Created): string {
  switch (created.kind) {
    case 'backed-up': {
      const { tier, id, totals } = created.manifest;
      const lines = created.notContained.map(({ what, why }) => `not contained: ${what}: ${why}`);
      return [
        `backed up: ${tier}/${id}: ${count(totals.tables, 'table')}, ${count(totals.rows, 'row')}`,
        ...lines,
      ].join('\n');
    }
    case 'rows-hidden':
      return `no backup: row-level security hides rows of ${created.tables.join(', ')} from this role`;
    case 'not-readable':
      return `no backup: this role may not read ${created.tables.join(', ')}`;
    case 'large-objects':
      return `no backup: ${count(created.count, 'large object')} would not be contained`;
    case 'nothing-to-back-up':
      return 'no backup: the database has no table of its own';
    case 'lock-timeout':
    case 'gave-way':
      return `no backup: ${created.why}`;
    case 'id-taken':
      return `no backup: ${created.id} is stored already`;
  }
}

/** The backup that was asked for. Throws InputError where there is none. */
async function chosen(call: Call, place: BackupTarget): Promise<ListedBackup> {
  const wanted = call.text('backup');
  const backups = await listBackups(place, call);
  const isIt = ({ isWhole, id, tier }: ListedBackup) => isWhole && (wanted === id || wanted === `${tier}/${id}`);
  const found = wanted === 'latest' ? newestOf(backups) : backups.find(isIt);
  if (found === undefined) throw new InputError(`--backup: no finished backup ${wanted} in ${place.name}`);
  return found;
}

const REFUSED: Readonly<Record<ScratchRefusal, string>> = {
  'is-the-source': 'it is the server that was backed up; use another one for drills',
  'source-unknown':
    'whether it is the server that was backed up is not known; let both roles call pg_control_system(), and make another backup',
  'not-empty': 'its database has tables of its own; use a server that is only for drills',
};

async function drill(call: Call, words: OwnWords): Promise<Verdict> {
  const tools = toolsOf(call);
  const [after, command] = [call.text('after-restore'), call.text('check-command')];
  // Before minutes of restoring.
  if (command !== '' && !hasProgram('bash'))
    throw new InputError('--check-command: it is run by bash, which is not on the PATH: install it, or leave it out');
  const { scratch, identities, policy, afterRestore, place, parallel, maxAgeMs, maxRestoreMs } = await readTogether({
    scratch: () => readDatabaseUrl(urlFrom('SCRATCH_DATABASE_URL')),
    identities: () => identitiesOf(call),
    policy: () => policyOf(call),
    afterRestore: () => (after === '' ? undefined : readFile(after, '--after-restore')),
    place: () => placeOf(call),
    parallel: () => numberOf(call, 'parallel'),
    maxAgeMs: () => durationOf(call, 'max-age'),
    maxRestoreMs: () => durationOf(call, 'max-restore-time'),
  });
  const recovery = policy?.recovery;
  const { prefix } = await chosen(call, place);
  const onOutput = (text: string) => call.terminal.tell(text);
  const check = { command, folder: process.cwd(), withinMs: HOUR_MS, onOutput, ...tools };
  const drilled = await drillBackup({
    place,
    prefix,
    identities,
    scratch,
    parallel,
    maxAgeMs: Math.min(maxAgeMs ?? Infinity, recovery?.maxDataAgeMs ?? Infinity),
    maxRestoreMs: maxRestoreMs ?? recovery?.maxRestoreMs,
    afterRestore,
    probe: command === '' ? undefined : (target) => runCheckCommand(check, target),
    ...tools,
  });
  if (drilled.kind === 'refused')
    throw new InputError(`SCRATCH_DATABASE_URL: nothing was restored: ${REFUSED[drilled.why]}`);
  const verdict = judged(call, drilled.backup, inWords(drilled, words));
  const { backup, restoreMs = null, dataAgeMs = null } = drilled;
  const at = new Date().toISOString();
  await keepDrill(place, { kind: 'lockstep-drill/1', backup, verdict, at, restoreMs, dataAgeMs, run: null }, call);
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
function judged({ json, terminal }: Call, subject: string, { checks, notVerified = [] }: Found): Verdict {
  const nowMs = Date.now();
  const list = makeCheckList({ subject, nowMs, run: null, tool: TOOL, checks, notVerified });
  const judgement = judgeChecks(list, { onUnknown: 'fail', reportOnly: false }, nowMs);
  const text = json ? checksJson(judgement) : checksText(judgement, terminal.paint);
  terminal.write(text.endsWith('\n') ? text : `${text}\n`);
  return judgement.verdict;
}

async function status(call: Call, words: OwnWords): Promise<Verdict> {
  const { place, maxDrillAgeMs, policy, every, runs, maxAge } = await readTogether({
    place: () => placeOf(call),
    maxDrillAgeMs: () => durationOf(call, 'max-drill-age'),
    policy: () => policyOf(call),
    every: () => durationOf(call, 'every'),
    runs: () => numberOf(call, 'runs'),
    maxAge: () => durationOf(call, 'max-age'),
  });
  const runbook = policy?.runbook;
  const looks = maxDrillAgeMs !== undefined || runbook !== undefined;
  const drills = looks ? await listDrills(place, call) : undefined;
  const everyMs = every ?? 24 * HOUR_MS;
  const held = new Set(policy?.legalHolds.map(({ backup }) => backup));
  const listed = await listBackups(place, call);
  const backups = await Promise.all(listed.map((one) => (held.has(one.id) ? readLocks(place, one, call) : one)));
  const nowMs = Date.now();
  const protection = held.size === 0 ? undefined : await place.protection?.(call);
  const checks = judgeStatus(
    { place: place.name, backups, drills, protection, nowMs },
    {
      everyMs,
      runs,
      maxAgeMs: maxAge ?? 30 * HOUR_MS,
      maxDrillAgeMs,
      tiers: [],
      lockedForMs: undefined,
    },
  );
  const more = policy === undefined ? [] : judgeRetention({ place: place.name, backups, protection, nowMs }, policy);
  const { recovery } = policy ?? {};
  const drift =
    runbook === undefined || recovery === undefined
      ? []
      : judgeRunbook({
          ...{
            runbook,
            recovery,
            document: readIfThere(runbook.document, 'name another in the policy file'),
            place: call.text('to'),
            everyMs,
          },
          ...{ drills: drills ?? [], nowMs },
        });
  return judged(call, place.name, inWords({ checks: [...checks, ...more, ...drift] }, words));
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
  const { target, identities, place, parallel } = await readTogether({
    target: () => readDatabaseUrl(urlFrom('TARGET_DATABASE_URL')),
    identities: () => identitiesOf(call),
    place: () => placeOf(call),
    parallel: () => numberOf(call, 'parallel'),
  });
  const { prefix } = await chosen(call, place);
  const name = targetName(target);
  if (call.text('confirm-target') !== name)
    throw new InputError(`--confirm-target: type ${name} to restore ${prefix} into it`);
  const options = { place, prefix, identities, target, parallel, ...tools };
  const tables = listOf(call, 'tables');
  if (tables.length > 0) {
    const back = await restoreTables(options, tables);
    if (back.kind === 'broken') return judged(call, prefix, inWords({ checks: [back.check] }, words));
    if (back.kind !== 'restored') {
      const why = back.kind === 'not-empty' ? 'the target has rows in' : 'the backup does not have';
      throw new InputError(`--tables: nothing was restored: ${why} ${back.tables.join(', ')}`);
    }
    const lines = back.tables.map((table) => `restored: ${table.name}: ${count(table.rows, 'row')}\n`);
    call.terminal.write(call.json ? `${JSON.stringify(back, null, 2)}\n` : lines.join(''));
    return 'pass';
  }
  const restored = await restoreWhole(options);
  if (restored.kind === 'not-empty')
    throw new InputError('TARGET_DATABASE_URL: the database is not empty: nothing was restored');
  if (restored.kind === 'project-differs')
    throw new InputError(`TARGET_DATABASE_URL: nothing was restored: ${restored.differences.join('; ')}`);
  return judged(call, prefix, inWords(restored, words));
}
