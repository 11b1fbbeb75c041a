import { setMaxListeners } from 'node:events';
import { DeadlineError, formatDuration } from '@lockstep/base';
import type { Action, Outcome, PostPart, PostShell, Shell } from './action.ts';
import { UNDO_DEADLINE_MS } from './cancelled-job.ts';
import type { Edge } from './edge.ts';
import { outcomeOfError } from './failure.ts';
import { type KnownRelease, knownRelease, type Standing, standingOf } from './known-release.ts';
import { ask, unconfirmedCommit, undoWithoutJournal } from './lost-journal.ts';
import { onStrayError, publish, publishError } from './publish.ts';
import type { Shape, Values } from './shape.ts';
import { abortOnSignals } from './signals.ts';
import type { StateStore } from './state.ts';
import { inputText, journalOf, type Step, shellOf, takeInputs } from './step.ts';
import { decideUndo, type JobStatus, type MainEnd, type UndoDecision } from './undo-decision.ts';

/** Node ends a longer timer after one millisecond; a job ends before this one does. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A step at the end of its job, with all that is known before anything is decided. */
interface PostStep<S extends Shape> extends Step<S> {
  readonly post: PostPart<S>;
  readonly inputs: Values<S>;
  readonly shell: Omit<PostShell, 'undo'>;
  readonly known: KnownRelease | undefined;
  readonly standing: Standing;
}

type Task<S extends Shape> =
  /** The journal is lost: only what is certain without it. */
  | { readonly kind: 'without-journal'; readonly lost: Extract<Standing, { readonly kind: 'lost' }> }
  | { readonly kind: 'say'; readonly outcome: Outcome }
  | { readonly kind: 'nothing'; readonly why: UndoDecision['why'] }
  | { readonly kind: 'run'; readonly part: NonNullable<PostPart<S>['keep']>; readonly undo: UndoDecision };

/** The post process of a step: decides what is to be done at the end of the job, and does it. Throws what it cannot tell. */
export async function runPost<S extends Shape>(action: Action<S>, edge: Edge, state: StateStore): Promise<void> {
  const instance = state.get('instance') as string | undefined;
  const { post } = action;
  if (post === undefined || state.get('ready') !== true || instance === undefined) return;
  const step = openPost({ action, edge, state, instance }, post);
  const task = await chooseTask(step);
  switch (task.kind) {
    case 'without-journal': {
      const lone = { ...step.shell, signal: withinUndoBudget(step.shell), undo: LOST };
      const outcome = await undoWithoutJournal(action, step.inputs, lone, task.lost);
      return outcome === undefined ? edge.flush() : publish(step, outcome, 'post');
    }
    case 'say':
      return publish(step, task.outcome, 'post');
    case 'nothing':
      return leaveAll(step, task.why);
    case 'run':
      return await runPart(step, task);
  }
}

function openPost<S extends Shape>(step: Step<S>, post: PostPart<S>): PostStep<S> {
  const inputs = takeInputs(step);
  const named = shellOf(step, abortOnSignals());
  const main = (step.state.get('main') as MainEnd | undefined) ?? 'interrupted';
  const jobStatus = (inputText('job-status') || 'failure') as JobStatus;
  const known = knownRelease(step.state);
  const at = (path: string) => journalOf(path, step.action.name, step.instance);
  const standing = standingOf(known, named.journal?.path ?? '', at);
  const journal = standing.kind === 'journal' ? standing.journal : undefined;
  const lost = standing.kind === 'lost' ? { release: standing.known.release, why: standing.why } : undefined;
  return { ...step, post, inputs, known, standing, shell: { ...named, journal, main, jobStatus, lost } };
}

