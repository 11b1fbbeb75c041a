import { join } from 'node:path';
import type { Action, Outcome, Shell } from './action.ts';
import { Edge } from './edge.ts';
import { readEnvironment } from './environment.ts';
import { outcomeOfError } from './failure.ts';
import { noteRelease, refuseHiddenRelease } from './known-release.ts';
import { honourProxy } from './proxy.ts';
import { onStrayError, passes, publish, publishError } from './publish.ts';
import { runPost } from './run-post.ts';
import type { Shape } from './shape.ts';
import { abortOnSignals } from './signals.ts';
import { runnerState, type StateStore } from './state.ts';
import { shellOf, takeInputs } from './step.ts';
import { stepId } from './step-id.ts';

/** Sockets that were left open must not keep the runner waiting. */
const LINGER_MS = 2_000;

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
    publishError({ action, edge }, error, 'main');
  }
  // The outcome is told: what breaks from here on does not change it.
  onStrayError(() => undefined);
  setTimeout(() => process.exit(), LINGER_MS).unref();
}

/** What is too large for the state lies beside the journal, under a name that main and post find alike. */
function openState(): StateStore {
  const { tempDir } = readEnvironment();
  const state = runnerState(process.env, (key) =>
    join(tempDir, 'lockstep-state', `${state.get('instance')}-${key}.json`),
  );
  return state;
}

async function runMain<S extends Shape>(action: Action<S>, edge: Edge, state: StateStore): Promise<void> {
  const instance = stepId();
  state.save('instance', instance);
  const step = { action, edge, state, instance };
  const shell = shellOf(step, abortOnSignals());
  const fail = (error: unknown) => {
    state.save('main', 'failed');
    publishError(step, error, 'main');
    noteFailure(shell, outcomeOfError(error));
  };
  onStrayError(fail);
  try {
    const inputs = takeInputs(step);
    // Not the inputs themselves: the runner gives them to post again, and there are secrets among them.
    state.save('ready', true);
    if (shell.journal === undefined) refuseHiddenRelease(shell.env.tempDir);
    noteRelease(state, shell.journal);
    const outcome = await action.run(inputs, shell);
    state.save('main', passes(outcome) ? 'finished' : 'failed');
    if (!passes(outcome)) noteFailure(shell, outcome);
    publish(step, outcome, 'main');
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
