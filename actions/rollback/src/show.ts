import { formatDuration, nameSome } from '@lockstep/base';
import { nameOf as nameOfDeployment } from '@lockstep/vercel';
import type { Inputs } from './inputs.ts';
import { nameOf, type SchemaPlan } from './schema.ts';
import type { WayBack } from './target.ts';
import type { TrafficPlan } from './traffic.ts';

/** Everything that a rollback decided before it changes anything. */
export interface RollbackPlan {
  readonly back: WayBack;
  readonly traffic: Exclude<TrafficPlan, { kind: 'refuse' }>;
  /** Undefined where nobody gave a database to look at. */
  readonly schema: SchemaPlan | undefined;
}

/** The plan in Markdown, for the log and the summary. */
export function showPlan(plan: RollbackPlan, values: Inputs): string {
  const { back } = plan;
  const releases = back.takesBack.map(({ id, state }) => `${id} (${state})`);
  return [
    `**Go back to ${nameOfDeployment(back.to.deployment ?? undefined, back.to.commit ?? undefined)}**${back.release === null ? '' : `, release ${back.release}`}.`,
    '',
    `- releases taken back: ${releases.length === 0 ? 'none' : nameSome(releases, 10)}`,
    `- traffic: ${trafficWords(plan)}`,
    `- schema: ${schemaWords(plan.schema, values)}`,
  ].join('\n');
}

function trafficWords({ traffic }: RollbackPlan): string {
  if (traffic.kind === 'left-to-others')
    return `stays on ${traffic.live}, which somebody else released; nothing of ours is live`;
  const { first, swap } = traffic;
  const hosts = nameSome(
    swap.hosts.map(({ host }) => host),
    5,
  );
  switch (first.kind) {
    case 'nothing':
      return `is there already (${hosts}); it is read back`;
    case 'rollback':
      return `${hosts}, the production pointer and the cron jobs leave ${swap.to} in one job`;
    case 'reassign':
      return `${nameSome(
        first.hosts.map(({ host }) => host),
        5,
      )} leave ${swap.to} one by one`;
    case 'wait':
      return `waits for the end of the ${first.job.type} to ${first.job.to}, then leaves ${swap.to}`;
    case 'conflict':
    case 'no-previous-deployment':
      return 'stays';
  }
}

function schemaWords(schema: SchemaPlan | undefined, values: Inputs): string {
  if (schema === undefined)
    return 'stays: no database-url, so nobody looked whether a contract migration was applied since';
  if (schema.chosen.length === 0) return 'these releases changed nothing';
  const names = nameSome(schema.chosen.map(nameOf), 10);
  if (schema.stays !== undefined) return `stays (${names}): ${schema.stays.because}`;
  const first =
    schema.contracts === 0
      ? ''
      : `; the newest ${schema.contracts} before the traffic, as the old code needs them undone`;
  return `${names} go down after the traffic and ${formatDuration(values['drain-time'])} of draining${first}; data loss: ${values['on-data-loss']}`;
}
