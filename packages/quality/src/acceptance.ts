import { applyAcceptances, type Sifted } from '@lockstep/base';
import { ADVISORY_SEVERITIES, type Finding } from './finding.ts';
import type { Acceptance } from './gate.ts';

/** Takes out what somebody decided to live with: up to a severity, and until a day. */
export function withoutAccepted(
  findings: readonly Finding[],
  acceptances: readonly Acceptance[],
  nowMs: number,
): Sifted<Finding, Acceptance> {
  return applyAcceptances(findings, acceptances, covers, nowMs);
}

function covers(acceptance: Acceptance, finding: Finding): boolean {
  if (acceptance.what !== finding.rule && acceptance.what !== finding.package) return false;
  const severity = finding.severity ?? 'info';
  return ADVISORY_SEVERITIES.indexOf(severity) <= ADVISORY_SEVERITIES.indexOf(acceptance.upTo);
}
