import { type ChangedLines, isInDiff } from './diff.ts';
import { type Finding, LEVELS, type Level } from './finding.ts';
import type { GateResult } from './run-gates.ts';

/** A finding with the gate that it is from. */
export interface Annotated {
  readonly gate: string;
  readonly finding: Finding;
  readonly inDiff: boolean;
  /** What it is shown as: nothing of an advisory gate is an error. */
  readonly level: Level;
}

/**
 * Findings in the order in which people should see them, because only the first few are shown: those on lines of this
 * change first, then the worse ones.
 */
export function inOrderOfInterest(
  results: readonly GateResult[],
  changed: ChangedLines | undefined,
): readonly Annotated[] {
  const all = results.flatMap(({ gate, judgement }) =>
    judgement.findings.map((finding) => ({
      gate: gate.name,
      finding,
      inDiff: isInDiff(finding, changed),
      level: gate.required || finding.level === 'note' ? finding.level : ('warning' as const),
    })),
  );
  return all.sort(
    (a, b) =>
      Number(b.inDiff) - Number(a.inDiff) ||
      LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) ||
      compare(a.finding.file ?? '', b.finding.file ?? '') ||
      (a.finding.line ?? 0) - (b.finding.line ?? 0),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
