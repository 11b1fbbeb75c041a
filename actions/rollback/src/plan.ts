import { formatDuration, nameSome } from '@lockstep/base';
import type { RollbackTarget } from '@lockstep/github';
import { nameOf as nameOfDeployment, placeName } from '@lockstep/vercel';
import { type ContractRestore, showRestore } from './contract.ts';
import type { Inputs } from './inputs.ts';
import { nameOf, type SchemaPlan } from './schema.ts';
import type { TrafficPlan } from './traffic.ts';

/** Everything that a rollback decided before it changes anything. */
export interface RollbackPlan {
  readonly target: RollbackTarget;
  readonly traffic: Exclude<TrafficPlan, { kind: 'refuse' }>;
  /** Undefined where no database was given. */
  readonly schema: SchemaPlan | undefined;
  /** What contract migrations deleted, and is restored before the traffic moves. */
  readonly restore?: ContractRestore | undefined;
}

/** The plan in Markdown, for the log and the run page. */
export function showPlan(plan: RollbackPlan, values: Inputs, nowMs: number): string {
  const { target } = plan;
  const releases = target.releases.map(({ id, state }) => `${id} (${state})`);
  return [
    `**Roll back to ${targetName(target)}**${target.release === null ? '' : `, release ${target.release}`}.`,
    '',
    `- releases rolled back: ${releases.length === 0 ? 'none' : nameSome(releases, 10)}`,
    `- traffic: ${showTraffic(plan)}`,
    `- schema: ${showSchema(plan.schema, values)}`,
    ...(plan.restore === undefined ? [] : showRestore(plan.restore, nowMs)).map((line) => `- data: ${line}`),
    ...(needsConfirmation(plan) ? [`- to confirm this plan: \`confirm-contract: ${plan.restore?.confirmation}\``] : []),
  ].join('\n');
}

/** Contract migrations are rolled back: a person has confirmed that, or has to. */
function needsConfirmation({ restore }: RollbackPlan): boolean {
  return (restore?.applied.length ?? 0) > 0;
}

/** `dpl_x (abc1234)`. */
export function targetName({ to }: RollbackTarget): string {
  return nameOfDeployment(to.deployment ?? undefined, to.commit ?? undefined);
}

/** Whether there is nothing to roll back: users have the target already. */
export function changesNothing({ restore, target, traffic, schema }: RollbackPlan): boolean {
  if (restore !== undefined) return false;
  const stays = traffic.kind === 'move' && traffic.first.kind === 'nothing' && (schema?.chosen.length ?? 0) === 0;
  return stays && target.releases.length === 0;
}

/** The stage of the rolling release that is aborted, `2 of 3 (50 %)`; `''` where none is, or Vercel does not say. */
export function stageOf({ traffic }: Pick<RollbackPlan, 'traffic'>): string {
  const at = traffic.kind === 'move' && traffic.first.kind === 'abort' ? traffic.first.at : undefined;
  return at === undefined ? '' : placeName(at);
}

function showTraffic(plan: RollbackPlan): string {
  const { traffic } = plan;
  const stage = stageOf(plan);
  if (traffic.kind === 'other-release-live')
    return `stays on ${traffic.live}, which another user or tool released; nothing of ours is live`;
  const { first, swap } = traffic;
  const hosts = nameSome(
    swap.hosts.map(({ host }) => host),
    5,
  );
  switch (first.kind) {
    case 'nothing':
      return `already there (${hosts}); it is read back`;
    case 'rollback':
      return `${hosts}, the production pointer and the cron jobs move away from ${swap.to} in one job`;
    case 'abort':
      return `the rolling release of ${swap.to} is aborted${stage === '' ? '' : ` at stage ${stage}`}: ${hosts} show ${first.to} to all users again`;
    case 'reassign':
      return `${nameSome(
        first.hosts.map(({ host }) => host),
        5,
      )} move away from ${swap.to} one after another`;
    case 'wait':
      return `waits for the ${first.job.type} to ${first.job.to} to end, then moves away from ${swap.to}`;
    case 'conflict':
    case 'no-previous-deployment':
      return 'stays';
  }
}

function showSchema(schema: SchemaPlan | undefined, values: Inputs): string {
  if (schema === undefined)
    return 'stays: without database-url it is not known whether a contract migration was applied since';
  if (schema.chosen.length === 0) return 'these releases applied no migrations';
  const names = nameSome(schema.chosen.map(nameOf), 10);
  if (schema.stays !== undefined) return `stays (${names}): ${schema.stays.because}`;
  const first =
    schema.contracts === 0
      ? ''
      : `; the newest ${schema.contracts} before the traffic, since the older code cannot work with them`;
  return `${names} rolled back after the traffic and ${formatDuration(values['drain-time'])} of draining${first}; on-data-loss: ${values['on-data-loss']}${schema.atRisk === '' ? '' : ` (${schema.atRisk})`}`;
}
