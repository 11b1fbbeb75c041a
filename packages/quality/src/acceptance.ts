import { ADVISORY_SEVERITIES, type Finding } from './finding.ts';
import type { Acceptance } from './gate.ts';

export interface Accepted {
  readonly rest: readonly Finding[];
  readonly accepted: readonly Finding[];
  /** Acceptances whose last day has passed: they accept nothing any more. */
  readonly expired: readonly Acceptance[];
}

/** Takes out what somebody decided to live with: up to a severity, and until a day. */
export function withoutAccepted(
  findings: readonly Finding[],
  acceptances: readonly Acceptance[],
  nowMs: number,
): Accepted {
  if (acceptances.length === 0) return { rest: findings, accepted: [], expired: [] };
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const expired = acceptances.filter((one) => one.until < today);
  const valid = acceptances.filter((one) => one.until >= today);
  const isAccepted = (finding: Finding) => valid.some((one) => covers(one, finding));
  return { rest: findings.filter((one) => !isAccepted(one)), accepted: findings.filter(isAccepted), expired };
}

function covers(acceptance: Acceptance, finding: Finding): boolean {
  if (acceptance.what !== finding.rule && acceptance.what !== finding.package) return false;
  const severity = finding.severity ?? 'info';
  return ADVISORY_SEVERITIES.indexOf(severity) <= ADVISORY_SEVERITIES.indexOf(acceptance.upTo);
}
