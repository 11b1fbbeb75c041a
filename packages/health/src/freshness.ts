import { formatDuration } from '@lockstep/base';
import type { HttpResponse } from './exchange.ts';
import { word } from './fields.ts';
import { type AnswerFinding, note, violation } from './finding.ts';
import type { FormatContract } from './format.ts';
import type { HealthReading } from './reading.ts';

/** Clocks further apart than this are noted. */
const SKEW_MS = 120_000;

/** What a read said of its time. */
export interface TimedRead {
  /** When the first read with this timestamp was made, in milliseconds since the epoch. */
  readonly at: number;
  readonly timestamp: number;
  readonly uptime: number | undefined;
}

/** How new an answer must be. */
export interface Freshness {
  readonly maxAgeMs: number;
  /** The read before it, where there is one to compare with. */
  readonly earlier: TimedRead | undefined;
}

/**
 * Whether the answer was made for this request. A route that Next prerendered at build time says `healthy` forever,
 * with its database dead: only its frozen timestamp and its cache headers show it.
 */
export function staleness(
  answer: HttpResponse,
  reading: HealthReading,
  format: FormatContract,
  wanted: Freshness,
): readonly AnswerFinding[] {
  return [...cacheFindings(answer, format), ...timeFindings(answer, reading, format, wanted)];
}

/** Headers by which Vercel's edge, Next and shared caches say that the application was not asked. */
const cacheHeaders: readonly (readonly [name: string, served: RegExp])[] = [
  ['x-vercel-cache', /^(HIT|STALE|PRERENDER)$/i],
  ['x-nextjs-cache', /^(HIT|STALE)$/i],
  ['x-nextjs-prerender', /^1$/],
  ['cf-cache-status', /^(HIT|STALE|REVALIDATED|UPDATING)$/i],
];

function cacheFindings(answer: HttpResponse, format: FormatContract): AnswerFinding[] {
  const found: AnswerFinding[] = [];
  // A page may well be prerendered; a health answer that is says nothing.
  const cached = format.name === 'plain' ? note : violation;
  for (const [name, served] of cacheHeaders) {
    const value = answer.headers[name];
    if (value !== undefined && served.test(value))
      found.push(cached('cached-answer', `${name}: ${word(value)}; served from a cache, not by the application`));
  }
  const age = Number(answer.headers['age'] ?? '0');
  if (age > 0) found.push(cached('cached-answer', `age: ${age}; served from a cache`));

  const directives = (answer.headers['cache-control'] ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim());
  const shared = directives.find((directive) => /^(s-maxage|max-age)=[1-9]/.test(directive));
  if (shared !== undefined && !directives.some((directive) => directive === 'no-store' || directive === 'private'))
    found.push(
      note('cacheable', `cache-control: ${word(shared)} allows caches to answer for the application; send no-store`),
    );
  return found;
}

function timeFindings(
  answer: HttpResponse,
  reading: HealthReading,
  format: FormatContract,
  { earlier, maxAgeMs }: Freshness,
): AnswerFinding[] {
  const { timestamp } = reading;
  if (timestamp === 'unreadable') return [violation('unreadable-timestamp', 'the timestamp is not a valid time')];
  if (timestamp === undefined)
    return format.needs.includes('timestamp')
      ? [violation('missing-timestamp', `the format ${format.name} requires a timestamp, the response has none`)]
      : [];

  const found: AnswerFinding[] = [];
  const skew = (serverDate(answer) ?? answer.at) - answer.at;
  if (Math.abs(skew) > SKEW_MS)
    found.push(
      note('clock-skew', `the server's clock is ${formatDuration(Math.abs(skew))} ${skew > 0 ? 'ahead' : 'behind'}`),
    );
  // Its timestamp and its Date are by one clock; how far that is from the runner's says nothing of its age.
  const age = (serverDate(answer) ?? answer.at + answer.ms) - timestamp;
  if (age > maxAgeMs)
    found.push(
      violation('old-timestamp', `generated ${formatDuration(age)} ago, "max-age" is ${formatDuration(maxAgeMs)}`),
    );
  if (age < -SKEW_MS) found.push(note('future-timestamp', `its timestamp is ${formatDuration(-age)} in the future`));
  if (earlier !== undefined && repeats(earlier, answer, timestamp, reading.uptime))
    found.push(violation('repeating-timestamp', 'two responses have the same timestamp: the response is frozen'));
  return found;
}

/** When the server says that it answered; undefined where it does not. */
function serverDate(answer: HttpResponse): number | undefined {
  const date = Date.parse(answer.headers['date'] ?? '');
  return Number.isNaN(date) ? undefined : date;
}

/** Timestamps may be of whole seconds, so that reads closer together than that may share one. */
const RESOLUTION_MS = 1_000;

function repeats(earlier: TimedRead, answer: HttpResponse, timestamp: number, uptime: number | undefined): boolean {
  return !moved(earlier, { at: answer.at, timestamp, uptime }) && answer.at - earlier.at > RESOLUTION_MS;
}

/** Whether the second read shows that its answer was generated again. A growing uptime shows it too. */
export function moved(first: TimedRead, second: TimedRead): boolean {
  if (first.timestamp !== second.timestamp) return true;
  return first.uptime !== undefined && second.uptime !== undefined && second.uptime > first.uptime;
}

/** The read to compare the next one with: the first that carried the present timestamp. */
export function laterRead(earlier: TimedRead | undefined, read: TimedRead): TimedRead {
  return earlier === undefined || moved(earlier, read) ? read : earlier;
}
