import { exact, type FormatContract } from '../format.ts';
import { asObject, isObject, namedChecks, reading, stateOf, words } from '../read-json.ts';
import type { Health } from '../reading.ts';

const actuatorWords = words<Health>({
  UP: 'healthy',
  UNKNOWN: 'degraded',
  DOWN: 'unhealthy',
  OUT_OF_SERVICE: 'unhealthy',
});

/** Spring Boot Actuator: `{status: UP|DOWN|OUT_OF_SERVICE|UNKNOWN, components}`; UP and UNKNOWN answer 200. */
export const actuator = {
  name: 'actuator',
  recognizes: (body) => isObject(body) && actuatorWords(body['status']) !== undefined,
  read: (body) => {
    const json = asObject(body);
    return reading(json['status'], actuatorWords, {
      checks:
        namedChecks(json['components'] ?? json['details'], 'status', (value) => stateOf(actuatorWords(value))) ?? [],
    });
  },
  statusFits: exact,
  needs: [],
  identifies: false,
} as const satisfies FormatContract;
