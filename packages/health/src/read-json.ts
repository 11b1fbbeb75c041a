import { word } from './fields.ts';
import { type Identity, noIdentity } from './identity.ts';
import type { Health, HealthCheck, HealthReading } from './reading.ts';

type Json = Readonly<Record<string, unknown>>;

/** What an answer may say besides its status word. */
interface Rest {
  readonly checks?: readonly HealthCheck[] | undefined;
  readonly timestamp?: unknown;
  readonly uptime?: unknown;
  readonly identity?: Identity;
}

/** `meaning`: what the contract makes of a status word; undefined for one that it does not know. */
export function reading(status: unknown, meaning: (word: unknown) => Health | undefined, rest: Rest): HealthReading {
  return {
    word: word(status),
    health: meaning(status),
    checks: rest.checks ?? [],
    checksStated: rest.checks !== undefined,
    timestamp: timeOf(rest.timestamp),
    uptime: typeof rest.uptime === 'number' ? rest.uptime : undefined,
    identity: rest.identity ?? noIdentity,
  };
}

/** `{NAME: {KEY: …}}`; undefined where it is no such map. */
export function namedChecks(
  value: unknown,
  key: string,
  state: (value: unknown) => HealthCheck['state'],
): readonly HealthCheck[] | undefined {
  if (!isObject(value)) return undefined;
  return Object.entries(value).map(([name, check]) => ({ name: word(name), state: state(asObject(check)[key]) }));
}

/** The words of a contract and what they mean. */
export function words<T>(table: Readonly<Record<string, T>>): (value: unknown) => T | undefined {
  return (value) => (typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined);
}

/** A check of which the contract speaks as of the whole. */
export function stateOf(value: Health | undefined): HealthCheck['state'] {
  if (value === undefined) return 'unclear';
  return value === 'healthy' ? 'pass' : value === 'degraded' ? 'warn' : 'fail';
}

/** Milliseconds since the epoch, also from a number of seconds or milliseconds. */
export function timeOf(value: unknown): number | 'unreadable' | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return value > 1e11 ? value : value * 1_000;
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? 'unreadable' : at;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}
