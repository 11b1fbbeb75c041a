import { word } from '../fields.ts';
import { type FormatContract, success } from '../format.ts';
import { asObject, reading, stateOf, words } from '../read-json.ts';
import type { Health, HealthCheck } from '../reading.ts';

const supabaseWords = words<Health>({ ACTIVE_HEALTHY: 'healthy', COMING_UP: 'degraded', UNHEALTHY: 'unhealthy' });

/** Supabase Management API, `GET /v1/projects/{ref}/health`: `[{name, status: ACTIVE_HEALTHY|COMING_UP|UNHEALTHY}]` */
export const supabase = {
  name: 'supabase',
  recognizes: (body) =>
    Array.isArray(body) &&
    body.length > 0 &&
    body.every((entry) => supabaseWords(asObject(entry)['status']) !== undefined),
  read: (body) => {
    const entries = (Array.isArray(body) ? body : []).map(asObject);
    const checks = entries.map(
      (entry): HealthCheck => ({ name: word(entry['name']), state: stateOf(supabaseWords(entry['status'])) }),
    );
    const states = checks.map((check) => check.state);
    const worst =
      states.includes('fail') || states.includes('unclear') ? 'fail' : states.includes('warn') ? 'warn' : 'pass';
    const overall = words<Health>({ pass: 'healthy', warn: 'degraded', fail: 'unhealthy' });
    return reading(worst, overall, { checks: entries.length === 0 ? undefined : checks });
  },
  statusFits: (_health, status) => success(status),
  needs: ['checks'],
  identifies: false,
} as const satisfies FormatContract;
