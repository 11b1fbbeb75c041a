import { afterEach } from '@jest/globals';
import { Secret } from '@lockstep/base';
import { type FaultEffect, Faults } from '@lockstep/proving-ground/faults';
import { type SentryReads, startSentryReads } from '@lockstep/proving-ground/sentry';
import { watchOne } from '../watch.ts';
import { type Cells, HOSTILE } from './cell.ts';

const open: SentryReads[] = [];
afterEach(async () => {
  for (const sentry of open.splice(0)) await sentry.close();
});

const METRIC = `    for: candidate
    release: shop@{{commit}}
    query: crash-free-sessions
    min-samples: 100
    interval: 30s
    success: '[VALUE] >= 0.99'`;
const NEW = 'shop@c0ffee1';

async function asking(
  seed: Partial<SentryReads['sessions'][number]> | undefined,
  { effect, metric = METRIC }: { readonly effect?: FaultEffect; readonly metric?: string } = {},
) {
  const faults = new Faults();
  if (effect !== undefined) faults.plant({ service: 'sentry', times: Number.POSITIVE_INFINITY, effect });
  const sentry = await startSentryReads({ faults });
  open.push(sentry);
  if (seed !== undefined) sentry.sessions.push({ release: NEW, sessions: 400, crashFree: 1, ...seed });
  sentry.issues.push({ release: NEW, title: HOSTILE }, { release: NEW, title: HOSTILE });
  const yaml = `providers:
  sentry: { url: ${sentry.url}, organization: acme, project: shop, token: $TOKEN, environment: production }
metrics:
  - name: crashes
    provider: sentry
${metric}`;
  const token = new Secret(sentry.token);
  return await watchOne(yaml, { surroundings: { secretOf: () => token } });
}

export const sentry: Cells = {
  'finds a candidate that is worse': () => asking({ crashFree: 0.93 }),
  'passes one that is equal': () => asking({ crashFree: 0.999 }),
  'is unknown on an empty answer': () => asking(undefined),
  'is unknown on an error': () => asking({}, { effect: { kind: 'status', status: 503 } }),
  'is unknown below its minimum of samples': () => asking({ sessions: 99, crashFree: 0 }),
  // What has not arrived are sessions that are missing; of those that have, all crashed.
  'is unknown while data is late': () => asking({ sessions: 12, crashFree: 0 }),
  'refuses a window that began before the swap': () => asking({}, { metric: `${METRIC}\n    window: 10m` }),
  'shows nothing of a hostile text': () =>
    asking({}, { metric: METRIC.replace('crash-free-sessions', 'new-issues').replace('>= 0.99', '== 0') }),
};
