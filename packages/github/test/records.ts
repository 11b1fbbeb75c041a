import type {
  Build,
  LedgerView,
  ReleasePayload,
  ReleaseRecord,
  RunState,
  SwapPayload,
  SwapRecord,
} from '../src/index.ts';

/** Records with everything in them that a case does not care about. */
export const author = (runId = 1, runAttempt = 1) => ({
  runId,
  runAttempt,
  url: `https://github.example/acme/shop/actions/runs/${runId}/attempts/${runAttempt}`,
});

export const build = (name: string): Build => ({ deployment: `dpl_${name}`, commit: name });

export function releasePayload(id: string, more: Partial<ReleasePayload> = {}): ReleasePayload {
  return {
    kind: 'lockstep-release/1',
    id,
    service: 'web',
    author: author(),
    actor: 'octocat',
    candidate: build(id),
    before: { deployment: null, commit: null, release: null },
    databaseVersion: null,
    adopted: false,
    ...more,
  };
}

export function swapPayload(id: string, more: Partial<SwapPayload> = {}): SwapPayload {
  return {
    kind: 'lockstep-swap/1',
    id,
    service: 'web',
    author: author(),
    release: null,
    from: 'dpl_old',
    to: 'dpl_new',
    aliases: { 'shop.example': 'dpl_old' },
    ...more,
  };
}

/** A ledger of the given releases and swaps, newest first. */
export function viewOf(
  releases: readonly Partial<ReleaseRecord>[],
  swaps: readonly Partial<SwapRecord>[] = [],
): LedgerView {
  const place = (at: number) => ({
    record: 1_000 - at,
    message: '',
    createdAt: '2026-11-22T04:00:00Z',
    since: '2026-11-22T04:00:00Z',
  });
  return {
    key: { environment: 'production', service: 'web' },
    releases: releases.map((release, at) => ({
      ...releasePayload(`r${releases.length - at}`),
      ...place(at),
      state: 'begun',
      deployment: `dpl_r${releases.length - at}`,
      ...release,
    })),
    swaps: swaps.map((swap, at) => ({ ...swapPayload(`i${at}`), ...place(at), state: 'open', ...swap })),
    ignored: [],
  };
}

export const running: RunState = { kind: 'running' };
export const ended = (conclusion: string | null): RunState => ({ kind: 'ended', conclusion });
