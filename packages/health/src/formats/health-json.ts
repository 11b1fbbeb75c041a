import { word } from '../fields.ts';
import { byClass, type FormatContract } from '../format.ts';
import { identityOf } from '../identity.ts';
import { asObject, isObject, reading, stateOf, timeOf, words } from '../read-json.ts';
import type { Health, HealthCheck } from '../reading.ts';

const ietfTable = words<Health>({
  pass: 'healthy',
  ok: 'healthy',
  up: 'healthy',
  warn: 'degraded',
  fail: 'unhealthy',
  error: 'unhealthy',
  down: 'unhealthy',
});

/** draft-inadarei-api-health-check-06; `checks` is an object of arrays. */
export const ietf = {
  name: 'health+json',
  recognizes: (body, contentType) =>
    isObject(body) &&
    (contentType.includes('application/health+json') ||
      (ietfWords(body['status']) !== undefined && Object.values(asObject(body['checks'])).some(Array.isArray))),
  read: (body) => {
    const json = asObject(body);
    const checks = isObject(json['checks'])
      ? Object.entries(json['checks']).flatMap(([name, entries]): HealthCheck[] =>
          (Array.isArray(entries) ? entries : [entries]).map((entry: unknown) => {
            // Section 4.5: a check without a status reports a value and judges nothing.
            const status = asObject(entry)['status'];
            return { name: word(name), state: status === undefined ? 'pass' : ietfStates(status) };
          }),
        )
      : [];
    return reading(json['status'], ietfWords, {
      checks,
      timestamp: newest(json['checks']),
      identity: identityOf(json['releaseId']),
    });
  },
  statusFits: byClass,
  needs: [],
  identifies: true,
} as const satisfies FormatContract;

function ietfWords(value: unknown): Health | undefined {
  return ietfTable(typeof value === 'string' ? value.toLowerCase() : value);
}

function ietfStates(value: unknown): HealthCheck['state'] {
  return stateOf(ietfWords(value));
}

/** The newest `time` of any check: the draft knows no time of the whole answer. */
function newest(checks: unknown): unknown {
  const times = Object.values(asObject(checks))
    .flatMap((entries) => (Array.isArray(entries) ? entries : []))
    .map((entry: unknown) => timeOf(asObject(entry)['time']))
    .filter((time) => typeof time === 'number');
  return times.length === 0 ? undefined : Math.max(...times);
}
