import { isMap, type Verdict } from '@lockstep/base';

/** A number as the newest drill measured it. */
export interface MeasuredNumber {
  /** Null where that drill measured none. */
  readonly ms: number | null;
  readonly verdict: Verdict;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
}

/** What the newest drills measured; undefined where there is none. */
export interface Measured {
  readonly restore: MeasuredNumber | undefined;
  readonly dataAge: MeasuredNumber | undefined;
  readonly acknowledged: MeasuredNumber | undefined;
}

export const NOT_MEASURED: Measured = { restore: undefined, dataAge: undefined, acknowledged: undefined };

/** The kinds of record that the drills of `backup` and `notify` leave in their report directory, as `drill.json`. */
const BACKUP = 'lockstep-drill/1';
const ALERT = 'lockstep-alert-drill/1';

/** Takes whatever was found as JSON; what is no record of a drill is passed over. */
export function readMeasured(found: readonly unknown[]): Measured {
  return {
    restore: newest(found, BACKUP, 'restoreMs'),
    dataAge: newest(found, BACKUP, 'dataAgeMs'),
    acknowledged: newest(found, ALERT, 'acknowledgedMs'),
  };
}

/** Whether something that was found is a record of a drill, whatever came of it. */
export function hasMeasured(record: unknown): boolean {
  const { acknowledged, restore } = readMeasured([record]);
  return restore !== undefined || acknowledged !== undefined;
}

function newest(found: readonly unknown[], kind: string, field: string): MeasuredNumber | undefined {
  let last: MeasuredNumber | undefined;
  for (const record of found) {
    if (!isMap(record) || record['kind'] !== kind) continue;
    const atMs = Date.parse(String(record['at']));
    const verdict = (['pass', 'fail', 'unknown'] as const).find((one) => one === record['verdict']);
    if (Number.isNaN(atMs) || verdict === undefined) continue;
    const ms = typeof record[field] === 'number' && record[field] >= 0 ? record[field] : null;
    if (last === undefined || atMs > last.atMs) last = { ms, verdict, atMs };
  }
  return last;
}
