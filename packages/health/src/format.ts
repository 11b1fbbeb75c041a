import type { Health, HealthReading } from './reading.ts';

/** What a format requires, and how to read it: the consistency rules check answers against it. */
export interface FormatContract {
  readonly name: string;
  /** Whether an answer of unknown format is one of this. */
  readonly recognizes: (body: unknown, contentType: string) => boolean;
  readonly read: (body: unknown) => HealthReading;
  /** Whether the status code is the one that goes with a state of health. */
  readonly statusFits: (health: Health, status: number) => boolean;
  readonly needs: readonly ('checks' | 'timestamp')[];
  /** Whether the contract has a place for the build's identity. */
  readonly identifies: boolean;
  /** Its checks, if it has any, are not looked at: they cannot be asked for by name either. */
  readonly withoutChecks?: true;
}

/** 2xx. */
export function success(status: number): boolean {
  return status >= 200 && status < 300;
}

/** healthy and degraded answer 200, unhealthy 503. */
export function exact(health: Health, status: number): boolean {
  return status === (health === 'unhealthy' ? 503 : 200);
}

/** draft-inadarei-api-health-check, section 3: pass and warn in 2xx or 3xx, fail in 4xx or 5xx. */
export function byClass(health: Health, status: number): boolean {
  return health === 'unhealthy' ? status >= 400 && status < 600 : status >= 200 && status < 400;
}
