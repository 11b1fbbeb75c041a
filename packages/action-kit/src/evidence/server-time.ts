import { type Clock, formatDuration, type Logger, type Secret } from '@lockstep/base';
import { createGitHubClient, learnTime, serverTime } from '@lockstep/github';

export interface TimeTools {
  readonly token: Secret;
  readonly apiUrl: string;
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly requestTimeoutMs: number;
}

/** One try: who cannot be asked now is asked by what comes next, which says so. */
const ONCE = { attempts: 1, firstDelayMs: 0, maxDelayMs: 0, budgetMs: 0 } as const;

/**
 * The clock of whoever compares with GitHub's times: that of this machine, or GitHub's where the two are apart, which is then a
 * warning. Where GitHub does not say what time it is, the machine's.
 */
export async function clockOfGitHub(tools: TimeTools): Promise<Clock> {
  const { apiUrl, clock, log } = tools;
  const time = serverTime(clock, apiUrl);
  const unknown = await learnTime(createGitHubClient({ ...tools, fetch: time.fetch, retry: ONCE }), time);
  if (unknown !== undefined) log.debug(`GitHub's time is not known: ${unknown}`);
  const ahead = time.aheadMs() ?? 0;
  if (ahead !== 0)
    log.warning(
      `the clock of this machine is ${formatDuration(Math.abs(ahead))} ${ahead > 0 ? 'behind' : 'ahead of'} GitHub's, whose time is used here; set it, for example with an NTP service`,
    );
  return time.clock;
}
