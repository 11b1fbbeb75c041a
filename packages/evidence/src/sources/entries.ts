import { judgeChecks, type Verdict } from '@lockstep/base';
import type { FoundList } from '../controls/found.ts';
import type { PastRelease, PastSwap } from '../numbers/from-ledger.ts';
import { drillOf } from '../numbers/over-time.ts';
import type { TrailEntry, TrailEvent } from '../trail/record.ts';

/** A release of the ledger with who had to do with it; logins, which no record has. */
export interface RecordedRelease extends PastRelease {
  readonly author: { readonly runId: number; readonly runAttempt: number };
  readonly actor: string;
  readonly approval?: { readonly by: string };
  /** The newest version of the database when it began; null or absent where nobody said. */
  readonly databaseVersion?: string | null;
  readonly evidence?: { readonly at: string; readonly digest: string; readonly planDigest: string | null };
}

export interface RecordedSwap extends PastSwap {
  readonly id: string;
  readonly author: { readonly runId: number; readonly runAttempt: number };
}

/** What a committed release applied, by the digests of its texts. */
export interface RecordedMigrations {
  readonly release: string;
  readonly createdAt: string;
  readonly author: { readonly runId: number; readonly runAttempt: number };
  /** In order. */
  readonly applied: readonly { readonly version: string; readonly up: string; readonly down: string | null }[];
  /** How many steps of the release applied some; absent: one. */
  readonly steps?: number;
}

export interface Line {
  readonly environment: string;
  readonly service: string;
  readonly releases: readonly RecordedRelease[];
  readonly swaps: readonly RecordedSwap[];
  readonly migrated?: readonly RecordedMigrations[];
}

/** The numeric id of a person; null where nobody bears the login, or it is no person's. */
export type IdOf = (login: string) => number | null;

const RELEASE_VERDICTS: Readonly<Record<string, Verdict>> = {
  released: 'pass',
  'rolled-back': 'fail',
  'partly-rolled-back': 'fail',
  held: 'unknown',
  unknown: 'unknown',
};
const ROLLBACK_VERDICTS: Readonly<Record<string, Verdict>> = {
  swapped: 'pass',
  'put-back': 'fail',
  unchanged: 'fail',
  unresolved: 'unknown',
};

/** What the ledger says that happened, as entries of the trail; an entry for each state that a release came to. Pure. */
export function ledgerEntries(line: Line, idOf: IdOf): readonly TrailEntry[] {
  const subject = subjectOf(line);
  const releases = line.releases.filter(({ adopted }) => !adopted);
  return [
    ...releases.flatMap((release) => approvalEntries(release, subject, idOf)),
    ...releases.flatMap((release) => releaseEntries(release, subject, idOf)),
    ...line.swaps.flatMap((swap) => rollbackEntries(swap, subject)),
  ].sort(byTime);
}

/** The reports that runs kept, as entries of the trail: each once, by its digest. Pure. */
export function reportEntries(lists: readonly FoundList[]): readonly TrailEntry[] {
  const entries = lists.map(({ digest, file, list }): TrailEntry => {
    // At its own time, or it would have another verdict once what it accepts has ended.
    const { reason, verdict } = judgeChecks(list, { onUnknown: 'fail', reportOnly: false }, Date.parse(list.at));
    // The same tool also says how old the newest backup is, which is no drill.
    const event = drillOf(list) === undefined ? 'audit' : 'drill';
    return {
      ...base({ id: `${event}/${codeOf(list.tool.name)}/${digest.slice(0, 32)}`, event, at: list.at }),
      ...{ subject: codeOf(list.tool.name), verdict, reason, run: runOf(list.run), files: { [codeOf(file)]: digest } },
    };
  });
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()].sort(byTime);
}

function approvalEntries({ actor, approval, author, createdAt, id }: RecordedRelease, subject: string, idOf: IdOf) {
  if (approval === undefined) return [];
  const reason = approval.by === actor ? 'approved-by-the-same-person' : 'approved';
  const entry = base({ id: codeOf(`approval/${id}`), event: 'approval', at: createdAt });
  return [{ ...entry, subject, reason, verdict: 'pass' as const, actor: idOf(approval.by), run: attempt(author) }];
}

function releaseEntries(release: RecordedRelease, subject: string, idOf: IdOf): readonly TrailEntry[] {
  const { actor, author, evidence, id, said } = release;
  const digests = { evidence: evidence?.digest, plan: evidence?.planDigest ?? undefined };
  const files = Object.fromEntries(
    Object.entries(digests).flatMap(([name, digest]) => {
      const hex = /^(?:sha256:)?([0-9a-f]{64})$/.exec(digest ?? '')?.[1];
      return hex === undefined ? [] : [[name, hex]];
    }),
  );
  return firstOfEach(said).flatMap(({ at, state }) => {
    const verdict = RELEASE_VERDICTS[state];
    if (verdict === undefined) return [];
    const entry = base({ id: codeOf(`release/${id}/${state}`), event: 'release', at });
    return [{ ...entry, subject, verdict, reason: state, actor: idOf(actor), run: attempt(author), files }];
  });
}

function rollbackEntries({ author, id, said, takesBack }: RecordedSwap, subject: string): readonly TrailEntry[] {
  if (takesBack === undefined) return [];
  return firstOfEach(said).flatMap(({ at, state }) => {
    const verdict = ROLLBACK_VERDICTS[state];
    if (verdict === undefined) return [];
    const entry = base({ id: codeOf(`rollback/${id}/${state}`), event: 'rollback', at });
    return [{ ...entry, subject, verdict, reason: state, run: attempt(author) }];
  });
}

export function subjectOf({ environment, service }: Pick<Line, 'environment' | 'service'>): string {
  return codeOf(service === '' ? environment : `${environment}/${service}`);
}

export function base({ at, event, id }: { readonly id: string; readonly event: TrailEvent; readonly at: string }) {
  return { id, event, actor: null, run: null, happenedAt: new Date(Date.parse(at)).toISOString(), files: {} };
}

export function attempt({ runAttempt, runId }: { readonly runId: number; readonly runAttempt: number }) {
  return runId > 0 ? { id: runId, attempt: Math.max(1, runAttempt) } : null;
}

/** `…/actions/runs/7/attempts/2` */
export function runOf(url: string | null): TrailEntry['run'] {
  const [, id, nth = '1'] = /\/actions\/runs\/([1-9]\d*)(?:\/attempts\/([1-9]\d*))?/.exec(url ?? '') ?? [];
  return id === undefined ? null : { id: Number(id), attempt: Number(nth) };
}

function firstOfEach<T extends { readonly state: string }>(said: readonly T[]): readonly T[] {
  return said.filter(({ state }, nth) => said.findIndex((one) => one.state === state) === nth);
}

/** What a record may have in its texts. */
export function codeOf(text: string): string {
  return (
    text
      .replace(/[^A-Za-z0-9._:/+-]/g, '_')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, 200) || 'none'
  );
}

function byTime(a: TrailEntry, b: TrailEntry): number {
  return Date.parse(a.happenedAt) - Date.parse(b.happenedAt);
}
