import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OnUnknown, Verdict } from '@lockstep/base';
import { redactData, redactText } from '@lockstep/base';
import type { Annotated } from './annotations.ts';
import { type Baseline, baselineText, type KnownFindings } from './baseline.ts';
import { commentRows, detailBlocks, type LinkOf, summaryBlocks } from './markdown.ts';
import { floorsText } from './ratchet.ts';
import type { GateResult } from './run-gates.ts';
import { sarifLog } from './sarif-log.ts';

/** More findings of one gate than this are in its own report only. */
const FINDINGS_PER_GATE = 5_000;

export interface ReportFiles {
  /** `report.json`: everything, for machines. */
  readonly reportPath: string;
  /** `summary.md`: for people. */
  readonly summaryPath: string;
  /** `comment.md` and `comment-rows.json`: findings and gates for `preview-comment`. */
  readonly commentPath: string;
  readonly rowsPath: string;
  readonly sarifPath: string;
  /** The baseline as it should be committed; undefined where no gate uses one. */
  readonly baselinePath: string | undefined;
}

/** The result of a run. */
export interface QualityRun {
  readonly verdict: Verdict;
  readonly results: readonly GateResult[];
  readonly ordered: readonly Annotated[];
  readonly baseline: Baseline | undefined;
  readonly onUnknown: OnUnknown;
  readonly linkOf?: LinkOf;
}

/** Writes the result of a run into its report folder. */
export function writeReports(folder: string, run: QualityRun): ReportFiles {
  const { verdict, results, ordered, baseline, onUnknown, linkOf } = run;
  const reportPath = join(folder, 'report.json');
  const summaryPath = join(folder, 'summary.md');
  const commentPath = join(folder, 'comment.md');
  const rowsPath = join(folder, 'comment-rows.json');
  const sarifPath = join(folder, 'quality.sarif');
  writeFileSync(
    reportPath,
    `${JSON.stringify(redactData({ version: 1, verdict, gates: results.map(gateJson) }), null, 1)}\n`,
  );
  writeFileSync(summaryPath, redactText(`${summaryBlocks(results, ordered, onUnknown, linkOf).join('\n\n')}\n`));
  writeFileSync(commentPath, redactText(detailBlocks(results, ordered, onUnknown, linkOf).join('\n\n')));
  writeFileSync(rowsPath, JSON.stringify(redactData(commentRows(results, onUnknown)), null, 1));
  writeFileSync(sarifPath, JSON.stringify(redactData(sarifLog(results))));
  for (const { gate, judgement } of results) {
    if (gate.ratchet === undefined || judgement.metrics === undefined) continue;
    const { floors } = judgement;
    if (floors !== undefined) writeFileSync(join(folder, `${gate.name}.ratchet.json`), floorsText(floors));
  }
  const usesBaseline = results.some(({ gate }) => gate.newOnly);
  const baselinePath = usesBaseline ? join(folder, 'baseline.json') : undefined;
  if (baselinePath !== undefined) writeFileSync(baselinePath, baselineText(shrunk(results, baseline)));
  return { reportPath, summaryPath, commentPath, rowsPath, sarifPath, baselinePath };
}

/** Gates that saw nothing certain keep what they had. */
export function shrunk(
  results: readonly GateResult[],
  baseline: Baseline | undefined,
): Readonly<Record<string, KnownFindings>> {
  const gates: Record<string, KnownFindings> = { ...baseline?.gates };
  for (const { gate, judgement } of results)
    if (judgement.baseline !== undefined) gates[gate.name] = judgement.baseline;
  return gates;
}

function gateJson({ gate, judgement, attempts, durationMs, logPath }: GateResult): object {
  const { findings, known, accepted, baseline: _own, ...rest } = judgement;
  return {
    name: gate.name,
    required: gate.required,
    ...rest,
    attempts,
    durationMs,
    logPath,
    known: known.length,
    accepted: accepted.length,
    findingCount: findings.length,
    findings: findings.slice(0, FINDINGS_PER_GATE),
  };
}
