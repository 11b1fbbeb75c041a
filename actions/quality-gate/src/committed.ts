import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { GateResult, ReportFiles } from '@lockstep/quality';

/** Where committed files are: paths from `root`. */
export interface CommittedPaths {
  readonly root: string;
  readonly baseline: string;
  readonly reportDirectory: string;
}

/** Copies the baseline and the ratchets of the run to where they are committed. Gives their paths. */
export function writeCommitted(
  { baseline, reportDirectory, root }: CommittedPaths,
  files: ReportFiles,
  results: readonly GateResult[],
): readonly string[] {
  const copies: (readonly [string, string])[] = [];
  if (files.baselinePath !== undefined) copies.push([files.baselinePath, baseline]);
  for (const { gate } of results)
    if (gate.ratchet !== undefined) copies.push([join(reportDirectory, `${gate.name}.ratchet.json`), gate.ratchet]);
  return copies.flatMap(([from, to]) => {
    if (!existsSync(from)) return [];
    const target = resolve(root, to);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(from, target);
    return [to];
  });
}
