import { credentialsOf } from '@lockstep/action-kit/gate-credentials';
import { metricsOf } from '@lockstep/action-kit/gate-metrics';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { CancelledError, InputError } from '@lockstep/base';
import {
  type ComparedBuilds,
  type Ending,
  type GateRun,
  type GateWorld,
  openProber,
  type ProbePlan,
  type Prober,
  type ProbeTarget,
  reportOn,
  runComparison,
  runGate,
  withControl,
} from '@lockstep/health';
import { type Inputs, inputs } from './inputs.ts';
import { lookAhead } from './look-ahead.ts';
import { metricsSubject } from './metrics-subject.ts';
import { comparisonPlanOf, planOf, problemsOf } from './plan.ts';
import { onUnknown, publish } from './publish.ts';
import type { Reason } from './reasons.ts';

export const action = defineAction({ name: 'health-gate', inputs, check: problemsOf, run });

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  try {
    return await ask(values, shell);
  } catch (error) {
    // What keeps the gate from asking says nothing of the build that users have by now.
    const cancelled = error instanceof CancelledError || shell.signal.aborted;
    if (!cancelled && onUnknown(values) === 'hold') shell.journal?.held('gate-error');
    throw error;
  }
}

async function ask(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  if (values.url === undefined) throw new InputError('input "url": required, expected a URL');
  const { phase, host } = values;
  const { clock, signal, log } = shell;
  const plan = planOf(values);
  const candidate: ProbeTarget = { origin: new URL(values.url.origin), host: host || undefined };
  const asked = host === '' ? candidate.origin.origin : `${candidate.origin.origin} as ${host}`;
  const watch = await metricsOf(values, metricsSubject(values, plan.rules, shell), shell);
  if (values['dry-run']) return await lookAhead(values, plan, candidate, shell);
  const credentials = credentialsOf(values, shell);
  const using: UseProber = async (target, keepAlive, work) => {
    const prober = openProber({ target, credentials, keepAlive, proxyEnv: process.env });
    return await work(prober).finally(() => prober.close());
  };
  const probe = (endedBy?: GateWorld['endedBy']) =>
    using(candidate, false, (prober) => runGate(plan, { prober, clock, signal, log, ...(endedBy && { endedBy }) }));
  const { gate, metrics } = await log.group(`Asking ${asked} for ${plan.rules.paths.join(', ')}`, async () =>
    watch === undefined ? { gate: await probe(), metrics: [] } : await watch.beside(probe),
  );
  const { ending, compared } = await against({ values, plan, candidate, using }, gate, shell);
  const report = reportOn({ asked, phase, rules: plan.rules }, { ...gate, ending }, { compared, metrics });
  return publish(report, values, shell);
}

type UseProber = <T>(target: ProbeTarget, keepAlive: boolean, work: (prober: Prober) => Promise<T>) => Promise<T>;

/** What is asked, and with what. */
interface GateSetup {
  readonly values: Inputs;
  readonly plan: ProbePlan;
  readonly candidate: ProbeTarget;
  readonly using: UseProber;
}

/** Asks the baseline, where there is one: as a control when the candidate cannot be measured, else to compare. */
async function against(
  { candidate, plan, using, values }: GateSetup,
  gate: GateRun,
  { clock, signal, log }: Shell,
): Promise<{ readonly ending: Ending; readonly compared: ComparedBuilds | undefined }> {
  const url = values['compare-url'];
  if (url === undefined || gate.ending.verdict === 'fail') return { ending: gate.ending, compared: undefined };
  return await using({ origin: new URL(url.origin), host: undefined }, true, async (baseline) => {
    if (gate.ending.verdict === 'unknown') {
      const world = { baseline, clock, signal };
      return { ending: await withControl(gate.ending, plan, world), compared: undefined };
    }
    log.info(`comparing with ${url.origin}: at most ${values.samples} pairs of probes`);
    const run = await using(candidate, true, (prober) =>
      runComparison(comparisonPlanOf(values, plan), { candidate: prober, baseline, clock, signal }),
    );
    return { ending: gate.ending, compared: { baseline: url.origin, required: values['require-comparison'], run } };
  });
}
