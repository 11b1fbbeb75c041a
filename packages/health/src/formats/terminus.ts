import { exact, type FormatContract } from '../format.ts';
import { asObject, isObject, namedChecks, reading, words } from '../read-json.ts';
import type { HealthCheck } from '../reading.ts';

/** @nestjs/terminus: `{status: ok|error|shutting_down, info, error, details: {NAME: {status: up|down}}}` */
export const terminus = {
  name: 'terminus',
  recognizes: (body) =>
    isObject(body) && ['ok', 'error', 'shutting_down'].includes(String(body['status'])) && isObject(body['details']),
  read: (body) => {
    const json = asObject(body);
    const states = words<HealthCheck['state']>({ up: 'pass', down: 'fail' });
    return reading(json['status'], words({ ok: 'healthy', error: 'unhealthy', shutting_down: 'unhealthy' }), {
      checks: namedChecks(json['details'], 'status', (value) => states(value) ?? 'unclear'),
    });
  },
  statusFits: exact,
  needs: ['checks'],
  identifies: false,
} as const satisfies FormatContract;
