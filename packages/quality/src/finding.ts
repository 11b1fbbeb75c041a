import { createHash } from 'node:crypto';

/** As SARIF names them. */
export const LEVELS = ['note', 'warning', 'error'] as const;
export type Level = (typeof LEVELS)[number];

/** As advisories name them, mildest first. */
export const ADVISORY_SEVERITIES = ['info', 'low', 'moderate', 'high', 'critical'] as const;
export type AdvisorySeverity = (typeof ADVISORY_SEVERITIES)[number];

/** One problem that a tool reports in the code. */
export interface CodeFinding {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  /** Relative to the repository's root, with forward slashes; undefined where it has no place. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** The package that an advisory or license is about. */
  readonly package?: string;
  readonly severity?: AdvisorySeverity;
}

export function isAtLeast(level: Level, least: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(least);
}

/**
 * What a finding is known by in a baseline: rule, place and the text of its line (the message, where there is no
 * line), so that it stays the same when lines above it come and go.
 */
export function fingerprint(finding: CodeFinding, lineText: string | undefined): string {
  const what = lineText === undefined ? finding.message : lineText.trim().replace(/\s+/g, ' ');
  const parts = [finding.rule, finding.file ?? '', finding.package ?? '', what];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}
