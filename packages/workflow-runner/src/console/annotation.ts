export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  /** Relative to the workspace where the file lies inside it. */
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

/** The runner keeps this many of each level per step and drops the rest (ExecutionContext.cs, `_maxIssueCount`). */
export const KEPT_ANNOTATIONS = 10;

/** Longer messages are cut to this many characters (ExecutionContext.cs, `_maxIssueMessageLength`). */
export const ANNOTATION_LENGTH = 4_096;
