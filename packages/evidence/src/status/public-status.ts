import { at } from '@lockstep/base';
import { type Allowed, finite, like, listOf, type Of, oneOf, orNull, record, time } from './allow.ts';
import { DRILL_NAMES, ENVIRONMENT_STATES, INCIDENT_CAUSES, RELEASE_ENDS, type StatusFacts } from './status-facts.ts';

export const STATUS_KIND = 'lockstep-status/1';
/** Of each list: what is older is in the ledger and in the issues. */
const MOST = 20;

/** Words that people chose in public: neither an address nor a sign of one, and no numbers of people. */
const TITLE = /^(?!(?:\D*\d){5})[\p{L}\p{N}][\p{L}\p{N} .&'()–-]{0,59}$/u;
const RELEASE_ID = like(/^\d{8}T\d{6}Z-[0-9a-f]{6}$/);
/** As much of a commit as people write. */
const commit: Allowed<string> = (value) => like(/^[0-9a-f]{7,64}$/)(value)?.slice(0, 7);
const share: Allowed<number> = (value) => {
  const number = finite(value);
  return number !== undefined && number >= 0 && number <= 1 ? number : undefined;
};
const whole: Allowed<number> = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
const duration: Allowed<number> = (value) => {
  const number = finite(value);
  return number !== undefined && number >= 0 ? Math.round(number) : undefined;
};

/**
 * All that may be on the page, and in its JSON. Names of environments and services are those that the caller listed, so that a
 * preview that is called by a customer's name is not shown.
 */
function allowedOf(lines: ReadonlySet<string>) {
  const name = like(/^[A-Za-z0-9](?:[\w .-]{0,38}[\w.])?$/);
  const service: Allowed<string> = (value) => (value === '' ? '' : name(value));
  const line = { environment: name, service };
  const listed =
    <T extends { readonly environment: string; readonly service: string }>(allowed: Allowed<T>): Allowed<T> =>
    (value) => {
      const read = allowed(value);
      return read !== undefined && lines.has(lineName(read)) ? read : undefined;
    };
  /** What has a line that is not shown itself. */
  const ofLine =
    <T>(allowed: Allowed<T>): Allowed<T> =>
    (value) => {
      const of = at(value, 'line');
      return of === null || listed(record(line))(of) !== undefined ? allowed(value) : undefined;
    };
  const when = orNull(time);
  const budget = record({ allowedMs: duration, spentMs: duration, left: finite, coverage: share });
  const rate = record({
    longMs: duration,
    limit: finite,
    severity: oneOf(['page', 'ticket']),
    rate: orNull(finite),
    state: oneOf(['burning', 'calm', 'unknown', 'not-asked']),
  });
  // Why it was not measured may name an address of a monitor.
  const availability = record({
    kind: oneOf(['measured', 'not-measured']),
    good: orNull(share),
    coverage: orNull(share),
  });
  return record({
    title: like(TITLE),
    at: time,
    environments: orNull(
      listOf(
        listed(
          record({
            ...line,
            state: oneOf(ENVIRONMENT_STATES),
            release: orNull(RELEASE_ID),
            commit: orNull(commit),
            since: when,
          }),
        ),
        MOST,
      ),
    ),
    releases: orNull(
      listOf(
        listed(
          record({
            ...line,
            id: RELEASE_ID,
            commit: orNull(commit),
            begunAt: time,
            endedAt: when,
            end: oneOf(RELEASE_ENDS),
            goneAt: when,
          }),
        ),
        MOST,
      ),
    ),
    incidents: orNull(
      listOf(
        ofLine(
          record({
            number: whole,
            cause: oneOf(INCIDENT_CAUSES),
            openedAt: time,
            acknowledgedAt: when,
            restoredAt: when,
            closedAt: when,
          }),
        ),
        MOST,
      ),
    ),
    availability: orNull(
      listOf(
        listed(
          record({
            ...line,
            report: record({
              objective: share,
              windowMs: duration,
              at: time,
              availability,
              budget: orNull(budget),
              rates: listOf(rate, 10),
            }),
          }),
        ),
        MOST,
      ),
    ),
    drills: orNull(
      listOf(
        record({
          name: oneOf(DRILL_NAMES),
          at: time,
          verdict: oneOf(['pass', 'fail', 'unknown']),
          recoveryMs: orNull(duration),
          dataAgeMs: orNull(duration),
          acknowledgedMs: orNull(duration),
        }),
        MOST,
      ),
    ),
    controls: orNull(record({ current: whole, failing: whole, stale: whole, missing: whole, notCollected: whole })),
  });
}

export type PublicStatus = { readonly kind: typeof STATUS_KIND } & Of<ReturnType<typeof allowedOf>>;

/** `production/web`, or `production` without a service: as the caller lists them. */
export function lineName({ environment, service }: { readonly environment: string; readonly service: string }): string {
  return service === '' ? environment : `${environment}/${service}`;
}

/** Pure. Undefined where even title or time are not for the public, so that there is no page. `lines`: see `lineName`. */
export function publicStatus(facts: StatusFacts, lines: readonly string[]): PublicStatus | undefined {
  const read = allowedOf(new Set(lines))(facts);
  return read === undefined ? undefined : { kind: STATUS_KIND, ...read };
}
