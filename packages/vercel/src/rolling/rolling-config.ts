import { at, describe, numberAt, type RemoteError } from '@lockstep/base';
import { listAt } from '../answer.ts';
import type { VercelApi } from '../client.ts';
import { hasNone, pathOf } from './rollout.ts';

/** A stage as a project's configuration has it. */
export interface ConfiguredStage {
  readonly percentage: number;
  /** In minutes, as only the configuration counts; undefined where it has no time. */
  readonly minutes: number | undefined;
  readonly needsApproval: boolean;
}

/** Vercel's own gate: it counts the 5xx of the candidate's real requests, also where no runner is left. */
export interface ServerGate {
  readonly enabled: boolean;
  /** Whether it only reports. */
  readonly dryRun: boolean;
  readonly action: string;
  /** As it came, for a change that keeps the rest of it. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** What new rolling releases of a project begin with. One that is under way has its own copy. */
export interface RollingConfig {
  readonly stages: readonly ConfiguredStage[];
  readonly gate: ServerGate | undefined;
  /** As it came. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** `off`: the project has none switched on. `not-available`: its plan, or the token, has none. */
export type RollingSettings =
  | { readonly kind: 'on'; readonly config: RollingConfig }
  | { readonly kind: 'off' }
  | { readonly kind: 'not-available'; readonly error: RemoteError };

/** Throws RemoteError where Vercel could not be asked. */
export async function readRollingConfig(api: VercelApi, projectId: string): Promise<RollingSettings> {
  try {
    const found = at(await api.read(`${pathOf(projectId)}/config`), 'rollingRelease');
    // A configuration that is switched off may be kept.
    if (!isObject(found) || found['enabled'] === false) return { kind: 'off' };
    return { kind: 'on', config: configOf(found) };
  } catch (error) {
    if (hasNone(error)) return { kind: 'not-available', error };
    throw error;
  }
}

function configOf(raw: Readonly<Record<string, unknown>>): RollingConfig {
  const stages = (listAt(raw, 'stages') ?? []).flatMap((stage): ConfiguredStage[] => {
    const percentage = numberAt(stage, 'targetPercentage');
    if (percentage === undefined) return [];
    const needsApproval = at(stage, 'requireApproval') === true;
    return [{ percentage, minutes: numberAt(stage, 'duration'), needsApproval }];
  });
  return { stages, gate: gateOf(raw['gate']), raw };
}

function gateOf(raw: unknown): ServerGate | undefined {
  if (!isObject(raw)) return undefined;
  return { enabled: raw['enabled'] === true, dryRun: raw['dryRun'] === true, action: String(raw['action']), raw };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What a change of the configuration came to: what is there now, or why it is not known or not changed. */
export type ConfigWrite =
  | { readonly kind: 'written'; readonly config: RollingConfig }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Writes it and reads it back; setting it twice sets it once. Whether it is what was asked for is for the caller to compare.
 * Throws RemoteError where Vercel could not be read.
 */
export async function writeRollingConfig(api: VercelApi, projectId: string, body: object): Promise<ConfigWrite> {
  const answer = await api.change('PATCH', `${pathOf(projectId)}/config`, {}, body);
  if (answer.kind === 'refused') return { kind: 'refused', why: describe(answer.error) };
  if (answer.kind === 'lost') api.log.warning(`${describe(answer.error)}: what is configured is read back`);
  const settings = await readRollingConfig(api, projectId);
  if (settings.kind === 'on') return { kind: 'written', config: settings.config };
  return { kind: 'refused', why: 'Vercel shows no configuration after it was written' };
}
