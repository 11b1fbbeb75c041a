import type { Criticality } from '../src/criticality.ts';
import { type Expectations, type JudgedAnswer, judgeAnswer } from '../src/judgement.ts';
import { openProber, type ProbeOptions } from '../src/probe.ts';

export const expectations: Expectations = {
  format: 'auto',
  identity: { deployment: undefined, commit: undefined },
  identityHeader: undefined,
  conditions: [],
  criticality: { critical: [], advisory: [] } satisfies Criticality,
  maxAgeMs: 10_000,
  allowed: [],
};

/** Asks a server for a path and judges the answer. */
export async function askAndJudge(
  url: string,
  path: string,
  expect: Partial<Expectations> = {},
  options: Partial<ProbeOptions> & { readonly timeoutMs?: number } = {},
): Promise<JudgedAnswer> {
  const target = { origin: new URL(url), host: undefined };
  const prober = openProber({ target, credentials: async () => ({}), ...options });
  try {
    const exchange = await prober.ask(path, options.timeoutMs ?? 30_000, new AbortController().signal);
    return judgeAnswer(exchange, { ...expectations, ...expect }, undefined);
  } finally {
    prober.close();
  }
}
