import type { Shell } from '@lockstep/action-shell';
import { DeadlineError, formatDuration, until, withDeadline } from '@lockstep/base';
import { cancelRun, type GitHub, type Ledger, type LedgerKey, type ReleaseRecord } from '@lockstep/github';

/** From one reading of the release to the next, while it unwinds. */
const READ_EVERY_MS = 2_000;
/** A cancellation whose answer was lost is sent again with every so many readings. */
const CANCEL_AGAIN_AFTER = 5;

export interface CancelTools {
  readonly github: GitHub;
  readonly ledger: Ledger;
  readonly key: LedgerKey;
}

/**
 * Cancels the run of a release, and waits until the release has unwound and recorded that, or its run has ended.
 * GitHub ends a cancelled run after five minutes, whatever it does. False where that took longer than `withinMs`.
 */
export async function cancelRelease(
  { github, ledger, key }: CancelTools,
  release: ReleaseRecord,
  withinMs: number,
  shell: Shell,
): Promise<boolean> {
  const { clock, log, signal } = shell;
  log.info(`release ${release.id} is running: cancelling ${release.author.url}, and waiting until it has unwound`);
  let readings = 0;
  const read = async (): Promise<true | undefined> => {
    if (readings++ % CANCEL_AGAIN_AFTER === 0) await cancelRun(github, release.author.runId);
    const { releases } = await ledger.read(key);
    const now = releases.find(({ id }) => id === release.id);
    if (now === undefined || now.state !== 'begun') return true;
    return (await ledger.runState(release)).kind === 'ended' ? true : undefined;
  };
  const started = clock.now();
  try {
    const wait = (inner: AbortSignal) => until(read, [READ_EVERY_MS], clock, inner);
    await withDeadline(`the end of release ${release.id}`, withinMs, wait, { clock, signal });
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error;
    return false;
  }
  log.info(`release ${release.id} ended after ${formatDuration(clock.now() - started)}`);
  return true;
}
