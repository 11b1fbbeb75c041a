import { SITE_PATH } from '@lockstep/base';
import { parse } from 'yaml';

/** The routes that a release asks. */
export interface HealthPaths {
  readonly live: readonly string[];
  readonly health: readonly string[];
  /** Those that name the build. */
  readonly identity: readonly string[];
}

export const USUAL: HealthPaths = {
  live: ['/api/health/live'],
  health: ['/api/health'],
  identity: ['/api/health'],
};

/**
 * What the workflows give to those of ours that they call; what is usual where they give none. A value that only a run
 * knows (an expression) is none. Pure.
 */
export function pathsIn(workflows: Iterable<string>): HealthPaths {
  const given = [...workflows].flatMap(callsIn);
  const named = (input: string) =>
    [...new Set(given.flatMap((inputs) => String(inputs[input] ?? '').split('\n')))]
      .map((line) => line.trim())
      .filter((line) => SITE_PATH.test(line));
  const or = (found: readonly string[], usual: readonly string[]) => (found.length === 0 ? usual : found);
  return {
    live: or(named('live-path'), USUAL.live),
    health: or(named('health-paths'), USUAL.health),
    identity: or(named('identity-path'), USUAL.identity),
  };
}

type Inputs = Readonly<Record<string, unknown>>;

function callsIn(text: string): readonly Inputs[] {
  let read: { readonly jobs?: Readonly<Record<string, { readonly uses?: unknown; readonly with?: Inputs }>> } | null;
  try {
    read = parse(text);
  } catch {
    // The check of the workflows says so.
    return [];
  }
  return Object.values(read?.jobs ?? {}).flatMap((job) => (job?.uses === undefined ? [] : [job.with ?? {}]));
}
