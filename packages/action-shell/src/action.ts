import type { Clock, Secret, Verdict } from '@lockstep/base';
import type { CommonReason } from './common-reasons.ts';
import type { Annotation, ShellLog } from './edge.ts';
import type { RunEnvironment } from './environment.ts';
import type { OutputValue } from './file-command.ts';
import type { Journal } from './journal.ts';
import type { JournalRelease } from './journal-state.ts';
import type { Shape, Values } from './shape.ts';
import type { StateStore } from './state.ts';
import type { JobStatus, MainEnd, UndoDecision } from './undo-decision.ts';

/** A cause as an annotation: on its file, where it has one. Its title is the action and the reason. */
export type Cause = Pick<Annotation, 'message' | 'file' | 'line' | 'column'>;

/** What an action says at its end. The shell makes outputs, summary, annotation and exit code of it. */
export interface Outcome<R extends string = string> {
  readonly verdict: Verdict;
  /** A stable kebab-case code, declared in the action's `src/reasons.ts`. */
  readonly reason: R | CommonReason;
  /** One line: what, which value, what next. */
  readonly message: string;
  /** Its causes, the worst first: one annotation each. By default the message is the only one. */
  readonly causes?: readonly Cause[];
  /** By their names in action.yml; objects become JSON, and a Secret is given away, masked. */
  readonly outputs?: Readonly<Record<string, OutputValue>>;
  /** Whether the step succeeds; by default only a `pass` does. */
  readonly passes?: boolean;
  /** Of an undo step: what it left in place, each by its name. The ledger and the messages say so. */
  readonly left?: readonly string[];
  /** Of an undo step: that it left something in place on purpose (false). Users get what they had before all the same. */
  readonly kept?: boolean;
}

/** All that an action may use of the runner. */
export interface Shell {
  readonly log: ShellLog;
  /** Aborts on SIGINT and SIGTERM, in post also when the shared undo budget is used up. Every wait obeys it. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly env: RunEnvironment;
  /** The release that was begun in this job, if any. */
  readonly journal: Journal | undefined;
  readonly state: StateStore;
  readonly summary: { add(markdownBlock: string): void };
  /** Names this step in records that outlive it; the same in main and post. */
  readonly instance: string;
  annotate(annotation: Annotation): void;
  /** For a secret inside a structured input; a `secret()` input is masked already. */
  mask(secret: Secret): void;
  /** Sets a variable for the later steps of the job. */
  exportVariable(name: string, value: string): void;
}

export interface PostShell extends Shell {
  readonly main: MainEnd;
  readonly jobStatus: JobStatus;
  readonly undo: UndoDecision;
  /** The release that main knew, where its journal is gone, damaged or another one by now; `journal` is undefined then. */
  readonly lost?: { readonly release: JournalRelease; readonly why: string } | undefined;
}

export interface PostPart<S extends Shape, R extends string = string> {
  /** `undo`: only when there is something to undo (`decideUndo`); `always`: at the end of every job. */
  readonly when: 'always' | 'undo';
  run(inputs: Values<S>, shell: PostShell): Promise<Outcome<R> | undefined>;
  /** In a release that failed, with `on-failure: keep`: says what stays, and changes nothing. Reason `kept-by-request`. */
  keep?(inputs: Values<S>, shell: PostShell): Promise<Outcome<R> | undefined>;
  /**
   * Of an action whose undo needs nothing but its own state: what the ledger says of the release. Asked where the journal
   * is lost, or says committed in a job that failed. May throw: then nobody knows.
   */
  witness?(inputs: Values<S>, shell: PostShell, release: JournalRelease): Promise<'released' | 'not-released'>;
}

export interface Action<S extends Shape, R extends string = string> {
  /** As in `actions/NAME`. */
  readonly name: string;
  readonly inputs: S;
  /** Problems between inputs, each of which is fine alone. */
  check?(inputs: Values<S>): readonly string[];
  run(inputs: Values<S>, shell: Shell): Promise<Outcome<R>>;
  readonly post?: PostPart<S, R>;
}

/** Not of an action whose reasons may be any text: that has no list of them. */
type Declared<R extends string> = string extends R
  ? { readonly reason: 'declare the codes in src/reasons.ts' }
  : unknown;

/** Gives an action its types; does nothing else. An action that does not declare its reasons does not compile. */
export function defineAction<S extends Shape, R extends string>(action: Action<S, R> & Declared<R>): Action<S, R> {
  return action;
}
