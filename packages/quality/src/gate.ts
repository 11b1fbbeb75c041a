import type { Acceptance as Accepted, OnUnknown } from '@lockstep/base';
import type { Budget } from './budget.ts';
import type { AdvisorySeverity, Level } from './finding.ts';
import type { ReportFormat } from './readers.ts';

/** One gate as it is declared. */
export interface Gate {
  readonly name: string;
  /** A shell command; undefined for a gate that only reads a report, or is built in. */
  readonly run: string | undefined;
  readonly uses: 'secrets' | undefined;
  /** Paths of the report, relative to `directory`, with `*` for any files, or `stdout`; none where the exit code decides. */
  readonly reports: readonly string[];
  /** Of how many files the report is made; undefined for any number. */
  readonly shards: number | undefined;
  readonly format: ReportFormat | undefined;
  /** Relative to the repository's root. */
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** A report that was written longer ago says nothing of today; undefined where any age will do. */
  readonly maxAgeMs: number | undefined;
  /** Further tries after one that did not pass. */
  readonly retry: number;
  /** Gates that must have ended first, well or not. */
  readonly after: readonly string[];
  /** What an advisory gate says is shown and never blocks. */
  readonly required: boolean;
  /** Whether `unknown` blocks; undefined leaves it to the caller. */
  readonly onUnknown: OnUnknown | undefined;
  /** Findings of the baseline do not count. */
  readonly newOnly: boolean;
  /** Findings at this level or above fail the gate. */
  readonly failOn: Level;
  /** The same for advisories, which are judged by their severity. */
  readonly failOnSeverity: AdvisorySeverity;
  /** More warnings than this fail the gate; undefined for any number. */
  readonly maxWarnings: number | undefined;
  readonly accept: readonly GateAcceptance[];
  /** Allowed licenses, as SPDX ids. */
  readonly allow: readonly string[];
  readonly minimum: Readonly<Record<string, number>>;
  readonly maximum: Readonly<Record<string, number>>;
  /** Limits of measured values. */
  readonly budgets: readonly Budget[];
  /** Page or site that the report must be about; undefined where any will do. */
  readonly url: string | undefined;
  /** A committed file of what was reached before. */
  readonly ratchet: string | undefined;
  /** How far below it may fall: percentage points of coverage, percent of a size. */
  readonly tolerance: number;
}

/** A finding that was accepted, up to a severity and a day. Here each has an end. */
export interface GateAcceptance extends Accepted {
  /** A rule, an advisory's id, or a package's name. */
  readonly what: string;
  readonly upTo: AdvisorySeverity;
  readonly until: string;
}
