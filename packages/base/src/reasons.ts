import type { Verdict } from './verdict.ts';

/**
 * Which step says it: the main step, the post step at the end of the job, or a gate within the step (a probe of
 * `health-gate`, a gate of `quality-gate`) whose reason stands in the table of gates.
 */
export type ReasonStep = 'main' | 'post' | 'gate';

/** What a stable code means. README tables, `docs/reasons.md` and `lockstep explain` are generated from it. */
export interface ReasonEntry {
  readonly verdict: Verdict | readonly Verdict[];
  /** `main` where nothing is said. */
  readonly step?: ReasonStep | readonly ReasonStep[];
  /** One or two sentences of Markdown that can be understood without the rows around it. */
  readonly meaning: string;
  /** What to do next, as an instruction; `Nothing.` where all is well. */
  readonly remedy: string;
}

export type Reasons = Readonly<Record<string, ReasonEntry>>;

/** Gives a list of reasons its type; does nothing else. Only its keys reach a bundle, and those only as types. */
export function defineReasons<const R extends Reasons>(reasons: R): R {
  return reasons;
}
