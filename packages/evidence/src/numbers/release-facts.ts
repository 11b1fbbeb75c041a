/** A release of one environment and service, as the ledger knows it. All times are milliseconds since the epoch. */
export interface ReleaseFacts {
  readonly id: string;
  /** '' where the environment has but one. */
  readonly service: string;
  /** The commits that it brought, without those that were live before. */
  readonly commits: readonly CommitFacts[];
  /** When the run that released it was started; null where that is not known. */
  readonly startedAt: number | null;
  /** When its candidate had been built and checked; null where the ledger does not say. */
  readonly preparedAt: number | null;
  /** When a person approved it; null where nobody had to. */
  readonly approvedAt: number | null;
  readonly begunAt: number;
  /** When its first users reached it; null where none ever did. */
  readonly trafficAt: number | null;
  readonly end: ReleaseEnd;
  /** When it ended; null while it is open. */
  readonly endedAt: number | null;
  /** When a later rollback or an undo of its own had given users the build before it again; null where nothing did. */
  readonly goneAt: number | null;
}

export interface CommitFacts {
  readonly sha: string;
  /** The committer's time, which a rebase sets anew. */
  readonly committedAt: number;
  /** When it reached the branch that is released: with its pull request, or by itself. */
  readonly mergedAt: number;
}

/**
 * `held` and `unresolved`: it is not decided yet. `closed`: it was held, and a person took it out of the way by setting its record
 * inactive; what users have since then, the ledger was not told.
 */
export type ReleaseEnd =
  | 'released'
  | 'rolled-back'
  | 'partly-rolled-back'
  | 'failed'
  | 'held'
  | 'closed'
  | 'unresolved'
  | 'open';

/** From, and up to but without. */
export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}
