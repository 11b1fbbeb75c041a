import type { Verdict } from '../verdict.ts';
import type { CheckAcceptance } from './accept-checks.ts';

/** The kind of file that a list of checks is; the number changes where an older reader could not read a newer list. */
export const CHECKS_KIND = 'lockstep-checks/1';

/** A place in a file of the repository. */
export interface Place {
  /** Relative to the repository's root, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
}

/**
 * One thing that was looked at and not changed. Its texts hold paths, names, counts and types; never the body of an
 * answer and never a value of a row: reports are kept for years and read by many.
 */
export interface Check {
  /**
   * What is checked, the same for ever: evidence, acceptances and alerts hang on it. Lower-case words with `-`, `.` or
   * `/` between them. What differs from one run or thing to the next (a host, a table) stands in `what`.
   */
  readonly id: string;
  /** The rule in words: `Every script has a nonce`. */
  readonly title: string;
  readonly verdict: Verdict;
  /** Why this verdict: a stable code in kebab-case. */
  readonly reason: string;
  /** The thing that was looked at: a host and path, a table and role, a setting. */
  readonly what: string;
  /** Where somebody would mend it, if that is a place in a file. */
  readonly where?: Place;
  /** What was seen; '' where nothing was. */
  readonly measured: string;
  readonly expected: string;
  /** What to do about it; '' where there is nothing to do. */
  readonly remedy: string;
}

/** Something that was not looked at. A list without it would be silently shorter. */
export interface NotVerified {
  /** Of the check that would have looked. */
  readonly id: string;
  readonly what: string;
  readonly because: string;
  /** What to do so that it can be looked at; '' where nobody can. */
  readonly remedy: string;
  /**
   * True where the caller left it out by an input: it is told, and does not count. False where something was in the
   * way (a plan, a right, an answer that made no sense): it counts as `unknown`.
   */
  readonly chosen: boolean;
}

/** What an audit, a drill or a contract check found, all of it. */
export interface CheckList {
  readonly kind: typeof CHECKS_KIND;
  /** What it is about: a site, a database, a project. */
  readonly subject: string;
  /** When it was looked at: ISO 8601 in UTC. */
  readonly at: string;
  /** The address of the run attempt that looked; null on a laptop. */
  readonly run: string | null;
  readonly tool: { readonly name: string; readonly version: string };
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
  /** What the caller had decided to live with when it was looked at. */
  readonly accept?: readonly CheckAcceptance[];
}
