import type { Outcome, Shell } from '@lockstep/action-shell';
import {
  type GatusGate,
  gatusFile,
  judgeAnswer,
  openProber,
  type ProbePlan,
  type ProbeTarget,
  type SeenPath,
  sentOnTo,
} from '@lockstep/health';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';

/**
 * The dry run of a gate that comes after a swap: asks each path once whether it is answered here at all. An address
 * that redirects visitors to another host fails every bake, and each of those releases is rolled back; whatever else is
 * answered now comes from the old build, and says nothing of the new one.
 */
export async function lookAhead(
  values: Inputs,
  plan: ProbePlan,
  target: ProbeTarget,
  shell: Shell,
): Promise<Outcome<Reason>> {
  const { paths } = plan.rules;
  const asked = `${target.origin.origin}${target.host === undefined ? '' : ` as ${target.host}`}`;
  const monitor = (seen: GatusGate['seen'] & object) => ({ gatus: monitorOf(values, plan, target, seen) });
  if (values.phase === 'pre')
    return valid(`the inputs are valid; would ask ${asked} for ${paths.join(', ')}, no request was sent`, monitor({}));
  // Nothing that opens a protected deployment is sent: where users are redirected, they are so without it.
  const prober = openProber({ target, credentials: async () => ({}), proxyEnv: process.env });
  const exchanges = await Promise.all(
    paths.map((path) => prober.ask(path, plan.requestTimeoutMs, shell.signal)),
  ).finally(() => prober.close());
  const from = target.host === undefined ? target.origin : new URL(`${target.origin.protocol}//${target.host}`);
  const seen: Record<string, SeenPath> = {};
  for (const [index, exchange] of exchanges.entries()) {
    const [path, to] = [paths[index] ?? '', sentOnTo(exchange, from)];
    const expectations = plan.expectations[path];
    if (expectations === undefined) continue;
    const { because, class: answerClass, format } = judgeAnswer(exchange, expectations, undefined);
    if (exchange.kind === 'answer') seen[path] = { landed: exchange.landed, format };
    if (to === undefined) continue;
    if (answerClass === 'redirected') return redirected(`${from.origin}${path} is ${because}`, to);
    shell.log.info(`${from.origin}${path}: ${because}`);
  }
  return valid(
    `the inputs are valid; would ask ${asked} for ${paths.join(', ')}, and none redirects to another host`,
    monitor(seen),
  );
}

function redirected(what: string, to: string): Outcome<Reason> {
  const message = `${what}, so that every bake would fail there; set "url" (production-url in the workflows) to ${to}`;
  return { verdict: 'fail', reason: 'redirected', message };
}

function valid(message: string, outputs: { readonly gatus: string }): Outcome<Reason> {
  return { verdict: 'pass', reason: 'dry-run', message, outputs };
}

function monitorOf(
  values: Inputs,
  plan: ProbePlan,
  { origin, host }: ProbeTarget,
  seen: GatusGate['seen'] & object,
): string {
  const { expectations, requestTimeoutMs, rules } = plan;
  const isProtected = values['protection-bypass'].reveal() !== '';
  return gatusFile({
    origin,
    host,
    paths: rules.paths,
    seen,
    expectations,
    degraded: rules.degraded,
    requestTimeoutMs,
    isProtected,
  });
}
