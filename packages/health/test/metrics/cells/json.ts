import type { Reply } from '@lockstep/proving-ground/http';
import { source, watchOne } from '../watch.ts';
import { type Cells, HOSTILE } from './cell.ts';

const METRIC = `    query: /stats?since={{start}}
    path: errors
    of: requests
    newest: newest
    min-samples: 100
    success: '[VALUE] <= 0.02'`;
/** One whose window the answer names. */
const NAMED = `    query: /stats
    path: errors
    window-start: began
    success: '[VALUE] <= 3'`;

async function asking(answer: () => Reply, metric = METRIC) {
  const { url } = await source(answer);
  return await watchOne(
    `providers:\n  json:\n    url: ${url}\nmetrics:\n  - name: errors\n    provider: json\n${metric}`,
  );
}

/** Later than any swap of these tests, or long before. */
const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const answer =
  (errors: unknown, { requests = 500, newest = at(1) } = {}) =>
  (): Reply => ({ status: 200, body: { errors, requests, newest } });

export const json: Cells = {
  'finds a candidate that is worse': () => asking(answer(20)),
  'passes one that is equal': () => asking(answer(5)),
  'is unknown on an empty answer': () => asking(answer(null)),
  'is unknown on an error': () => asking(() => ({ status: 500, body: 'busy' })),
  'is unknown below its minimum of samples': () => asking(answer(40, { requests: 99 })),
  'is unknown while data is late': () => asking(answer(40, { newest: at(-1) })),
  'refuses a window that began before the swap': () =>
    asking(() => ({ status: 200, body: { errors: 40, began: at(-1) } }), NAMED),
  'shows nothing of a hostile text': () => asking(answer(HOSTILE)),
};
