import { describe } from '@lockstep/base';
import type { Access } from './access.ts';
import { openSession, type Session } from './session.ts';

const AGAIN_EVERY_MS = 250;
/** A runner that is cancelled has ten seconds before it is killed. */
const GIVE_UP_AFTER_MS = 5_000;

/**
 * Runs `work` on a session; when the signal aborts, the statement that the server is at is cancelled, again
 * and again until `work` has settled. A socket that is merely closed would not stop it: the server would work on, and
 * commit. Where the server does not obey in time, or does not answer, the connection is given up.
 */
export async function withCancellation<T>(access: Access, session: Session, work: () => Promise<T>): Promise<T> {
  const { signal } = access;
  if (signal === undefined) return work();
  const settled = new AbortController();
  let cancelling: Promise<void> | undefined;
  const onAbort = () => {
    cancelling = cancelUntil(access, session, settled.signal);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await work();
  } finally {
    settled.abort();
    signal.removeEventListener('abort', onAbort);
    await cancelling;
  }
}

async function cancelUntil(access: Access, session: Session, settled: AbortSignal): Promise<void> {
  let second: Session | undefined;
  const sleep = (ms: number) =>
    access.clock.sleep(ms, settled).then(
      () => true,
      () => false,
    );
  void sleep(GIVE_UP_AFTER_MS).then((inVain) => {
    if (!inVain) return;
    access.log.warning('the server did not end the statement in time, or does not answer; it may still be running');
    second?.abandon();
    session.abandon();
  });
  try {
    const options = { log: access.log, signal: undefined, applicationName: 'lockstep cancel' };
    second = await openSession(access.target, { ...options, withinMs: GIVE_UP_AFTER_MS });
    while (!settled.aborted) {
      await second.rows(`select pg_catalog.pg_cancel_backend(${session.pid})`);
      await sleep(AGAIN_EVERY_MS);
    }
  } catch (error) {
    access.log.warning(`the running statement could not be cancelled on the server: ${describe(error)}`);
  } finally {
    await second?.close();
  }
}
