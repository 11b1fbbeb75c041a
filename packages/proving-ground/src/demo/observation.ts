import type { Conclusion } from '@lockstep/workflow-runner';
import type { TrafficSummary } from '../traffic/visit.ts';

/** What was seen of a release from outside: by its users, in the database, in Slack, in the ledger. */
export interface Observation {
  readonly version: number;
  readonly conclusion: Conclusion;
  /** The version that answers under the production host. */
  readonly serves: number | undefined;
  /** What that version says of itself, asked with the schema as it is. */
  readonly healthy: boolean;
  readonly schema: string;
  readonly traffic: TrafficSummary;
  /** Visits that saw the old build after the new one was acknowledged, or the other way round after the undo. */
  readonly stale: number;
  /** Whether any visit was served by this release's build. */
  readonly reachedTraffic: boolean;
  /** The message's final text, its first line; undefined where none arrived. */
  readonly message: string | undefined;
  /** The state of the release's record in the ledger. */
  readonly ledger: string;
  /** Names of the undo steps that did something, in order. */
  readonly undone: readonly string[];
  readonly durationMs: number;
}
