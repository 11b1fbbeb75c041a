import { absentCritical, type Criticality, isCritical } from './criticality.ts';
import { type AnswerFinding, note, violation } from './finding.ts';
import type { FormatContract } from './format.ts';
import type { HealthReading } from './reading.ts';

/** The status of an answer. */
export interface AnswerStatus {
  readonly status: number;
  /** A condition of the caller's asserts this very status. */
  readonly isNamed: boolean;
}

/** Holds an answer to what its own contract promises: that its status word, its checks and its status code agree. */
export function inconsistencies(
  reading: HealthReading,
  format: FormatContract,
  criticality: Criticality,
  { isNamed, status }: AnswerStatus,
): readonly AnswerFinding[] {
  const found: AnswerFinding[] = [];
  const { health, word, checks } = reading;
  const critical = checks.filter((check) => isCritical(check.name, criticality));
  const names = (state: string) => critical.filter((check) => check.state === state).map((check) => check.name);
  const failing = names('fail');
  const unclear = names('unclear');

  if (health === undefined)
    found.push(violation('unknown-status-word', `status "${word}" is not defined by the format ${format.name}`));
  if (unclear.length > 0)
    found.push(
      violation('unclear-check', `check ${unclear.join(', ')}: its state is not defined by the format ${format.name}`),
    );
  const missing = health === 'unhealthy' ? !reading.checksStated : checks.length === 0;
  if (format.needs.includes('checks') && missing)
    found.push(violation('missing-checks', `the format ${format.name} requires checks, the response has none`));
  for (const pattern of format.withoutChecks
    ? []
    : absentCritical(
        checks.map((check) => check.name),
        criticality,
      ))
    found.push(violation('missing-critical-check', `no check matches "${pattern}"`));

  if (health === 'healthy' && failing.length > 0)
    found.push(violation('healthy-with-failing-check', `says "${word}" while ${failing.join(', ')} fails`));
  if (
    health === 'degraded' &&
    reading.checksStated &&
    checks.length > 0 &&
    checks.every((check) => check.state === 'pass')
  )
    found.push(violation('degraded-without-warning', `says "${word}" while every check passes`));
  if (health === 'unhealthy' && reading.checksStated && !checks.some((check) => check.state !== 'pass'))
    found.push(note('unhealthy-without-failing-check', `says "${word}" while no check fails`));

  if (health !== undefined && !isNamed && !format.statusFits(health, status)) {
    const message = `says "${word}" with HTTP ${status}`;
    if (health === 'unhealthy' && status < 400) found.push(violation('unhealthy-with-success-status', message));
    else if (health !== 'unhealthy' && status >= 400) found.push(violation('healthy-with-error-status', message));
    else found.push(violation('unexpected-status', message));
  }

  const advisory = checks.filter((check) => check.state !== 'pass' && !isCritical(check.name, criticality));
  for (const check of advisory)
    found.push(note('advisory-check', `advisory check ${check.name}: ${check.state}; it does not affect the verdict`));
  return found;
}
