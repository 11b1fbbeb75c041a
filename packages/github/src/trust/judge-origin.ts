import type { CommitOrder } from '../commits.ts';

/** Somebody on GitHub. Logins can be changed and taken over by others; the id stays. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly isPerson: boolean;
}

/** A job of a run attempt, with its times in milliseconds since the epoch; null where it has not begun or ended. */
export interface JobFact {
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly startedAt: number | null;
  readonly completedAt: number | null;
}

/** What GitHub itself says of the run attempt that a record names as its writer. */
export interface OriginFacts {
  readonly repository: string;
  readonly headRepository: string;
  readonly headBranch: string | null;
  readonly event: string;
  readonly path: string;
  readonly url: string;
  readonly by: Account;
  readonly jobs: readonly JobFact[];
  /** How the run's commit stands to the tip of its branch; `unknown` where there is no such branch. */
  readonly commit: CommitOrder;
}

/** What must be true of it. */
export interface OriginRule {
  /** Names of the branches whose workflows may write the record, `*` for any characters. */
  readonly branches: readonly string[];
  /**
   * The job that writes it, as its workflow names it (a called one has its callers' names before it); any where
   * undefined.
   */
  readonly job: string | undefined;
  /** When the record was made, in milliseconds since the epoch. */
  readonly madeAt: number;
  /** Other records of the same kind that name the same run attempt. */
  readonly rivals: number;
}

/** Who wrote a record, by GitHub's word and not by the record's. */
export interface Origin {
  readonly by: Account;
  readonly path: string;
  readonly branch: string;
  readonly url: string;
}

export type Provenance =
  | { readonly kind: 'known'; readonly origin: Origin }
  | { readonly kind: 'doubted'; readonly why: string };

/** GitHub's clocks, and that it gives times in whole seconds. */
const SLACK_MS = 5_000;

/**
 * Whether a record was written by the run that it names. Any workflow that may write deployments can write any record
 * and name any run, of any branch: what it cannot do is to have that run be at work, in the very job that writes such
 * records, on a branch whose workflows people have reviewed. Pure.
 */
export function judgeOrigin(facts: OriginFacts | undefined, rule: OriginRule): Provenance {
  if (facts === undefined) return doubted('GitHub has no such run (any more)');
  const { headBranch, event, url, by, path } = facts;
  if (facts.headRepository !== facts.repository) return doubted(`${url} ran a commit of ${facts.headRepository}`);
  if (/^pull_request/.test(event))
    return doubted(`${url} was started by ${event}, which runs commits that anyone may propose`);
  if (headBranch === null || !rule.branches.some((branch) => fits(headBranch, branch)))
    return doubted(
      `${url} ran on ${headBranch ?? 'no branch'}; only workflows of ${rule.branches.join(', ')} are trusted (trusted-branches)`,
    );
  // A tag may bear a branch's name: what counts is that the commit is the branch's own.
  if (facts.commit !== 'identical' && facts.commit !== 'behind')
    return doubted(`${url} ran a commit that branch ${headBranch} does not have`);
  const named = facts.jobs.filter(({ name }) => rule.job === undefined || lastName(name) === rule.job);
  if (!named.some((job) => isAtWork(job, rule.madeAt))) {
    const job = rule.job === undefined ? 'no job' : `no job "${rule.job}"`;
    return doubted(`${url} had ${job} at work when the record was written: another run wrote it`);
  }
  if (rule.rivals > 0)
    return doubted(`${url} is named by ${rule.rivals + 1} such records: only one of them can be genuine`);
  return { kind: 'known', origin: { by, path, branch: headBranch, url } };
}

/** `Promote / Ask (a, b)` is `Ask`. */
function lastName(name: string): string {
  return (name.split(' / ').at(-1) ?? name).replace(/ \([^)]*\)$/, '');
}

function isAtWork({ conclusion, startedAt, completedAt }: JobFact, madeAt: number): boolean {
  if (startedAt === null || conclusion === 'skipped') return false;
  return madeAt >= startedAt - SLACK_MS && madeAt <= (completedAt ?? Number.POSITIVE_INFINITY) + SLACK_MS;
}

function fits(branch: string, pattern: string): boolean {
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`).test(branch);
}

function doubted(why: string): Provenance {
  return { kind: 'doubted', why };
}
