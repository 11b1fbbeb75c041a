/** What a code means that a step or a command ends with. */
export interface Reason {
  readonly code: string;
  /** Who says it; '' for those that everybody says. */
  readonly action: string;
  /** The command of `lockstep` that says it; absent where an action does. */
  readonly command?: string;
  /** `main`, `post` (at the end of the job), or `gate`. */
  readonly step: string;
  /** `pass`, `fail`, `unknown`, or more than one of them in words. */
  readonly verdict: string;
  /** Markdown without links. */
  readonly meaning: string;
  /** What to do next. */
  readonly remedy: string;
}
