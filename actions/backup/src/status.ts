import { reportChecks } from '@lockstep/action-kit/audit';
import { lookAtBackups, tiersOf } from '@lockstep/action-kit/backup/look-at-backups';
import type { Outcome, Shell } from '@lockstep/action-shell';
import type { KeptTier, PolicyFile, Tier } from '@lockstep/backup';
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
  const written = runbookOf(policy, env.workspace);
  const seen = await lookAtBackups(
    place,
    {
      ...{ to: values.to, everyMs: values.every, runs: values.runs, maxAgeMs: values['max-age'] },
      ...{ maxDrillAgeMs: values['max-drill-age'], lockedForMs: values['locked-for'] },
      tiers: values['require-tiers'] as readonly Tier[],
      keep: keptTiers(values, policy),
      ...{ policy, document: written?.document },
    },
    { now: () => clock.now(), signal },
  );
  const { newest, nowMs, rules } = seen;
  if (rules !== undefined) await log.group('Lifecycle rules for the bucket', async () => log.info(rules));
  const provider = await providerChecks(values, shell);
  const all = [...seen.checks, ...provider.checks];
  const { notVerified } = provider;
  const run = env.runId === 0 ? null : env.runUrl;
  const outcome = reportChecks(
    shell,
    { subject: place.name, nowMs, run, tool: toolOf(), checks: all, notVerified },
    values,
  );
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
  const limits = tiersOf(policy);
  if (given.length > 0 && limits.length > 0)
    throw new InputError(`input "keep": ${values['policy-file']} has retention limits already; remove one of the two`);
  return given.length > 0 ? given : limits;
}
