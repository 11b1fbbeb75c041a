import type { Identity } from './identity.ts';

export type Health = 'healthy' | 'degraded' | 'unhealthy';

/** One check inside a health answer. */
export interface HealthCheck {
  /** As `fields.word` lets it out. */
  readonly name: string;
  /** `unclear` where the check's own word is not in its contract. */
  readonly state: 'pass' | 'warn' | 'fail' | 'unclear';
}

/** What a health answer says of itself, in the words of no particular format. */
export interface HealthReading {
  /** The status word, as `fields.word` lets it out. */
  readonly word: string;
  /** Undefined where the contract does not know the word. */
  readonly health: Health | undefined;
  readonly checks: readonly HealthCheck[];
  /** Whether what the contract calls its checks was there at all. */
  readonly checksStated: boolean;
  /** When the answer says it was made, in milliseconds since the epoch; `unreadable` where it is no time. */
  readonly timestamp: number | 'unreadable' | undefined;
  /** Seconds, as the process says. */
  readonly uptime: number | undefined;
  readonly identity: Identity;
}
