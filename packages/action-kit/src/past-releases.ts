import type { NumberFacts, ReleaseAside, ReleaseSize } from '@lockstep/evidence';
import { releaseFacts } from '@lockstep/evidence';
import {
  type GitHub,
  type LedgerKey,
  openLedger,
  type PastRelease,
  readBrought,
  readHistory,
  readRunTimes,
  showKey,
} from '@lockstep/github';

export interface PastOptions extends LedgerKey {
  readonly creator: string;
  readonly window: NumberFacts['window'];
  /** How many releases are read at most. */
  readonly most: number;
  /** Without commits and times of runs: nothing but the ledger is asked, which is a fraction of the requests. */
  readonly isLedgerOnly?: boolean;
}

export interface PastReleases extends NumberFacts {
  /** How many records of the ledger were read, of the kind of which there are more. */
  readonly records: number;
}

/** A release that began before the window may have ended in it. */
const BEFORE_MS = 7 * 86_400_000;
/** The job of release.yml and promote.yml that waits for people. */
const APPROVING = 'Approve';

/**
 * The releases of a time, and what only GitHub knows of them: what each brought, when its run was started, when a person
 * approved it. Needs `deployments: read`, `actions: read` and `contents: read`. Throws RemoteError.
 */
export async function readPastReleases(github: GitHub, options: PastOptions): Promise<PastReleases> {
  const { creator, environment, isLedgerOnly = false, most, service, window } = options;
  const key = { environment, service };
  const fromMs = window.fromMs - BEFORE_MS;
  const history = await readHistory({ github, creator }, key, { fromMs, most });
  const ledger = openLedger({ github, creator });
  const asides = new Map<string, ReleaseAside>();
  const sizes: ReleaseSize[] = [];
  // Those of before the window count in none of its numbers: only that they are gone is of now.
  const all = [...history.releases, ...history.earlier];
  for (const release of history.releases.filter(({ adopted }) => !adopted)) {
    const run = release.state === 'begun' ? await ledger.runState(release) : undefined;
    const hasEnded = run?.kind !== 'running';
    asides.set(release.id, { ...NOTHING, hasEnded });
    if (isLedgerOnly) continue;
    const brought = await broughtBy(github, release);
    const times = await readRunTimes(github, release.author, release.approval === undefined ? undefined : APPROVING);
    asides.set(release.id, {
      commits: brought?.commits ?? [],
      startedAt: times.startedAt,
      approvedAt: times.jobStartedAt,
      hasEnded,
    });
    const { files = null, lines = null } = brought ?? {};
    sizes.push({ release: release.id, commits: brought?.commits.length ?? null, files, lines });
  }
  return {
    ...{ environment, service, window, sizes },
    releases: releaseFacts({ releases: all, swaps: history.swaps }, (id) => asides.get(id) ?? NOTHING),
    gates: history.releases.flatMap(gatesOf),
    gaps: history.isWhole ? [] : [`of the ledger of ${showKey(key)} only the newest ${most} were read`],
    records: Math.max(all.length, history.swaps.length),
  };
}

const NOTHING: ReleaseAside = { commits: [], startedAt: null, approvedAt: null, hasEnded: true };

async function broughtBy(github: GitHub, { before, candidate }: PastRelease) {
  if (before.commit === null || candidate.commit === null || before.commit === candidate.commit) return undefined;
  return await readBrought(github, before.commit, candidate.commit);
}

/** What gates said of a candidate, as its evidence has it. */
function gatesOf({ author, candidate, evidence, service }: PastRelease): NumberFacts['gates'] {
  const { commit } = candidate;
  if (evidence === undefined || commit === null) return [];
  const atMs = Date.parse(evidence.at);
  return Object.entries(evidence.verdicts).map(([gate, verdict]) => ({
    gate,
    commit,
    service,
    verdict,
    atMs,
    run: author.url,
  }));
}
