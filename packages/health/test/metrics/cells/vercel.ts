import { Secret } from '@lockstep/base';
import { type Observability, observability } from '../vercel-like.ts';
import { watchOne } from '../watch.ts';
import { type Cells, HOSTILE } from './cell.ts';

const METRIC = `    query: vercel.speed_insights.lcp_ms
    samples: vercel.speed_insights.count
    min-samples: 50
    interval: 60s
    failure: '[RATIO] >= 1.5'
    success: '[RATIO] < 1.3'`;

async function asking(parts: Observability, metric = METRIC) {
  const { service } = await observability(parts);
  const vercel = {
    token: new Secret('a-token-of-vercel'),
    project: 'shop',
    team: 'team_1',
    apiUrl: new URL(service.url),
  };
  const yaml = `metrics:\n  - name: pages\n    provider: vercel\n${metric}`;
  return await watchOne(yaml, { bakeMs: 240_000, surroundings: { vercel } });
}

/** How fast pages are since the swap, and of how many samples that is. */
function pages(after: number, samples = 400): Observability {
  const swap = Date.now() + 5_000;
  const isAfter = (endTime: string) => Date.parse(endTime) > swap;
  return {
    say: ({ metric, endTime }) => {
      if (metric.endsWith('.count')) return isAfter(endTime) ? samples : 400;
      return isAfter(endTime) ? after : 2000;
    },
  };
}

export const vercel: Cells = {
  'finds a candidate that is worse': () => asking(pages(3200)),
  'passes one that is equal': () => asking(pages(2100)),
  'is unknown on an empty answer': () => asking({ say: () => undefined }),
  'is unknown on an error': () => asking({ say: () => ({ status: 504, body: 'busy' }) }),
  'is unknown below its minimum of samples': () => asking(pages(9000, 49)),
  // What has not arrived are samples that are missing; of those that have, all are slow.
  'is unknown while data is late': () => asking(pages(9000, 3)),
  'refuses a window that began before the swap': () => asking(pages(9000), `${METRIC}\n    window: 10m`),
  'shows nothing of a hostile text': () =>
    asking({ say: () => ({ status: 400, body: { error: { code: HOSTILE, message: HOSTILE } } }) }),
};
