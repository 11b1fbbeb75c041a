import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { InputError } from '@lockstep/base';
import {
  type Compared,
  type GateRun,
  openProber,
  reportOn,
  runComparison,
  runGate,
  withControl,
} from '@lockstep/health';
import { credentialsOf } from './credentials.ts';
import { type Inputs, inputs } from './inputs.ts';
import { comparisonPlanOf, planOf, problemsOf } from './plan.ts';
import { publish } from './publish.ts';

export const action = defineAction({ name: 'health-gate', inputs, check: problemsOf, run });

async function run(values: Inputs, shell: Shell): Promise<Outcome> {
  if (values.url === undefined) throw new InputError('input "url": required, expected a URL');
  const { origin } = values.url;
  const asked = values.host === '' ? origin : `${origin} as ${values.host}`;
  const plan = planOf(values);
  const credentials = credentialsOf(values, shell);
  const open = (url: string, host: string, keepAlive: boolean) =>
    openProber({
      target: { origin: new URL(url), host: host || undefined },
      credentials,
      keepAlive,
      proxyEnv: process.env,
    });
  const prober = open(origin, values.host, false);
  const baseline = values['compare-url'] === undefined ? undefined : open(values['compare-url'].origin, '', true);
  try {
    const world = { prober, clock: shell.clock, signal: shell.signal, log: shell.log };
    let gate: GateRun = await shell.log.group(`Asking ${asked} for ${plan.rules.paths.join(', ')}`, () =>
      runGate(plan, world),
    );
    let compared: Compared | undefined;
    if (baseline !== undefined && values['compare-url'] !== undefined) {
      const { expectations, requestTimeoutMs } = plan;
      const { clock, signal } = shell;
      gate = {
        ...gate,
        ending: await withControl(gate.ending, expectations, baseline, requestTimeoutMs, clock, signal),
      };
      if (gate.ending.verdict === 'pass') {
        shell.log.info(`comparing with ${values['compare-url'].origin}, ${values.samples} pairs at most`);
        const candidate = open(origin, values.host, true);
        const arms = { candidate, baseline, clock, signal };
        const run = await runComparison(comparisonPlanOf(values, plan), arms).finally(() => candidate.close());
        compared = { baseline: values['compare-url'].origin, required: values['require-comparison'], run };
      }
    }
    return publish(reportOn({ asked, phase: values.phase, rules: plan.rules }, gate, compared), values, shell);
  } finally {
    prober.close();
    baseline?.close();
  }
}
