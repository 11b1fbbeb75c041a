import type { Shell } from '@lockstep/action-shell';
import { DeadlineError, formatDuration, until, withDeadline } from '@lockstep/base';
import { cancelRun, type GitHub, type Head, type Ledger, type LedgerKey } from '@lockstep/github';

/** From one look at the release to the next, while it unwinds. */
const LOOK_EVERY_MS = 2_000;
/** A cancellation whose answer was lost is sent again with every so many looks. */
const ASK_AGAIN_AFTER = 5;

export interface Interruptible {
  readonly github: GitHub;
  readonly ledger: Ledger;
  readonly key: LedgerKey;
}

/**
 * Cancels the run that is at work on a release, and waits until the release has unwound and said so, or its run has
 * ended. GitHub ends a cancelled run after five minutes, whatever it does. False where that took longer than `withinMs`.
 */
export async function interrupt(
  { github, ledger, key }: Interruptible,
  head: Head,
  withinMs: number,
  shell: Shell,
): Promise<boolean> {
  const { clock, log, signal } = shell;
  log.info(`release ${head.id} is at work: cancelling ${head.author.url}, and waiting until it has unwound`);
  let looks = 0;
  const look = async (): Promise<true | undefined> => {
    if (looks++ % ASK_AGAIN_AFTER === 0) await cancelRun(github, head.author.runId);
    const { heads } = await ledger.read(key);
    const now = heads.find(({ id }) => id === head.id);
    if (now === undefined || now.state !== 'begun') return true;
    return (await ledger.runState(head)).kind === 'ended' ? true : undefined;
  };
  const started = clock.now();
  try {
    const wait = (inner: AbortSignal) => until(look, [LOOK_EVERY_MS], clock, inner);
    await withDeadline(`the end of release ${head.id}`, withinMs, wait, { clock, signal });
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error;
    return false;
  }
  log.info(`release ${head.id} is over after ${formatDuration(clock.now() - started)}`);
  return true;
}
