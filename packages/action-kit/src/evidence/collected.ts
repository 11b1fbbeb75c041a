import type { Verdict } from '@lockstep/base';
import { type Collected, type ControlMap, collectEvidence, collectedJson, headline } from '@lockstep/evidence';
import { idleWarnings } from './report.ts';

export interface CollectedEnd {
  readonly verdict: Verdict;
  readonly reason: 'collected' | 'collected-in-part';
  readonly message: string;
  readonly controls: number;
  readonly current: number;
  /** By their names in the report directory. */
  readonly files: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
}

/** What is kept of what was collected, and whether it is all. `name`: what the file of the map is called. Pure. */
export function collectedEnd(map: ControlMap, name: string, collected: Collected): CollectedEnd {
  const report = collectEvidence(map, collected.found, Date.parse(collected.at));
  const isWhole = Object.keys(collected.found.unread).length === 0 && collected.numbers !== null;
  return {
    verdict: isWhole ? 'pass' : 'unknown',
    reason: isWhole ? 'collected' : 'collected-in-part',
    message: headline(report),
    ...{ controls: report.rows.length, current: report.current },
    files: { 'evidence.json': collectedJson(collected) },
    warnings: [...collected.notes, ...idleWarnings(report, name)],
  };
}
