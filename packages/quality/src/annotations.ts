import { type ChangedLines, isInDiff } from './diff.ts';
import { type CodeFinding, LEVELS, type Level } from './finding.ts';
import type { GateResult } from './run-gates.ts';

/** A finding with the gate that it is from. */
export interface Annotated {
  readonly gate: string;
  readonly finding: CodeFinding;
  readonly inDiff: boolean;
  /** What it is shown as: nothing of an advisory gate is an error. */
  readonly level: Level;
}

/** More than this of one gate, one severity, and in or out of the change, is in the report alone. */
const KEPT = 500;

/**
 * Findings in the order in which people should see them, because only the first few are shown: those on lines of this
 * change first, then the worse ones. Of each gate the first of each kind; their number is in its judgement.
 */
export function inOrderOfInterest(
  results: readonly GateResult[],
  changed: ChangedLines | undefined,
): readonly Annotated[] {
  return results.flatMap((result) => mostInteresting(result, changed)).sort(byInterest);
}

function mostInteresting({ gate, judgement }: GateResult, changed: ChangedLines | undefined): readonly Annotated[] {
  const kinds = new Map<string, Annotated[]>();
  for (const finding of judgement.findings) {
    const inDiff = isInDiff(finding, changed);
    const level = gate.required || finding.level === 'note' ? finding.level : 'warning';
    const kind = `${inDiff} ${level}`;
    const kept = kinds.get(kind) ?? [];
    kinds.set(kind, kept);
    if (kept.length < KEPT) kept.push({ gate: gate.name, finding, inDiff, level });
  }
  return [...kinds.values()].flat();
}

function byInterest(a: Annotated, b: Annotated): number {
  return (
    Number(b.inDiff) - Number(a.inDiff) ||
    LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) ||
    compare(a.finding.file ?? '', b.finding.file ?? '') ||
    (a.finding.line ?? 0) - (b.finding.line ?? 0)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
