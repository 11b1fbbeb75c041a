import { describe } from '@lockstep/base';
import type { Scope } from './scope.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ends the scope in order when this process is told to end, then lets the signal have its way. A second signal does
 * not wait: the process ends at once and the reaper does the rest.
 */
export function endOnSignals(scope: Scope): void {
  const forget = () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  const onSignal = (signal: NodeJS.Signals) => {
    forget();
    void scope[Symbol.asyncDispose]()
      .catch((error: unknown) => process.stderr.write(`${describe(error)}\n`))
      .finally(() => process.kill(process.pid, signal));
  };
  scope.defer('signal handlers', forget);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}
