import type { FormatContract } from '../format.ts';
import { identityOf } from '../identity.ts';
import { asObject, reading, words } from '../read-json.ts';
import { health } from './health.ts';

/**
 * JSON that names its build, as `health` or `health+json` does, whatever it says of its health: asks a build that may not be
 * healthy yet, because its schema is still to come, for its name alone.
 */
export const identity = {
  name: 'identity',
  recognizes: () => false,
  read: (body) => {
    const json = asObject(body);
    const released = identityOf(json['releaseId']);
    const { deployment, commit } = health.read(body).identity;
    return reading('answered', words({ answered: 'healthy' }), {
      identity: { deployment: deployment ?? released.deployment, commit: commit ?? released.commit },
    });
  },
  statusFits: () => true,
  needs: [],
  identifies: true,
  withoutChecks: true,
} as const satisfies FormatContract;
