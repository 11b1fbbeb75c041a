import type {
  Deployment,
  RollingConfig,
  RollingWish,
  Rollout,
  RolloutStage,
  SwapPlan,
  SwapRequest,
  SwapSnapshot,
  VercelProject,
} from '@lockstep/vercel';

/** The time at which the states below are read. */
export const NOW = Date.parse('2026-05-01T12:00:00Z');

export function aDeployment(id: string, more: Partial<Deployment> = {}): Deployment {
  return {
    id,
    url: `${id}.vercel.app`,
    projectId: 'prj_web',
    readyState: 'READY',
    substate: 'STAGED',
    target: 'production',
    commit: `${id.slice(-1).repeat(40)}`,
    inspectorUrl: undefined,
    aliasAssigned: false,
    aliasError: undefined,
    checks: undefined,
    error: undefined,
    blocked: { code: undefined, reason: undefined },
    meta: {},
    ...more,
  };
}

export function aProject(more: Partial<VercelProject> = {}): VercelProject {
  return {
    id: 'prj_web',
    name: 'web',
    rootDirectory: undefined,
    production: 'dpl_a',
    crons: undefined,
    autoAssign: true,
    rolledBack: false,
    job: undefined,
    git: undefined,
    pinsClients: false,
    rollingReleases: false,
    ...more,
  };
}

/** dpl_a is live on shop.example.com and web.vercel.app; dpl_b waits. */
export function aState(more: Partial<SwapSnapshot> = {}): SwapSnapshot {
  return {
    project: aProject(),
    candidate: aDeployment('dpl_b'),
    current: aDeployment('dpl_a'),
    productionDomains: ['shop.example.com', 'web.vercel.app'],
    aliases: rows({ 'shop.example.com': 'dpl_a', 'web.vercel.app': 'dpl_a' }),
    rollout: undefined,
    rolling: { kind: 'off' },
    ...more,
  };
}

export function rows(holders: Readonly<Record<string, string | undefined>>): SwapSnapshot['aliases'] {
  return new Map(
    Object.entries(holders).map(([host, deploymentId]) => [host, { host, uid: `uid-${host}`, deploymentId }]),
  );
}

export function aRequest(more: Partial<SwapRequest> = {}): SwapRequest {
  return {
    strategy: 'promote',
    rolling: undefined,
    aliases: [],
    foreignAliases: [],
    expectCurrent: undefined,
    commitOrder: 'ahead',
    evidence: undefined,
    maxEvidenceAgeMs: undefined,
    skipGitDeploymentCheck: false,
    ...more,
  };
}

/** The plan of `aState` and `aRequest`. */
export function aPlan(more: Partial<SwapPlan> = {}): SwapPlan {
  return {
    strategy: 'promote',
    projectId: 'prj_web',
    projectName: 'web',
    to: 'dpl_b',
    from: 'dpl_a',
    toCommit: 'b'.repeat(40),
    fromCommit: 'a'.repeat(40),
    hosts: [
      { host: 'shop.example.com', from: 'dpl_a', to: 'dpl_b' },
      { host: 'web.vercel.app', from: 'dpl_a', to: 'dpl_b' },
    ],
    crons: undefined,
    autoAssign: true,
    pinsClients: false,
    rolls: false,
    jobBefore: undefined,
    notes: [],
    ...more,
  };
}

/** dpl_b gets 10 %, then 50 %, then everybody; dpl_a is what the others have. */
export function aRollout(more: Partial<Rollout> = {}): Rollout {
  return {
    base: 'dpl_a',
    candidate: 'dpl_b',
    stages: STAGES,
    active: STAGES[0],
    next: STAGES[1],
    paused: false,
    advancesByItself: false,
    queued: undefined,
    ...more,
  };
}

export const STAGES: readonly [RolloutStage, RolloutStage, RolloutStage] = [
  { index: 0, percentage: 10, isFinal: false },
  { index: 1, percentage: 50, isFinal: false },
  { index: 2, percentage: 100, isFinal: true },
];

export function aWish(more: Partial<RollingWish> = {}): RollingWish {
  return { stages: [], stageMs: 300_000, serverGate: 'keep', ...more };
}

/** A stage as Vercel has it in a configuration. */
export interface ConfiguredAs {
  readonly targetPercentage: number;
  readonly duration?: number;
  readonly requireApproval?: boolean;
}

export function aConfig(
  stages: readonly ConfiguredAs[],
  more: { readonly gate?: Readonly<Record<string, unknown>>; readonly canaryResponseHeader?: boolean } = {},
): RollingConfig {
  const { gate } = more;
  return {
    stages: stages.map(({ duration, requireApproval = false, targetPercentage }) => ({
      percentage: targetPercentage,
      minutes: duration,
      needsApproval: requireApproval,
    })),
    gate: gate && {
      enabled: gate['enabled'] === true,
      dryRun: gate['dryRun'] === true,
      action: String(gate['action']),
      raw: gate,
    },
    raw: { target: 'production', stages, ...more },
  };
}
