import { type BuildNames, type Metric, usesRatio } from './metric.ts';

/** What a query may have in it: nothing that ends a text of a query language or an address. */
const NAME = /^[A-Za-z0-9_.-]{1,120}$/;

/** The input that names each. */
const INPUTS = {
  candidate: { deployment: 'expect-deployment', commit: 'expect-commit' },
  baseline: { deployment: 'baseline-deployment', commit: 'baseline-commit' },
} as const;

/** The inputs that have to name a build, each once: what the queries of these metrics ask for and do not get. */
export function unnamedBuilds(
  metrics: readonly Metric[],
  builds: { readonly candidate: BuildNames; readonly baseline: BuildNames },
): readonly string[] {
  const problems = metrics.flatMap(({ name, about, source, detect, ...metric }) => {
    const compares = about === 'candidate' && (detect !== undefined || (usesRatio(metric) && !source.ownBaseline));
    const asked = [...(about === 'window' ? [] : [about]), ...(compares ? (['baseline'] as const) : [])] as readonly (
      | 'candidate'
      | 'baseline'
    )[];
    return asked.flatMap((which) =>
      source.names
        .filter((one) => !NAME.test(builds[which][one] ?? ''))
        .map((one) => `input "${INPUTS[which][one]}": needed by the metric "${name}", whose query has {{${one}}}`),
    );
  });
  return [...new Set(problems)];
}
