import { reportChecks } from '@lockstep/action-kit/audit';
import type { Outcome, Shell } from '@lockstep/action-shell';
import {
  judgeLifecycle,
  judgeStatus,
  lifecycleRules,
  listBackups,
  listDrills,
  newestOf,
  type Tier,
} from '@lockstep/backup';
import { type Inputs, keepOf } from './inputs.ts';
import { placeOf } from './place.ts';
import { providerChecks } from './provider.ts';
import type { Reason } from './reasons.ts';
import { toolOf } from './tool.ts';

/** What the place of backups says, whatever colour the runs had that should have made them. */
export async function status(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { clock, env, log, signal } = shell;
  const place = await placeOf(values, shell);
  const backups = await listBackups(place, { signal });
  const maxDrillAgeMs = values['max-drill-age'];
  const lockedForMs = values['locked-for'];
  const drills = maxDrillAgeMs === undefined ? undefined : await listDrills(place, { signal });
  const keep = values.keep.flatMap((line) => keepOf(line) ?? []);
  const asks = lockedForMs !== undefined || keep.length > 0;
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
  const all = [...checks, ...judgeLifecycle(place.name, keep, protection), ...provider.checks];
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
