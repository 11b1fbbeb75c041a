import { identifier } from '../fields.ts';
import { exact, type FormatContract } from '../format.ts';
import { asObject, isObject, namedChecks, reading, words } from '../read-json.ts';
import type { HealthCheck } from '../reading.ts';

const checkStates = words<HealthCheck['state']>({ pass: 'pass', warn: 'warn', fail: 'fail' });

/** `{status: healthy|degraded|unhealthy, timestamp, checks: {NAME: {status: pass|warn|fail}}, metadata}` */
export const health = {
  name: 'health',
  recognizes: (body) => isObject(body) && ['healthy', 'degraded', 'unhealthy'].includes(String(body['status'])),
  read: (body) => {
    const json = asObject(body);
    const metadata = asObject(json['metadata']);
    return reading(json['status'], words({ healthy: 'healthy', degraded: 'degraded', unhealthy: 'unhealthy' }), {
      checks: namedChecks(json['checks'], 'status', checkWords),
      timestamp: json['timestamp'],
      identity: {
        deployment: identifier(metadata['deployment_id']),
        commit: identifier(metadata['git_commit']),
      },
    });
  },
  statusFits: exact,
  needs: ['checks', 'timestamp'],
  identifies: true,
} as const satisfies FormatContract;

function checkWords(value: unknown): HealthCheck['state'] {
  return checkStates(value) ?? 'unclear';
}
