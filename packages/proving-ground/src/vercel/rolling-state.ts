/** How a project rolls out: a template, cloned by each rolling release. By the API's own names. */
export interface RollingConfig {
  readonly advancementType: 'automatic' | 'manual-approval';
  readonly stages: readonly ConfiguredStage[];
  /** Whether answers of the canary say so in a header. */
  readonly canaryResponseHeader: boolean;
  readonly gate?: RollingGate;
}

export interface ConfiguredStage {
  readonly targetPercentage: number;
  /** In minutes, while the rolling release counts seconds. */
  readonly duration?: number;
  readonly requireApproval?: boolean;
  readonly linearShift?: boolean;
}

/** The platform's own gate on errors of the canary. */
export interface RollingGate {
  readonly enabled: boolean;
  readonly dryRun: boolean;
  readonly action: 'pause' | 'rollback';
  readonly failureThreshold: number;
  readonly windowSize: number;
  readonly checks: readonly RollingCheck[];
}

export interface RollingCheck {
  readonly type: 'error-rate-5xx';
  readonly minSampleSize: number;
  readonly excludePaths: readonly string[];
  readonly excludeStatusCodes: readonly number[];
  readonly ingestWatermarkSeconds: number;
}

export interface RollingStage {
  readonly targetPercentage: number;
  readonly requireApproval: boolean;
  /** In seconds; null where it takes an approval, and of the last stage. */
  readonly duration: number | null;
  readonly linearShift: boolean;
}

export interface RollingRelease {
  readonly state: 'ACTIVE' | 'COMPLETE' | 'ABORTED';
  readonly substate: 'PAUSED' | null;
  /** While it is paused: where it stands still. */
  readonly pausedAt?: number;
  readonly advancementType: RollingConfig['advancementType'];
  /** What was live, and what is to be: the base and the canary. */
  readonly currentDeploymentId: string;
  readonly canaryDeploymentId: string;
  readonly queuedDeploymentId: string | null;
  readonly stages: readonly RollingStage[];
  readonly activeStage: number;
  readonly canaryResponseHeader: boolean;
  readonly gate?: RollingGate;
  /** On the rollout's clock: when the active stage began. */
  readonly stageBeganAt: number;
  /** On the rollout's clock: since when its gate looks, and what it found so far. */
  readonly gateFrom: number;
  readonly evaluations: readonly ('passed' | 'failed' | 'inconclusive')[];
  /** As long as the switch is on its way to the edge, that answers by the share before it. */
  readonly switchedAt: number;
  readonly percentageBefore: number;
  readonly startedAt: number;
  readonly updatedAt: number;
}

/** Stages by approval at these shares, and then everything. */
export function byApproval(...percentages: readonly number[]): RollingConfig {
  const stages = [...percentages, 100].map((targetPercentage) => ({ targetPercentage }));
  return { advancementType: 'manual-approval', stages, canaryResponseHeader: false };
}

/** Stages that go on by themselves: share and minutes of each, and then everything. */
export function byTime(...stages: readonly (readonly [percentage: number, minutes: number])[]): RollingConfig {
  const timed = stages.map(([targetPercentage, duration]) => ({ targetPercentage, duration }));
  return {
    advancementType: 'automatic',
    stages: [...timed, { targetPercentage: 100 }],
    canaryResponseHeader: false,
  };
}

/** The share of the canary now, on the rollout's clock: a linear stage comes to its share over its duration. */
export function canaryPercentage(release: RollingRelease, now: number): number {
  if (release.pausedAt !== undefined) return release.pausedAt;
  const { stages, activeStage, stageBeganAt } = release;
  const stage = stages[activeStage];
  if (stage === undefined) return 0;
  if (!stage.linearShift || stage.duration === null) return stage.targetPercentage;
  const from = stages[activeStage - 1]?.targetPercentage ?? 0;
  const done = Math.min(1, Math.max(0, (now - stageBeganAt) / (stage.duration * 1_000)));
  return from + (stage.targetPercentage - from) * done;
}

export function isLastStage({ stages, activeStage }: RollingRelease): boolean {
  return activeStage === stages.length - 1;
}
