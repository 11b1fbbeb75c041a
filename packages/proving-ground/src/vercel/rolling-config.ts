import { Refusal } from './refusal.ts';
import type { ConfiguredStage, RollingCheck, RollingConfig, RollingGate } from './rolling-state.ts';

type Body = Readonly<Record<string, unknown>>;

export const CONFIG_MEMBERS = [
  ...['enabled', 'target', 'advancementType', 'stages', 'canaryResponseHeader', 'gate', 'disableRolloutAction'],
];

const invalid = (what: string) => new Refusal(400, 'bad_request', `Invalid request: ${what}`);

/** Null where the body turns it off. Throws Refusal 400 as the documents and Vercel's own clients have the rules. */
export function configOf(body: Body): RollingConfig | null {
  const { enabled, target, advancementType, canaryResponseHeader, gate } = body;
  if (typeof enabled !== 'boolean') throw invalid('`enabled` should be boolean.');
  if (!enabled) return null;
  if (target !== undefined && target !== 'production') throw invalid('`target` should be production.');
  if (advancementType !== 'automatic' && advancementType !== 'manual-approval')
    throw invalid('`advancementType` should be automatic or manual-approval.');
  return {
    advancementType,
    stages: stagesOf(body['stages'], advancementType),
    canaryResponseHeader: canaryResponseHeader === true,
    ...(gate === undefined || gate === null ? {} : { gate: gateOf(gate) }),
  };
}

function stagesOf(value: unknown, advancementType: RollingConfig['advancementType']): readonly ConfiguredStage[] {
  if (!Array.isArray(value) || value.length < 2 || value.length > 10)
    throw invalid('`stages` should have between 2 and 10 items.');
  const stages = value.map((stage: Body, index) => stageOf(stage, index === value.length - 1, advancementType));
  const shares = stages.map(({ targetPercentage }) => targetPercentage);
  if (shares.some((share, index) => index > 0 && share <= (shares[index - 1] ?? 0)))
    throw invalid('each of the `stages` should have a larger `targetPercentage` than the one before.');
  if (shares.at(-1) !== 100) throw invalid('the last of the `stages` should have a `targetPercentage` of 100.');
  return stages;
}

function stageOf(stage: Body, isLast: boolean, advancementType: RollingConfig['advancementType']): ConfiguredStage {
  const { targetPercentage, duration, requireApproval, linearShift } = stage;
  const isTimed = advancementType === 'automatic' && requireApproval !== true && !isLast;
  if (!isWhole(targetPercentage, 0, 100)) throw invalid('`targetPercentage` should be between 0 and 100.');
  if (isTimed && !isWhole(duration, 1, 10_000)) throw invalid('`duration` should be between 1 and 10000 minutes.');
  if (!isTimed && duration !== undefined && !isLast) throw invalid('`duration` has no place in a stage by approval.');
  return {
    targetPercentage,
    ...(isWhole(duration, 1, 10_000) ? { duration } : {}),
    ...(typeof requireApproval === 'boolean' ? { requireApproval } : {}),
    ...(typeof linearShift === 'boolean' ? { linearShift } : {}),
  };
}

function gateOf(value: unknown): RollingGate {
  const { enabled, dryRun, action, failureThreshold = 3, windowSize = 5, checks } = value as Body;
  if (typeof enabled !== 'boolean' || typeof dryRun !== 'boolean')
    throw invalid('`gate.enabled` and `gate.dryRun` should be boolean.');
  if (action !== 'pause' && action !== 'rollback') throw invalid('`gate.action` should be pause or rollback.');
  if (!isWhole(windowSize, 1, 100) || !isWhole(failureThreshold, 1, windowSize))
    throw invalid('`gate.failureThreshold` should be between 1 and `gate.windowSize`.');
  if (!Array.isArray(checks) || checks.length === 0) throw invalid('`gate.checks` should have at least one item.');
  return { enabled, dryRun, action, failureThreshold, windowSize, checks: checks.map(checkOf) };
}

function checkOf(value: Body): RollingCheck {
  const { type, minSampleSize = 100, excludePaths = [], excludeStatusCodes = [], ingestWatermarkSeconds = 30 } = value;
  if (type !== 'error-rate-5xx') throw invalid('`gate.checks.type` should be error-rate-5xx.');
  if (!isWhole(minSampleSize, 1, 1_000_000) || !isWhole(ingestWatermarkSeconds, 0, 3_600))
    throw invalid('`gate.checks` should have whole numbers.');
  return {
    type,
    minSampleSize,
    excludePaths: excludePaths as readonly string[],
    excludeStatusCodes: excludeStatusCodes as readonly number[],
    ingestWatermarkSeconds,
  };
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

/** As the API answers it; null where rolling releases are off. */
export function configJson(config: RollingConfig | null): object | null {
  if (config === null) return null;
  const { advancementType, stages, canaryResponseHeader, gate } = config;
  const own = gate === undefined ? {} : { gate };
  return { target: 'production', enabled: true, advancementType, stages, canaryResponseHeader, ...own };
}
