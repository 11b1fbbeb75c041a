import { fileUri } from '@lockstep/base';
import type { Log, Result } from 'sarif';
import { type CodeFinding, fingerprint } from './finding.ts';
import type { GateResult } from './run-gates.ts';

/** GitHub takes 20 runs a file, and of 25,000 results a run the top 5,000 (docs, "SARIF support"). */
const RUNS = 20;
const RESULTS_PER_RUN = 5_000;

/**
 * All findings of all gates that have a place, as SARIF 2.1.0: one run for each gate that saw something certain. How many
 * it leaves out is in the run's properties.
 */
export function sarifLog(results: readonly GateResult[]): object {
  const certain = results.filter(({ judgement }) => judgement.verdict !== 'unknown').slice(0, RUNS);
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: certain.map(({ gate, judgement }) => {
      const fresh = judgement.findings.filter(hasPlace).slice(0, RESULTS_PER_RUN);
      const known = judgement.known.filter(hasPlace).slice(0, RESULTS_PER_RUN - fresh.length);
      const leftOut = judgement.findings.length + judgement.known.length - fresh.length - known.length;
      return {
        tool: { driver: { name: `lockstep/${gate.name}`, rules: rulesOf([...fresh, ...known]) } },
        automationDetails: { id: `lockstep/${gate.name}/` },
        // A reader of this log alone must not take for clean what has findings elsewhere.
        invocations: [{ executionSuccessful: leftOut === 0 }],
        results: [
          ...fresh.map((finding) => resultOf(finding, gate.newOnly ? 'new' : undefined)),
          ...known.map((finding) => resultOf(finding, 'unchanged')),
        ],
        ...(leftOut > 0 ? { properties: { leftOut } } : {}),
      };
    }),
  };
  return log;
}

/** GitHub refuses a whole file for one result without a location (github/codeql-action, issue 1738). */
function hasPlace(finding: CodeFinding): finding is CodeFinding & { readonly file: string } {
  return finding.file !== undefined;
}

function rulesOf(findings: readonly CodeFinding[]): { id: string }[] {
  return [...new Set(findings.map((finding) => finding.rule))].map((id) => ({ id }));
}

function resultOf(
  finding: CodeFinding & { readonly file: string },
  baselineState: 'new' | 'unchanged' | undefined,
): Result {
  const { file, line, column } = finding;
  const region =
    line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  return {
    ruleId: finding.rule,
    level: finding.level,
    message: { text: finding.message },
    ...(baselineState === undefined ? {} : { baselineState }),
    partialFingerprints: { 'lockstep/v1': fingerprint(finding, undefined) },
    locations: [{ physicalLocation: { artifactLocation: { uri: fileUri(file) }, ...region } }],
  };
}
