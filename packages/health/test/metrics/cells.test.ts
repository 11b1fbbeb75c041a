import { describe, expect } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import type { MetricReport } from '../../src/index.ts';
import { providers } from '../../src/metrics/providers.ts';
import { type Case, type Cells, cases, HOSTILE } from './cells/cell.ts';
import { json } from './cells/json.ts';
import { postgres } from './cells/postgres.ts';
import { prometheus } from './cells/prometheus.ts';
import { sentry } from './cells/sentry.ts';
import { vercel } from './cells/vercel.ts';

const table: Readonly<Record<string, Cells>> = { prometheus, json, postgres, sentry, vercel };

/** What a metric ends with in each case, whatever its source. */
const ends: Readonly<Record<Case, object>> = {
  'finds a candidate that is worse': { verdict: 'fail', reason: 'metric-failed' },
  'passes one that is equal': { verdict: 'pass', reason: 'metric-met' },
  'is unknown on an empty answer': { verdict: 'unknown', reason: 'metric-empty' },
  'is unknown on an error': { verdict: 'unknown', reason: 'metric-error' },
  'is unknown below its minimum of samples': { verdict: 'unknown', reason: 'metric-too-few-samples' },
  // Where a source says when its data is from; elsewhere what is late is missing.
  'is unknown while data is late': {
    verdict: 'unknown',
    reason: expect.stringMatching(/^metric-(late-data|too-few-samples|empty)$/),
  },
  'refuses a window that began before the swap': {
    verdict: 'unknown',
    reason: expect.stringMatching(/^(metric-window-before-swap|invalid-input)$/),
  },
  'shows nothing of a hostile text': { reason: expect.stringMatching(/^metric-(error|failed)$/) },
};

test('the table has every provider', () => {
  expect(Object.keys(table).sort()).toEqual(providers.map(({ type }) => type).sort());
});

describe.each(Object.entries(table))('%s', (_provider, cells) => {
  test.each(cases)('%s', async (name) => {
    const { message, reason, verdict, ...rest } = await reportOf(cells[name]);
    expect({ reason, verdict }).toMatchObject(ends[name]);
    const said = JSON.stringify([message, rest]);
    for (const part of ['4711', '<img', '@all', '::error::', 'e.vil', HOSTILE]) expect(said).not.toContain(part);
  });
});

/** A metric that is refused is neither asked nor passed. */
async function reportOf(
  cell: Cells[Case],
): Promise<Partial<MetricReport> | { reason: string; verdict: string; message: string }> {
  try {
    return (await cell()).report;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { reason: 'invalid-input', verdict: 'unknown', message: error.problems.join() };
  }
}
