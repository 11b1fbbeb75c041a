import { applyAcceptances, type Sifted } from '@lockstep/base';
import { ADVISORY_SEVERITIES, type CodeFinding } from './finding.ts';
import type { GateAcceptance } from './gate.ts';

/** Takes out what is accepted: up to a severity, and until a day. */
export function withoutAccepted(
  findings: readonly CodeFinding[],
  acceptances: readonly GateAcceptance[],
  nowMs: number,
): Sifted<CodeFinding, GateAcceptance> {
  return applyAcceptances(findings, acceptances, covers, nowMs);
}

function covers(acceptance: GateAcceptance, finding: CodeFinding): boolean {
  if (acceptance.what !== finding.rule && acceptance.what !== finding.package) return false;
  const severity = finding.severity ?? 'info';
  return ADVISORY_SEVERITIES.indexOf(severity) <= ADVISORY_SEVERITIES.indexOf(acceptance.upTo);
}
