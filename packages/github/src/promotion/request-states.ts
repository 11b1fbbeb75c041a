import type { GitHubState } from '../ledger/states.ts';

/**
 * - `requested`: somebody asked, nobody answered
 * - `approved`: somebody else said yes; the run in which that was said releases it
 * - `denied`: somebody said no, and it is over
 * - `used`: a release began by it
 */
export type RequestState = 'requested' | 'approved' | 'denied' | 'used';

export const REQUEST_STATES: Readonly<Record<RequestState, GitHubState>> = {
  requested: 'pending',
  approved: 'in_progress',
  denied: 'failure',
  used: 'success',
};

export interface RequestStatus {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly creator: { readonly login: string } | null;
  readonly log_url: string;
}

export interface RequestStanding {
  /** `withdrawn` where a person set it inactive by hand. */
  readonly state: RequestState | 'withdrawn';
  /** The first approval. */
  readonly approval: RequestStatus | undefined;
  readonly denial: RequestStatus | undefined;
}

/**
 * How a request stands. It only ever goes on: whoever may write a status can end a request, and nobody can bring one
 * back that was used, denied or withdrawn. Pure.
 */
export function standingOf(statuses: readonly RequestStatus[], creator: string): RequestStanding {
  const oldestFirst = [...statuses].sort((a, b) => a.id - b.id);
  const first = (state: RequestState) =>
    oldestFirst.find(({ creator: by, description }) => by?.login === creator && wordOf(description) === state);
  const [approval, denial] = [first('approved'), first('denied')];
  const withdrawn = oldestFirst.some(({ state }) => state === 'inactive');
  const state =
    first('used') !== undefined
      ? 'used'
      : withdrawn
        ? 'withdrawn'
        : denial !== undefined
          ? 'denied'
          : approval !== undefined
            ? 'approved'
            : 'requested';
  return { state, approval, denial };
}

function wordOf(description: string): string | undefined {
  return /^([a-z-]+)(?::|$)/.exec(description)?.[1];
}

/** `by olga: it waits for the audit` of `denied: by olga: it waits for the audit`. */
export function saidBy(
  status: RequestStatus | undefined,
): { readonly by: string; readonly reason: string } | undefined {
  const [, by, reason = ''] = /^[a-z-]+: by (\S+?)(?:: (.*))?$/s.exec(status?.description ?? '') ?? [];
  return by === undefined ? undefined : { by, reason };
}
