import { word } from '../fields.ts';
import { exact, type FormatContract } from '../format.ts';
import { asObject, isObject, reading, words } from '../read-json.ts';
import type { HealthCheck } from '../reading.ts';

/** `{status: ready|not ready|error, checks: [{component, ready, message}]}` */
export const ready = {
  name: 'ready',
  recognizes: (body) =>
    isObject(body) && ['ready', 'not ready', 'error'].includes(String(body['status'])) && !('details' in body),
  read: (body) => {
    const json = asObject(body);
    const list = json['checks'];
    const checks = Array.isArray(list)
      ? list.map((entry: unknown): HealthCheck => {
          const check = asObject(entry);
          const state = check['ready'] === true ? 'pass' : check['ready'] === false ? 'fail' : 'unclear';
          return { name: word(check['component']), state };
        })
      : undefined;
    return reading(json['status'], words({ ready: 'healthy', 'not ready': 'unhealthy', error: 'unhealthy' }), {
      checks,
      timestamp: json['timestamp'],
    });
  },
  statusFits: exact,
  needs: ['checks'],
  identifies: false,
} as const satisfies FormatContract;
