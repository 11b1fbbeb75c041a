import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DeadlineError, formatDuration, InputError, rememberPublic, systemClock } from '@lockstep/base';
import type { Action, Outcome, PostShell, Shell } from './action.ts';
import { UNDO_DEADLINE_MS } from './cancelled-job.ts';
import { Edge } from './edge.ts';
import { readEnvironment } from './environment.ts';
import { outcomeOfError, stackOf } from './failure.ts';
import { JOURNAL_VARIABLE, Journal } from './journal.ts';
import { knownRelease, noteRelease, refuseHiddenRelease, standingOf } from './known-release.ts';
import { ask, unconfirmedCommit, undoWithoutJournal } from './lost-journal.ts';
import { honourProxy } from './proxy.ts';
import { readInputs, type Shape, type Values } from './shape.ts';
import { abortOnSignals } from './signals.ts';
import { runnerState, type StateStore } from './state.ts';
import { decideUndo, type JobStatus, type MainEnd } from './undo-decision.ts';

/** Sockets that were left open must not keep the runner waiting. */
const LINGER_MS = 2_000;
/** Node ends a longer timer after one millisecond; a job ends before this one does. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Runs an action as the runner's main or post step, whichever this process is: main says so in its state first of
 * all. Never throws; the exit code is 0 where the outcome passes and 1 elsewhere.
 */
export async function runAction<S extends Shape>(action: Action<S>): Promise<void> {
  const edge = new Edge();
  try {
    await honourProxy(process.env, edge.log);
    const state = openState();
    if (state.get('phase') === undefined) {
      state.save('phase', 'post');
      await runMain(action, edge, state);
    } else {
      await runPost(action, edge, state);
    }
  } catch (error) {
    publishFailure(action.name, edge, error, true);
  }
  // The outcome is told: what breaks from here on does not change it.
  onStrayError(() => undefined);
  setTimeout(() => process.exit(), LINGER_MS).unref();
}

/** What is too large for the state lies beside the journal, under a name that main and post find alike. */
function openState(): StateStore {
  const { tempDir } = readEnvironment(process.env);
  const state = runnerState(process.env, (key) =>
    join(tempDir, 'lockstep-state', `${state.get('instance')}-${key}.json`),
  );
  return state;
}

/** An error that nobody awaits (an event of a socket, a forgotten promise) ends the process, but not without a word. */
function onStrayError(tell: (error: Error) => void): void {
  process.removeAllListeners('uncaughtException');
  process.once('uncaughtException', (error) => {
    tell(error);
    process.exit();
  });
}

async function runMain<S extends Shape>(action: Action<S>, edge: Edge, state: StateStore): Promise<void> {
  const instance = randomUUID();
  state.save('instance', instance);
  const shell = shellFor(action.name, edge, state, instance, abortOnSignals());
  const fail = (error: unknown) => {
    state.save('main', 'failed');
    publishFailure(action.name, edge, error, true);
    noteFailure(shell, outcomeOfError(error));
  };
  onStrayError(fail);
  try {
    const inputs = takeInputs(action, edge);
    // Not the inputs themselves: the runner gives them to post again, and there are secrets among them.
    state.save('ready', true);
    if (shell.journal === undefined) refuseHiddenRelease(shell.env.tempDir);
    noteRelease(state, shell.journal);
    const outcome = await action.run(inputs, shell);
    state.save('main', passes(outcome) ? 'finished' : 'failed');
    if (!passes(outcome)) noteFailure(shell, outcome);
    publish(action.name, edge, outcome, true);
  } catch (error) {
    fail(error);
  }
}

/** Whoever tells of the release's end reads here why it did not go on. */
function noteFailure(shell: Shell, outcome: Outcome): void {
  // One that another step removed is not made again: without its head it would be no journal.
  if (shell.journal?.exists() === true)
    shell.journal.note('failure', { reason: outcome.reason, message: outcome.message });
}

