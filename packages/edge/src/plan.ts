import type { Secret } from '@lockstep/base';

/** Which deployment an audit looks at. Probes that act never run against `production` unless that is asked for. */
export const ENVIRONMENTS = ['production', 'preview', 'candidate'] as const;
export type EdgeEnvironment = (typeof ENVIRONMENTS)[number];

export const CSP_LEVELS = ['strict', 'balanced', 'report'] as const;
/** How much of csp_evaluator's findings fail: all that weaken the policy, the grave ones, or none. */
export type CspLevel = (typeof CSP_LEVELS)[number];

export const BEACONS = ['vercel-analytics', 'speed-insights', 'sentry'] as const;
export type Beacon = (typeof BEACONS)[number];

/** What an audit is asked to look at, and by which rules. */
export interface EdgePlan {
  /** Scheme, host and port. */
  readonly url: URL;
  /** Where the same host answers without TLS. */
  readonly httpUrl: URL;
  readonly environment: EdgeEnvironment;
  /** Pages, each a path. */
  readonly paths: readonly string[];
  /** Hosts of the caller that may be requested besides that of the address. */
  readonly hosts: readonly string[];
  readonly skipPaths: readonly string[];
  /** Ids of checks or patterns; one that begins with `!` leaves out. */
  readonly checks: readonly string[];
  readonly minTls: 'TLSv1.2' | 'TLSv1.3';
  readonly minDaysLeft: number;
  readonly minGrade: string;
  readonly csp: CspLevel;
  /** Paths of an API, for CORS besides the pages. */
  readonly apiPaths: readonly string[];
  /** Origins of other sites of the caller that may read the API. */
  readonly corsOrigins: readonly string[];
  readonly csrfPaths: readonly string[];
  readonly bursts: readonly Burst[];
  /** Headers of a client that no burst may slow down; none to try no other client. */
  readonly otherClient: readonly ClientHeader[];
  /** Whether probes that act may run against production. */
  readonly probeProduction: boolean;
  readonly beacons: readonly Beacon[];
  readonly dns: DnsPlan;
}

export interface Burst {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly path: string;
  /** How many requests must be enough to be refused. */
  readonly requests: number;
}

export interface ClientHeader {
  readonly name: string;
  readonly value: Secret;
}

export interface DnsPlan {
  /** Addresses of resolvers, `1.1.1.1` or `127.0.0.1:5353`; none to ask none. */
  readonly resolvers: readonly string[];
  readonly maxTtlSeconds: number;
  /** Addresses or a name that the host must point at; empty for any. */
  readonly expect: readonly string[];
  /** Name servers of the zone, where they are not to be looked up. */
  readonly authority: readonly string[];
}

/** The most requests that one burst may send. */
export const BURST_LIMIT = 100;

/** Whether probes that act may run. */
export function mayProbe({ environment, probeProduction }: EdgePlan): boolean {
  return environment !== 'production' || probeProduction;
}
