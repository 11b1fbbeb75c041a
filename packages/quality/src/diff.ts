import { gitPath } from '@lockstep/base';
import type { CodeFinding } from './finding.ts';
import type { ReadGit } from './read-git.ts';

/** Lines that a change adds or rewrites, by file. */
export type ChangedLines = ReadonlyMap<string, readonly (readonly [from: number, to: number])[]>;

/** Reads `git diff --unified=0`. */
export function parseDiff(diff: string): ChangedLines {
  const changed = new Map<string, [number, number][]>();
  let file: string | undefined;
  for (const line of diff.split('\n')) {
    const target = /^\+\+\+ (.*?)\t?$/.exec(line)?.[1];
    if (target !== undefined) file = /^b\/(.*)$/s.exec(gitPath(target))?.[1];
    const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk === null || file === undefined) continue;
    const from = Number(hunk[1]);
    const length = Number(hunk[2] ?? '1');
    if (length === 0) continue;
    const ranges = changed.get(file) ?? [];
    if (ranges.length === 0) changed.set(file, ranges);
    ranges.push([from, from + length - 1]);
  }
  return changed;
}

/** What changed since `base`; undefined where git does not know it (a shallow clone). */
export async function changedSince(readGit: ReadGit, base: string): Promise<ChangedLines | undefined> {
  if (!/^[0-9a-f]{40}$/.test(base)) return undefined;
  const args = ['diff', '--unified=0', '--no-color', '--no-ext-diff', `${base}...HEAD`];
  try {
    return parseDiff(await readGit(args));
  } catch {
    return undefined;
  }
}

export function isInDiff(finding: CodeFinding, changed: ChangedLines | undefined): boolean {
  if (finding.file === undefined) return false;
  const ranges = changed?.get(finding.file);
  if (ranges === undefined) return false;
  const { line } = finding;
  return line === undefined || ranges.some(([from, to]) => line >= from && line <= to);
}
