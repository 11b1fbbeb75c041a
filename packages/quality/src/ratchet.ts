import { InputError, isMap } from '@lockstep/base';
import { readMemoryFile } from './memory-file.ts';

/** What was reached before, by metric: percentages of coverage, or sizes in bytes. */
export type Floors = Readonly<Record<string, number>>;

/** Coverage may only rise, sizes may only fall. */
export type RatchetDirection = 'up' | 'down';

export interface RatchetAnswer {
  /** Metrics that fell behind, one line each. */
  readonly behind: readonly string[];
  /** Metrics that the report does not have any more. */
  readonly missing: readonly string[];
  /** Metrics that are so far ahead that half of it could be lost unnoticed. */
  readonly slack: readonly string[];
  /** The file as it should be now, with every metric that moved the right way. */
  readonly next: Floors;
  readonly moved: boolean;
}

/** Percentage points, or percent of a size: a floor further behind than this guards nothing. */
const SLACK = 5;

/** Reads a ratchet file; undefined where there is none. Throws InputError on a file that is none. */
export function readFloors(path: string): Floors | undefined {
  const value = readMemoryFile('ratchet', path);
  if (value === undefined) return undefined;
  if (isMap(value) && Object.values(value).every((floor) => typeof floor === 'number')) return value as Floors;
  throw new InputError(`ratchet ${path}: expected numbers by metric, like {"lines": 81.2}`);
}

/** Holds metrics against what was reached before, with a tolerance for what differs between machines. */
export function compareToFloors(
  metrics: Readonly<Record<string, number>>,
  floors: Floors,
  direction: RatchetDirection,
  tolerance: number,
): RatchetAnswer {
  const behind: string[] = [];
  const missing: string[] = [];
  const slack: string[] = [];
  const next: Record<string, number> = { ...floors };
  for (const [metric, floor] of Object.entries(floors)) {
    const value = metrics[metric];
    if (value === undefined) {
      missing.push(metric);
      continue;
    }
    const scale = direction === 'up' ? 1 : floor / 100;
    const ahead = direction === 'up' ? value - floor : floor - value;
    if (ahead < -tolerance * scale - 1e-9)
      behind.push(`${metric} ${shown(value, direction)}, was ${shown(floor, direction)}`);
    if (ahead > SLACK * scale) slack.push(metric);
    if (ahead > 0) next[metric] = roundedFloor(value, direction);
  }
  return { behind, missing, slack, next, moved: Object.keys(floors).some((metric) => next[metric] !== floors[metric]) };
}

/** Floors for a repository that has none yet. */
export function firstFloors(metrics: Readonly<Record<string, number>>, direction: RatchetDirection): Floors {
  return Object.fromEntries(Object.entries(metrics).map(([metric, value]) => [metric, roundedFloor(value, direction)]));
}

export function floorsText(floors: Floors): string {
  return `${JSON.stringify(floors, null, 2)}\n`;
}

/** Percentages with two decimals, sizes in kB. */
export function shown(value: number, direction: RatchetDirection): string {
  return direction === 'up' ? `${Math.floor(value * 100) / 100} %` : `${(value / 1_000).toFixed(1)} kB`;
}

/** Rounded towards the lenient side, so that the same result never falls behind its own floor. */
function roundedFloor(value: number, direction: RatchetDirection): number {
  return direction === 'up' ? Math.floor(value * 100) / 100 : Math.ceil(value);
}
