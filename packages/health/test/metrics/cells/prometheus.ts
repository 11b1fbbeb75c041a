import { type Asked, prometheusLike, type Said } from '../prometheus-like.ts';
import { source, watchOne } from '../watch.ts';
import { type Cells, HOSTILE } from './cell.ts';

const METRIC = `    query: 'sum(rate(bad_total{deployment="{{deployment}}"}[{{window}}]))'
    samples: 'sum(increase(all_total{deployment="{{deployment}}"}[{{window}}]))'
    newest: 'max(timestamp(all_total))'
    for: candidate
    min-samples: 100
    success: '[RATIO] < 1.5'
    failure: '[RATIO] >= 2'`;

async function asking(say: (asked: Asked) => Said, metric = METRIC) {
  const { url } = await source(prometheusLike(say));
  return await watchOne(
    `providers:\n  prometheus:\n    url: ${url}\nmetrics:\n  - name: errors\n    provider: prometheus\n${metric}`,
  );
}

const answers =
  (candidate: Said, { late = 0, samples = 500 } = {}): ((asked: Asked) => Said) =>
  ({ query, time }) => {
    if (query.includes('timestamp(')) return time - late;
    if (query.includes('all_total')) return samples;
    return query.includes('dpl_new') ? candidate : 0.01;
  };

export const prometheus: Cells = {
  'finds a candidate that is worse': () => asking(answers(0.04)),
  'passes one that is equal': () => asking(answers(0.01)),
  'is unknown on an empty answer': () => asking(answers(undefined)),
  'is unknown on an error': () => asking(() => ({ status: 503, body: 'busy' })),
  'is unknown below its minimum of samples': () => asking(answers(0.5, { samples: 99 })),
  'is unknown while data is late': () => asking(answers(0.5, { late: 300 })),
  'refuses a window that began before the swap': () => asking(answers(0.5), METRIC.replaceAll('{{window}}', '10m')),
  'shows nothing of a hostile text': () =>
    asking(() => ({ status: 400, body: { status: 'error', errorType: HOSTILE, error: HOSTILE } })),
};
