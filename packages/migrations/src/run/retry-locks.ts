import { formatDuration } from '@lockstep/base';
import { BlockerWatch, type Session } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import type { Execution } from './execution.ts';

/** An execution, and who stood in the way when it did not get its locks. */
export interface Retried {
  readonly execution: Execution;
  readonly tries: number;
  readonly blockers: readonly string[];
}

/** Lock timeouts, and what took everything back with it: serialization failures and deadlocks. */
const AGAIN = new Set(['55P03', '40001', '40P01']);
const PAUSE_MS = 400;

/**
 * Tries again while locks are not to be had, with pauses in which the app gets through: the wait of a blocked ALTER
 * stalls every query behind it. Gives up when `lockRetryForMs` have passed.
 */
export async function retryLocks(
  engine: Engine,
  session: Session,
  what: string,
  attempt: () => Promise<Execution>,
): Promise<Retried> {
  const started = engine.clock.now();
  const watch = new BlockerWatch(engine);
  try {
    for (let tries = 1; ; tries++) {
      const execution = tries === 1 ? await attempt() : await watch.during(session, attempt);
      const done = { execution, tries, blockers: watch.seen };
      if (execution.ok || execution.error === undefined || !('server' in execution.error)) return done;
      if (!AGAIN.has(execution.error.server.code)) return done;
      const pause = PAUSE_MS * (0.5 + engine.random());
      // Once at least with somebody watching, so that the failure can name who is in the way.
      if (tries > 1 && engine.clock.now() + pause - started > engine.limits.lockRetryForMs) return done;
      if (tries === 1) {
        const limit = formatDuration(engine.limits.lockRetryForMs);
        engine.log.info(`${what}: waiting for a lock (${execution.error.server.code}), retrying for up to ${limit}`);
      }
      await engine.clock.sleep(Math.min(pause, engine.limits.lockRetryForMs), engine.signal);
    }
  } finally {
    await watch.close();
  }
}
