import { describe } from '@lockstep/base';
import type { Engine } from '../run/engine.ts';
import { openSession, type Session } from './session.ts';

const AGAIN_EVERY_MS = 250;

/**
 * Runs `work` on a session; when the engine's signal aborts, the statement that the server is at is cancelled, again
 * and again until `work` has settled. A socket that is merely closed would not stop it: the server would work on, and
 * commit.
 */
export async function withCancellation<T>(engine: Engine, session: Session, work: () => Promise<T>): Promise<T> {
  const { signal } = engine;
  if (signal === undefined) return work();
  let over = false;
  let cancelling: Promise<void> | undefined;
  const onAbort = () => {
    cancelling = cancelUntil(engine, session.pid, () => over);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await work();
  } finally {
    over = true;
    signal.removeEventListener('abort', onAbort);
    await cancelling;
  }
}

async function cancelUntil(engine: Engine, pid: number, isOver: () => boolean): Promise<void> {
  try {
    const options = { log: engine.log, signal: undefined, applicationName: 'lockstep cancel' };
    const second = await openSession(engine.target, options);
    try {
      while (!isOver()) {
        await second.rows(`select pg_catalog.pg_cancel_backend(${pid})`);
        await engine.clock.sleep(AGAIN_EVERY_MS);
      }
    } finally {
      await second.close();
    }
  } catch (error) {
    engine.log.warning(`the running statement could not be cancelled on the server: ${describe(error)}`);
  }
}