/** Only the ledger is asked here, and only where the journal is not to be believed alone. */
async function chooseTask<S extends Shape>(step: PostStep<S>): Promise<Task<S>> {
  const { action, post, inputs, shell, known, standing } = step;
  if (post.when === 'undo' && standing.kind === 'lost') return { kind: 'without-journal', lost: standing };
  const release = standing.kind === 'journal' ? standing.state.state : 'none';
  if (release === 'committed' && shell.jobStatus !== 'success' && known !== undefined && post.witness !== undefined) {
    if ((await ask(action, inputs, { ...shell, undo: LOST }, known)) === 'not-released')
      return { kind: 'say', outcome: unconfirmedCommit(known) };
  }
  const undo = decideUndo({ release, main: shell.main, job: shell.jobStatus, onFailure: onFailureOf(inputs) });
  if (post.when === 'always' || undo.undo) return { kind: 'run', part: post.run, undo };
  return release === 'open' && undo.why === 'kept-by-request' && post.keep !== undefined
    ? { kind: 'run', part: post.keep, undo }
    : { kind: 'nothing', why: undo.why };
}

/** The question is not `decideUndo`'s, whose first witness is gone. */
const LOST = { undo: true, why: 'release-not-committed' } as const;

function leaveAll<S extends Shape>(step: PostStep<S>, why: UndoDecision['why']): void {
  step.edge.log.info(`nothing to undo: ${why}`);
  if (why === 'kept-by-request')
    noteUnsaid(step, { verdict: 'pass', reason: why, message: 'on-failure is keep', kept: true });
}

async function runPart<S extends Shape>(
  step: PostStep<S>,
  { part, undo }: Extract<Task<S>, { readonly kind: 'run' }>,
): Promise<void> {
  const { edge, inputs, post, shell } = step;
  const fail = (error: unknown) => {
    record(step, outcomeOfError(error));
    publishError(step, error, 'post');
  };
  // Telling the end comes after the undo steps, and also when they used up their budget.
  const signal = post.when === 'undo' ? withinUndoBudget(shell) : shell.signal;
  onStrayError(fail);
  try {
    const outcome = await part(inputs, { ...shell, signal, undo });
    if (outcome === undefined) {
      if (post.when === 'undo')
        noteUnsaid(step, { verdict: 'pass', reason: 'nothing-to-undo', message: 'there was nothing to undo' });
      return edge.flush();
    }
    record(step, outcome);
    publish(step, outcome, 'post');
  } catch (error) {
    fail(error);
  }
}

/** What an undo step came to, for whoever tells the end of the release. */
function record<S extends Shape>({ action, post, shell }: PostStep<S>, outcome: Outcome): void {
  if (post.when !== 'undo') return;
  const { kept = false, left, message, reason, verdict } = outcome;
  shell.journal?.undone(action.name, { verdict, reason, message, kept, ...(left === undefined ? {} : { left }) });
}

/** A step that noted that it began is not to be missed where the release's end is told. */
function noteUnsaid<S extends Shape>({ action, shell }: PostStep<S>, outcome: Outcome): void {
  const began = shell.journal
    ?.read()
    .entries.some((entry) => entry.kind === 'began' && entry.instance === shell.instance);
  if (began === true) shell.journal?.undone(action.name, outcome);
}

/** The first undo step starts the clock of all of them. */
function withinUndoBudget(shell: Shell): AbortSignal {
  const before = shell.journal?.read();
  if (before !== undefined && before.undoStartedAt === undefined) shell.journal?.undoStarted();
  const budget = before?.release.undoDeadlineMs ?? UNDO_DEADLINE_MS;
  const used = shell.clock.now() - (before?.undoStartedAt ?? shell.clock.now());
  const controller = new AbortController();
  const late = new DeadlineError(`the undo of this job took longer than its budget of ${formatDuration(budget)}`);
  const left = Math.min(Math.max(0, budget - used), LONGEST_TIMER_MS);
  setTimeout(() => controller.abort(late), left).unref();
  const either = AbortSignal.any([shell.signal, controller.signal]);
  setMaxListeners(0, either);
  return either;
}

function onFailureOf(inputs: Readonly<Record<string, unknown>>): 'auto' | 'undo' | 'keep' | undefined {
  const value = inputs['on-failure'];
  return value === 'auto' || value === 'undo' || value === 'keep' ? value : undefined;
}
