import { describe } from '@lockstep/base';
import type { SqlError } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import type { Script } from '../sql/inspect.ts';
import { errorPosition } from './error-position.ts';
import type { Execution, FailedAt } from './execution.ts';
import type { SegmentsOutcome } from './run-segments.ts';

/** Why a migration did not go through. */
export type FailureReason =
  | 'statement-failed'
  | 'lock-timeout'
  | 'statement-timeout'
  | 'migration-lock-lost'
  | 'history-write-failed'
  | 'cancelled';

/** A migration that did not go through, with all that its author needs. */
export interface Failure {
  readonly reason: FailureReason;
  /** Whether it was ended from our side: nothing is wrong with it. */
  readonly cancelled: boolean;
  /** One line: what, where, what next. Holds no row data. */
  readonly message: string;
  readonly version: string;
  readonly file: string;
  /** 1-based, where it is known. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** The statement with its constants left out, cut to a readable length; '' where none is to blame. */
  readonly statement: string;
  /** SQLSTATE; '' where the server did not answer. */
  readonly sqlState: string;
  /** Segments of the file that are committed and stay, where it could not be one transaction. */
  readonly segmentsDone: number;
}

type Failed = SegmentsOutcome & { readonly execution: Execution & { readonly ok: false } };

/** A script, and what it is part of. */
interface Failing {
  readonly version: string;
  readonly file: string;
  readonly script: Script;
}

/** What an author must know of a script's failure, in one line and in its parts. */
export function failureOf(
  engine: Engine,
  { file, script, version }: Failing,
  { execution: { at }, tries, blockers, segmentsDone }: Failed,
  error: SqlError,
): Failure {
  const { code } = error.server;
  const cancelled = code === '57014' && engine.signal?.aborted === true;
  const reason = cancelled ? 'cancelled' : reasonOf(code, at);
  const place = typeof at === 'object' && at.in === 'statement' ? errorPosition(script, at) : undefined;
  const parts = [
    `${place === undefined ? script.source.name : `${script.source.name}:${place.line}`}: ${describe(error)}`,
    place === undefined ? when(at) : `in: ${place.statement}`,
    tries > 1 ? `tried ${tries} times` : '',
    blockers.length > 0 ? `blocked by: ${blockers.join('; ')}` : '',
    cancelled ? '' : (adviceFor(code) ?? ''),
    segmentsDone > 0
      ? `${segmentsDone} of its segments are committed; correct the rest and run again; it continues there`
      : '',
  ];
  return {
    reason,
    cancelled,
    message: parts.filter((part) => part !== '').join('; '),
    version,
    file,
    line: place?.line,
    column: place?.column,
    statement: place?.statement ?? '',
    sqlState: code,
    segmentsDone,
  };
}

function when(at: FailedAt | 'cancelled' | 'refused'): string {
  if (typeof at === 'string' || at.in === 'statement') return '';
  if (at.in === 'commit') return 'at its commit, where deferred constraints are checked';
  return at.in === 'records' ? 'while its record was written' : 'before its first statement';
}

function reasonOf(code: string, at: FailedAt | 'cancelled' | 'refused'): FailureReason {
  if (code === '57014') return 'statement-timeout';
  if (code === '55P03') return 'lock-timeout';
  if (typeof at === 'object' && at.in === 'preamble' && code === '22012') return 'migration-lock-lost';
  return typeof at === 'object' && at.in === 'records' ? 'history-write-failed' : 'statement-failed';
}

/** What to do about an error, where its SQLSTATE says more than the server does. */
function adviceFor(sqlState: string): string | undefined {
  return ADVICE[sqlState] ?? ADVICE[sqlState.slice(0, 2)];
}

const ADVICE: Readonly<Record<string, string>> = {
  '55P03': 'raise lock-retry-for, or run when the table is less busy',
  '57014': 'raise statement-timeout, or split the work',
  '55P04': 'use a new enum label in a later file',
  '42P07': 'it exists already: if it was created by hand, record the version with "adopt"',
  '42710': 'it exists already: if it was created by hand, record the version with "adopt"',
  '42701': 'it exists already: if it was created by hand, record the version with "adopt"',
  '42501': 'grant the right to the migrating role, or use the role that owns the object',
  '40P01': 'it deadlocked with the app; run again',
  '53100': "the server's disk is full",
  '23': 'existing rows break the constraint; correct them in an earlier file',
  '25001': 'write "-- lockstep: no-transaction" on its first line',
};
