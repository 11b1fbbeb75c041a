import { setMaxListeners } from 'node:events';
import { CancelledError } from '@lockstep/base';

/**
 * GitHub cancels a step with SIGINT, 7.5 s later SIGTERM, 2.5 s later a kill (actions/runner, ProcessInvoker.cs).
 * The first signal aborts; every wait obeys. The handlers stay, so that the second does not end us mid-sentence.
 */
export function abortOnSignals(): AbortSignal {
  const controller = new AbortController();
  // Everything that waits at the same time listens to it: more than the ten that Node.js takes for a leak.
  setMaxListeners(0, controller.signal);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => controller.abort(new CancelledError(`cancelled by ${signal}`)));
  }
  return controller.signal;
}
