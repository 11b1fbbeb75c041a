import { type Finding, fingerprint } from './finding.ts';
import type { GateResult } from './run-gates.ts';

/** GitHub takes 20 runs a file, and of 25,000 results a run the top 5,000 (docs, "SARIF support"). */
const RUNS = 20;
const RESULTS_PER_RUN = 5_000;

/** All findings of all gates as SARIF 2.1.0: one run for each gate that saw something certain. */
export function sarifLog(results: readonly GateResult[]): object {
  const certain = results.filter(({ judgement }) => judgement.verdict !== 'unknown').slice(0, RUNS);
  return {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: certain.map(({ gate, judgement }) => {
      const all = [
        ...judgement.findings.map((finding) => resultOf(finding, gate.newOnly ? 'new' : undefined)),
        ...judgement.known.map((finding) => resultOf(finding, 'unchanged')),
      ];
      return {
        tool: {
          driver: { name: `lockstep/${gate.name}`, rules: rulesOf([...judgement.findings, ...judgement.known]) },
        },
        automationDetails: { id: `lockstep/${gate.name}/` },
        invocations: [{ executionSuccessful: true }],
        results: all.slice(0, RESULTS_PER_RUN),
        ...(all.length > RESULTS_PER_RUN ? { properties: { leftOut: all.length - RESULTS_PER_RUN } } : {}),
      };
    }),
  };
}

function rulesOf(findings: readonly Finding[]): readonly object[] {
  return [...new Set(findings.map((finding) => finding.rule))].map((id) => ({ id }));
}

function resultOf(finding: Finding, baselineState: 'new' | 'unchanged' | undefined): object {
  const { file, line, column } = finding;
  const region =
    line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  return {
    ruleId: finding.rule,
    level: finding.level,
    message: { text: finding.message },
    ...(baselineState === undefined ? {} : { baselineState }),
    partialFingerprints: { 'lockstep/v1': fingerprint(finding, undefined) },
    locations:
      file === undefined ? [] : [{ physicalLocation: { artifactLocation: { uri: encodeURI(file) }, ...region } }],
  };
}
