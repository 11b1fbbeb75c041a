/** Every finding that an answer can have. Stable: callers allow them by name. */
export const ruleNames = [
  'not-json',
  'unrecognized-format',
  'too-long',
  'unexpected-status',
  'unknown-status-word',
  'unclear-check',
  'healthy-with-failing-check',
  'degraded-without-warning',
  'unhealthy-without-failing-check',
  'unhealthy-with-success-status',
  'healthy-with-error-status',
  'missing-checks',
  'missing-critical-check',
  'missing-timestamp',
  'unreadable-timestamp',
  'old-timestamp',
  'future-timestamp',
  'repeating-timestamp',
  'cached-answer',
  'cacheable',
  'clock-skew',
  'advisory-check',
  'condition',
] as const;
export type FindingRule = (typeof ruleNames)[number];

export interface AnswerFinding {
  readonly rule: FindingRule;
  /** `violation` decides the class of the answer; `note` is reported and decides nothing. */
  readonly weight: 'violation' | 'note';
  /** One line without anything from the body but what `fields.ts` lets out. */
  readonly message: string;
}

export function violation(rule: FindingRule, message: string): AnswerFinding {
  return { rule, weight: 'violation', message };
}

export function note(rule: FindingRule, message: string): AnswerFinding {
  return { rule, weight: 'note', message };
}

/** What the caller allows by name becomes a note, and no longer fails the answer. */
export function allowing(
  findings: readonly AnswerFinding[],
  allowed: readonly FindingRule[],
): readonly AnswerFinding[] {
  return findings.map((finding) => (allowed.includes(finding.rule) ? { ...finding, weight: 'note' } : finding));
}
