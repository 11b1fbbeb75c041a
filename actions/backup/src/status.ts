import { reportChecks } from '@lockstep/action-kit/audit';
import type { Outcome, Shell } from '@lockstep/action-shell';
import {
  type BackupTarget,
  judgeLifecycle,
  judgeRetention,
  judgeRunbook,
  judgeStatus,
  type KeptTier,
  keptFiles,
  type ListedBackup,
  lifecycleRules,
  listBackups,
  listDrills,
  newestOf,
  type PolicyFile,
  readLocks,
  TIERS,
  type Tier,
} from '@lockstep/backup';
import { InputError, readTogether } from '@lockstep/base';
import { type Inputs, keepOf } from './inputs.ts';
import { placeOf } from './place.ts';
import { policyOf, runbookOf } from './policy.ts';
import { providerChecks } from './provider.ts';
import type { Reason } from './reasons.ts';
import { toolOf } from './tool.ts';

/** What the place of backups says, whatever color the runs had that should have made them. */
export async function status(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { clock, env, log, signal } = shell;
  const { policy, place } = await readTogether({
    policy: () => policyOf(values, env.workspace),
    place: () => placeOf(values, shell),
  });
  const tiers = keptTiers(values, policy);
  const written = runbookOf(policy, env.workspace);
  const keep = (await hasFiles(place, signal)) ? [...tiers, ...keptFiles(tiers)] : tiers;
  const listed = await listBackups(place, { signal });
  const maxDrillAgeMs = values['max-drill-age'];
  const lockedForMs = values['locked-for'];
  const looks = maxDrillAgeMs !== undefined || written !== undefined;
  const drills = looks ? await listDrills(place, { signal }) : undefined;
  const held = new Set(policy?.legalHolds.map(({ backup }) => backup));
  const newestId = lockedForMs === undefined ? undefined : newestOf(listed)?.id;
  const backups = await withLocks(place, listed, ({ id }) => id === newestId || held.has(id), signal);
  const asks = lockedForMs !== undefined || keep.length > 0 || held.size > 0;
  const protection = asks ? await place.protection?.({ signal }) : undefined;
  if (keep.length > 0) {
    const prefix = /^s3:\/\/[^/]+\/(.*?)\/?$/.exec(values.to)?.[1] ?? '';
    await log.group('Lifecycle rules for the bucket', async () =>
      log.info(JSON.stringify(lifecycleRules(prefix, keep), null, 2)),
    );
  }
  const provider = await providerChecks(values, shell);
  const nowMs = clock.now();
  const checks = judgeStatus(
    { place: place.name, backups, drills, protection, nowMs },
    {
      everyMs: values.every,
      runs: values.runs,
      maxAgeMs: values['max-age'],
      maxDrillAgeMs,
      tiers: values['require-tiers'] as readonly Tier[],
      lockedForMs,
    },
  );
  const retention =
    policy === undefined ? [] : judgeRetention({ place: place.name, backups, protection, nowMs }, policy);
  const runbook =
    written === undefined || policy === undefined
      ? []
      : judgeRunbook({
          ...{ ...written, recovery: policy.recovery, place: values.to, everyMs: values.every },
          ...{ drills: drills ?? [], nowMs },
        });
  const store = judgeLifecycle(place.name, keep, protection);
  const all = [...checks, ...store, ...retention, ...runbook, ...provider.checks];
  const { notVerified } = provider;
  const run = env.runId === 0 ? null : env.runUrl;
  const outcome = reportChecks(
    shell,
    { subject: place.name, nowMs, run, tool: toolOf(), checks: all, notVerified },
    values,
  );
  const newest = newestOf(backups);
  const own =
    newest === undefined
      ? {}
      : {
          'backup-id': newest.id,
          tier: newest.tier,
          'data-age-seconds': Math.round((nowMs - newest.takenAtMs) / 1_000),
        };
  return { ...outcome, outputs: { ...outcome.outputs, ...own } };
}

/** For how long the store should keep each tier: of the input, or of the policy file. */
function keptTiers(values: Inputs, policy: PolicyFile | undefined): readonly KeptTier[] {
  const given = values.keep.flatMap((line) => keepOf(line) ?? []);
  const limits = TIERS.flatMap((name): KeptTier[] => {
    const ms = policy?.retention[name];
    return ms === undefined ? [] : [{ name, days: ms / DAY_MS }];
  });
  if (given.length > 0 && limits.length > 0)
    throw new InputError(`input "keep": ${values['policy-file']} has retention limits already; remove one of the two`);
  return given.length > 0 ? given : limits;
}

const DAY_MS = 86_400_000;

/** The locks of those whose locks are judged: each costs a request for each of its objects. */
function withLocks(
  place: BackupTarget,
  backups: readonly ListedBackup[],
  isJudged: (backup: ListedBackup) => boolean,
  signal: AbortSignal,
): Promise<readonly ListedBackup[]> {
  return Promise.all(backups.map((one) => (isJudged(one) ? readLocks(place, one, { signal }) : one)));
}

/** Whether files of Storage are kept next to the backups. */
async function hasFiles(place: BackupTarget, signal: AbortSignal): Promise<boolean> {
  for await (const _object of place.list('files/', { signal })) return true;
  return false;
}
