/** Everything that the rules can hold against an answer. Stable: callers allow them by name. */
export const ruleNames = [
  'not-json',
  'unrecognised-format',
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
export type Rule = (typeof ruleNames)[number];

export interface Finding {
  readonly rule: Rule;
  /** `violation` decides the class of the answer; `note` is reported and decides nothing. */
  readonly weight: 'violation' | 'note';
  /** One line without anything from the body but what `fields.ts` lets out. */
  readonly message: string;
}

export function violation(rule: Rule, message: string): Finding {
  return { rule, weight: 'violation', message };
}

export function note(rule: Rule, message: string): Finding {
  return { rule, weight: 'note', message };
}

/** What the caller allows by name is noted, no longer held against the answer. */
export function allowing(findings: readonly Finding[], allowed: readonly Rule[]): readonly Finding[] {
  return findings.map((finding) => (allowed.includes(finding.rule) ? { ...finding, weight: 'note' } : finding));
}