async function runPost<S extends Shape>(action: Action<S>, edge: Edge, state: StateStore): Promise<void> {
  const instance = state.get('instance') as string | undefined;
  if (action.post === undefined || state.get('ready') !== true || instance === undefined) return;
  const inputs = takeInputs(action, edge);
  const signal = abortOnSignals();
  const named = shellFor(action.name, edge, state, instance, signal);
  const main = (state.get('main') as MainEnd | undefined) ?? 'interrupted';
  const jobStatus = (inputText('job-status') || 'failure') as JobStatus;
  const known = knownRelease(state);
  const standing = standingOf(known, named.journal?.path ?? '', (path) => journalOf(path, action.name, instance));
  const shell: Shell = { ...named, journal: standing.kind === 'journal' ? standing.journal : undefined };
  const lost = standing.kind === 'lost' ? { release: standing.known.release, why: standing.why } : undefined;
  if (action.post.when === 'undo' && standing.kind === 'lost') {
    const lone: PostShell = { ...shell, signal: withinUndoBudget(shell), main, jobStatus, undo: LOST, lost };
    const outcome = await undoWithoutJournal(action, inputs, lone, standing);
    return outcome === undefined ? edge.flush() : publish(action.name, edge, outcome, false);
  }
  const release = standing.kind === 'journal' ? standing.state.state : 'none';
  if (release === 'committed' && jobStatus !== 'success' && known !== undefined && action.post.witness !== undefined) {
    const asking: PostShell = { ...shell, main, jobStatus, undo: LOST, lost };
    if ((await ask(action, inputs, asking, known)) === 'not-released')
      return publish(action.name, edge, unconfirmedCommit(known), false);
  }
  const undo = decideUndo({ release, main, job: jobStatus, onFailure: onFailureOf(inputs) });
  const keeps = release === 'open' && undo.why === 'kept-by-request' ? action.post.keep : undefined;
  const part = action.post.when === 'always' || undo.undo ? action.post.run : keeps;
  if (part === undefined) {
    edge.log.info(`nothing to undo: ${undo.why}`);
    if (undo.why === 'kept-by-request') leftInPlace(action.name, shell, 'kept-by-request', 'on-failure is keep');
    return;
  }
  // Telling the end comes after the undo steps, and also when they used up their budget.
  const bounded = action.post.when === 'undo' ? withinUndoBudget(shell) : signal;
  const post: PostShell = { ...shell, signal: bounded, main, jobStatus, undo, lost };
  const record = (outcome: Outcome) => {
    if (action.post?.when !== 'undo') return;
    const { left, message, reason, verdict } = outcome;
    shell.journal?.undone(action.name, { verdict, reason, message, ...(left === undefined ? {} : { left }) });
  };
  const fail = (error: unknown) => {
    record(outcomeOfError(error));
    publishFailure(action.name, edge, error, false);
  };
  onStrayError(fail);
  try {
    const outcome = await part(inputs, post);
    if (outcome === undefined) {
      if (action.post.when === 'undo') leftInPlace(action.name, shell, 'nothing-to-undo', 'there was nothing to undo');
      return edge.flush();
    }
    record(outcome);
    publish(action.name, edge, outcome, false);
  } catch (error) {
    fail(error);
  }
}

/** The question is not `decideUndo`'s, whose first witness is gone. */
const LOST = { undo: true, why: 'release-not-committed' } as const;

/** A step that noted that it began is not to be missed where the release's end is told. */
function leftInPlace(name: string, shell: Shell, reason: string, message: string): void {
  const began = shell.journal
    ?.read()
    .entries.some((entry) => entry.kind === 'began' && entry.instance === shell.instance);
  if (began === true) shell.journal?.undone(name, { verdict: 'pass', reason, message });
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
  return AbortSignal.any([shell.signal, controller.signal]);
}

function shellFor(name: string, edge: Edge, state: StateStore, instance: string, signal: AbortSignal): Shell {
  const path = process.env[JOURNAL_VARIABLE] ?? '';
  return {
    log: edge.log,
    signal,
    clock: systemClock,
    env: readEnvironment(process.env),
    journal: path === '' ? undefined : journalOf(path, name, instance),
    state,
    summary: edge.summary,
    instance,
    annotate: (annotation) => edge.annotate(annotation),
    mask: (secret) => edge.mask(secret),
    exportVariable: (variable, value) => edge.exportVariable(variable, value),
  };
}

function journalOf(path: string, action: string, instance: string): Journal {
  return new Journal(path, { action, instance, clock: systemClock });
}

/** Masks every secret before it judges any input, so that not even a complaint can show one. */
function takeInputs<S extends Shape>(action: Action<S>, edge: Edge): Values<S> {
  const { values, problems } = readInputs(action.inputs, inputText);
  for (const [name, field] of Object.entries(action.inputs))
    if (field.secret) edge.mask(values[name as keyof S] as never);
    else rememberPublic(inputText(name).trim());
  const all = problems.length > 0 ? problems : (action.check?.(values) ?? []);
  if (all.length > 0) throw new InputError(all);
  return values;
}

/** The runner keeps hyphens in the variable's name (actions/runner, Handler.cs). */
function inputText(name: string): string {
  return process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] ?? '';
}

function onFailureOf(inputs: Readonly<Record<string, unknown>>): 'auto' | 'undo' | 'keep' | undefined {
  const value = inputs['on-failure'];
  return value === 'auto' || value === 'undo' || value === 'keep' ? value : undefined;
}

function passes(outcome: Outcome): boolean {
  return outcome.passes ?? outcome.verdict === 'pass';
}

function publish(
  name: string,
  edge: Edge,
  outcome: Outcome,
  isMain: boolean,
  problems: readonly string[] = [outcome.message],
): void {
  const failed = !passes(outcome);
  edge.log.info(`${name}: ${outcome.verdict} (${outcome.reason}): ${outcome.message}`);
  if (failed || outcome.verdict !== 'pass') {
    const level = failed ? 'error' : 'warning';
    for (const message of problems) edge.annotate({ level, title: `${name}: ${outcome.reason}`, message });
  }
  if (isMain) {
    edge.outputs({ ...outcome.outputs, verdict: outcome.verdict, reason: outcome.reason });
  }
  edge.flush();
  if (failed) process.exitCode = 1;
}

function publishFailure(name: string, edge: Edge, error: unknown, isMain: boolean): void {
  const { problems, ...outcome } = outcomeOfError(error);
  const stack = stackOf(error);
  if (stack !== undefined) edge.log.debug(stack);
  publish(name, edge, outcome, isMain, problems);
}
