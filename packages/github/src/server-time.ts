import { type Clock, describe, RemoteError } from '@lockstep/base';
import type { GitHub } from './client.ts';

/** What time it is at GitHub, by the answers of its own host. */
export interface ServerTime {
  /** Waits by the clock of this machine; its `now` is GitHub's, as soon as an answer has shown that the two are apart. */
  readonly clock: Clock;
  /** For a client: each answer of GitHub says its time. */
  readonly fetch: typeof fetch;
  /** By how much GitHub's clock is ahead of that of this machine; 0 where they agree, undefined before any answer said. */
  aheadMs(): number | undefined;
}

/** `Date` has whole seconds, and an answer takes its time: what is less apart is not known to be apart. */
const ACCURACY_MS = 5_000;

/**
 * A runner's clock may be wrong, and issues, deployments and comments have GitHub's times: an incident that was opened a
 * moment ago must not look as if it were still to come. What other hosts answer, such as those that keep artifacts, says
 * nothing of GitHub's clock.
 */
export function serverTime(local: Clock, apiUrl: string, ask: typeof fetch = fetch): ServerTime {
  const { host } = new URL(apiUrl);
  let ahead: number | undefined;
  return {
    clock: { now: () => local.now() + (ahead ?? 0), sleep: (ms, signal) => local.sleep(ms, signal) },
    aheadMs: () => ahead,
    fetch: async (input, init) => {
      const askedMs = local.now();
      const answer = await ask(input, init);
      const saidMs = Date.parse(answer.headers.get('date') ?? '');
      // A cache tells the time at which it was filled.
      const isOwn = hostOf(answer) === host && answer.headers.get('age') === null;
      // The first one counts: times that are compared are of one clock.
      if (ahead === undefined && isOwn && !Number.isNaN(saidMs)) {
        const found = saidMs + 500 - (askedMs + local.now()) / 2;
        ahead = Math.abs(found) > ACCURACY_MS + (local.now() - askedMs) / 2 ? Math.round(found) : 0;
      }
      return answer;
    },
  };
}

function hostOf({ url }: Response): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

/** Asks GitHub for nothing but an answer, so that its time is known before anything is dated by it. Why it is not, if so. */
export async function learnTime(github: GitHub, time: ServerTime): Promise<string | undefined> {
  if (time.aheadMs() !== undefined) return undefined;
  try {
    await github.read('repos.get', {});
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    // A refusal has a time too.
    return time.aheadMs() === undefined ? describe(error) : undefined;
  }
  return time.aheadMs() === undefined ? 'its answers have no Date' : undefined;
}
