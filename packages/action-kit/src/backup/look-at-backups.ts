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
import type { Check } from '@lockstep/base';

/** What backups in a place have to be like. */
export interface BackupLooks {
  /** The place, as the caller names it. */
  readonly to: string;
  readonly everyMs: number;
  readonly runs: number;
  readonly maxAgeMs: number;
  readonly maxDrillAgeMs: number | undefined;
  readonly tiers: readonly Tier[];
  readonly lockedForMs: number | undefined;
  /** For how long the store should keep each tier, and files next to the backups, where something says so. */
  readonly keep: readonly KeptTier[];
  readonly policy: PolicyFile | undefined;
  /** Text of the document that the policy names as its runbook; undefined where it is not there. */
  readonly document: string | undefined;
}

export interface SeenBackups {
  readonly checks: readonly Check[];
  readonly newest: ListedBackup | undefined;
  /** For the bucket, with those of the files of Storage where there are any; undefined where none are asked for. */
  readonly rules: string | undefined;
  readonly nowMs: number;
}

/** For how long a policy file has the store keep each tier. */
export function tiersOf(policy: PolicyFile | undefined): readonly KeptTier[] {
  return TIERS.flatMap((name): KeptTier[] => {
    const ms = policy?.retention[name];
    return ms === undefined ? [] : [{ name, days: ms / DAY_MS }];
  });
}

const DAY_MS = 86_400_000;

/** What a place of backups says, whatever color the runs had that should have made them. */
export async function lookAtBackups(
  place: BackupTarget,
  looks: BackupLooks,
  { now, signal }: { readonly now: () => number; readonly signal: AbortSignal },
): Promise<SeenBackups> {
  const { everyMs, lockedForMs, maxAgeMs, maxDrillAgeMs, policy, runs, tiers } = looks;
  const keep = (await hasFiles(place, signal)) ? [...looks.keep, ...keptFiles(looks.keep)] : looks.keep;
  const listed = await listBackups(place, { signal });
  const asksDrills = maxDrillAgeMs !== undefined || policy?.runbook !== undefined;
  const drills = asksDrills ? await listDrills(place, { signal }) : undefined;
  const held = new Set(policy?.legalHolds.map(({ backup }) => backup));
  const newestId = lockedForMs === undefined ? undefined : newestOf(listed)?.id;
  const backups = await withLocks(place, listed, ({ id }) => id === newestId || held.has(id), signal);
  const asks = lockedForMs !== undefined || keep.length > 0 || held.size > 0;
  const protection = asks ? await place.protection?.({ signal }) : undefined;
  const nowMs = now();
  const facts = { place: place.name, backups, protection, nowMs };
  const checks = [
    ...judgeStatus({ ...facts, drills }, { everyMs, runs, maxAgeMs, maxDrillAgeMs, tiers, lockedForMs }),
    ...judgeLifecycle(place.name, keep, protection),
    ...(policy === undefined ? [] : judgeRetention(facts, policy)),
    ...runbookChecks(looks, drills ?? [], nowMs),
  ];
  return { checks, newest: newestOf(backups), rules: rulesFor(looks.to, keep), nowMs };
}

/** The lifecycle rules that a bucket should have, as it is given them. */
function rulesFor(to: string, keep: readonly KeptTier[]): string | undefined {
  const prefix = /^s3:\/\/[^/]+(?:\/(.*?)\/?)?$/.exec(to);
  if (keep.length === 0 || prefix === null) return undefined;
  return JSON.stringify(lifecycleRules(prefix[1] ?? '', keep), null, 2);
}

type Drills = Awaited<ReturnType<typeof listDrills>>;

function runbookChecks(
  { document, everyMs, policy, to }: BackupLooks,
  drills: Drills,
  nowMs: number,
): readonly Check[] {
  const runbook = policy?.runbook;
  if (policy === undefined || runbook === undefined) return [];
  return judgeRunbook({ runbook, recovery: policy.recovery, document, place: to, everyMs, drills, nowMs });
}

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
