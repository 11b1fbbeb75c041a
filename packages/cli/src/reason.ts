/** What a code means that a step or a command ends with. */
export interface Reason {
  readonly code: string;
  /** Who says it; '' for those that everybody says. */
  readonly action: string;
  /** `pass`, `fail`, `unknown`, or more than one of them in words. */
  readonly verdict: string;
  /** What it means and what to do: Markdown without links. */
  readonly meaning: string;
}
