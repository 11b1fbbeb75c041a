import { formatDuration } from '@lockstep/base';
import type { ConfiguredStage, RollingConfig, ServerGate } from './rolling-config.ts';

/** A stage of a rolling release: whom the candidate is given to, and how long they are watched. */
export interface PlannedStage {
  readonly percentage: number;
  readonly watchMs: number;
}

/** What Vercel's own gate is to do once too many requests of the candidate fail; `keep` leaves it as it is. */
export const SERVER_GATES = ['rollback', 'pause', 'keep'] as const;
export type ServerGateWish = (typeof SERVER_GATES)[number];

export interface RollingWish {
  /** Empty for those that the project is configured with. */
  readonly stages: readonly PlannedStage[];
  /** How long a stage is watched that has no time of its own. */
  readonly stageMs: number;
  readonly serverGate: ServerGateWish;
}

export interface ConfigPlan {
  /** All but the last, which is everybody. */
  readonly stages: readonly PlannedStage[];
  /** What to write before the start; undefined where everything is configured already. */
  readonly write: object | undefined;
  /** The same without Vercel's own gate, where only the stages have to be written. */
  readonly writeStages: object | undefined;
  /** What Vercel's own gate has to be afterwards; undefined where that is left to the project. */
  readonly gate: Exclude<ServerGateWish, 'keep'> | undefined;
}

export type PlannedConfig =
  | { readonly kind: 'plan'; readonly plan: ConfigPlan }
  /** It would go on without waiting for a gate of ours. */
  | { readonly kind: 'advances-by-itself'; readonly percentage: number }
  /** Everybody gets the candidate at once. */
  | { readonly kind: 'no-stages' };

/** Vercel's own defaults, said out loud. */
const CHECK = { type: 'error-rate-5xx', minSampleSize: 100, excludePaths: [], excludeStatusCodes: [] };
const GATE = { failureThreshold: 3, windowSize: 5 };
const MINUTE_MS = 60_000;

/** Decides what a rolling release begins with. Pure. */
export function planConfig(config: RollingConfig, wish: RollingWish): PlannedConfig {
  const stages = wish.stages.length > 0 ? wish.stages : stagesOf(config, wish.stageMs);
  if (stages.length === 0) return { kind: 'no-stages' };
  const same = agrees(config, stages);
  const automatic = config.stages.find((stage) => stage.percentage < 100 && advances(stage));
  if (wish.stages.length === 0 && automatic !== undefined)
    return { kind: 'advances-by-itself', percentage: automatic.percentage };
  const gate = wish.serverGate === 'keep' ? undefined : wish.serverGate;
  const needsGate = gate !== undefined && !gateIs(config.gate, gate);
  const body = { enabled: true, advancementType: 'manual-approval', ...kept(config), stages: bodyOf(stages) };
  return {
    kind: 'plan',
    plan: {
      stages,
      write: needsGate ? { ...body, gate: gateBody(config.gate, gate) } : same ? undefined : body,
      writeStages: same ? undefined : body,
      gate,
    },
  };
}

/** Whether the configuration has these stages, each of which waits for its approval. */
export function agrees(config: RollingConfig, stages: readonly PlannedStage[]): boolean {
  const configured = config.stages.filter(({ percentage }) => percentage < 100);
  return (
    configured.length === stages.length &&
    configured.every((stage, index) => stage.percentage === stages[index]?.percentage && !advances(stage))
  );
}

/** Whether Vercel's own gate is there, and acts as asked. */
export function gateIs(gate: ServerGate | undefined, action: string): boolean {
  return gate?.enabled === true && !gate.dryRun && gate.action === action && checksOf(gate).length > 0;
}

/** A stage with a time, which needs no approval, ends by itself. */
function advances({ minutes, needsApproval }: ConfiguredStage): boolean {
  return minutes !== undefined && minutes > 0 && !needsApproval;
}

function stagesOf({ stages }: RollingConfig, stageMs: number): PlannedStage[] {
  return stages
    .filter(({ percentage }) => percentage < 100)
    .map(({ minutes, percentage }) => ({
      percentage,
      watchMs: minutes === undefined || minutes <= 0 ? stageMs : minutes * MINUTE_MS,
    }));
}

/** What a change is not about stays as it is. */
function kept({ raw }: RollingConfig): object {
  const { canaryResponseHeader, gate } = raw;
  return {
    ...(canaryResponseHeader === undefined ? {} : { canaryResponseHeader }),
    ...(gate === undefined ? {} : { gate }),
  };
}

/** A stage by approval has no time of its own. */
function bodyOf(stages: readonly PlannedStage[]): object[] {
  return [
    ...stages.map(({ percentage }) => ({ targetPercentage: percentage, requireApproval: true })),
    { targetPercentage: 100 },
  ];
}

function gateBody(gate: ServerGate | undefined, action: string): object {
  const checks = gate === undefined ? [] : checksOf(gate);
  return { ...GATE, ...gate?.raw, enabled: true, dryRun: false, action, checks: checks.length > 0 ? checks : [CHECK] };
}

function checksOf({ raw }: ServerGate): readonly unknown[] {
  const { checks } = raw;
  return Array.isArray(checks) ? checks : [];
}

/** `10 % for 5m, 50 % for 5m, then all`. */
export function showStages({ stages }: Pick<ConfigPlan, 'stages'>): string {
  const shown = stages.map(({ percentage, watchMs }) => `${percentage} % for ${formatDuration(watchMs)}`);
  return [...shown, 'then all users'].join(', ');
}
