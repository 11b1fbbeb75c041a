import type { MetricsSubject } from '@lockstep/action-kit/gate-metrics';
import type { Shell } from '@lockstep/action-shell';
import type { Span } from '@lockstep/health/metrics';
import type { Inputs } from './inputs.ts';

/** Which builds the metrics are about, and since when: what the inputs leave out, the release's journal knows. */
export function metricsSubject(
  inputs: Inputs,
  times: { readonly bakeMs: number; readonly deadlineMs: number },
  shell: Shell,
): MetricsSubject {
  return {
    ...buildsOf(inputs, shell),
    swap: swapSpan(shell),
    bakeMs: times.bakeMs,
    deadlineMs: times.deadlineMs,
    // In a dry run nothing is deployed yet that could be named.
    unnamed: (problems) => (inputs['dry-run'] ? [] : problems),
  };
}

function buildsOf(inputs: Inputs, { journal }: Shell): Pick<MetricsSubject, 'candidate' | 'baseline'> {
  const release = journal?.exists() === true ? journal.read().release : undefined;
  return {
    candidate: {
      deployment: inputs['expect-deployment'] || undefined,
      commit: inputs['expect-commit'] || release?.commit || undefined,
    },
    baseline: {
      deployment: inputs['baseline-deployment'] || undefined,
      commit: inputs['baseline-commit'] || release?.commitBefore || undefined,
    },
  };
}

/** From when users may have reached the candidate until all of them do, as the release's journal has it; else now. */
function swapSpan({ clock, journal }: Shell): Span {
  const now = clock.now();
  const entries = journal?.exists() === true ? journal.read().entries : [];
  const reached = entries.findLast((entry) => entry.kind === 'traffic' && entry.traffic === 'reached');
  const finished = entries.findLast((entry) => entry.kind === 'finished' && entry.action === 'alias-swap');
  const to = finished === undefined ? now : Date.parse(finished.at);
  return { from: reached === undefined ? to : Math.min(Date.parse(reached.at), to), to };
}
