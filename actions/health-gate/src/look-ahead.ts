import type { Outcome, Shell } from '@lockstep/action-shell';
import { judge, openProber, type ProbePlan, sentOnTo, type Target } from '@lockstep/health';
import type { Inputs } from './inputs.ts';

/**
 * The dry run of a gate that comes after a swap: asks each path once whether it is answered here at all. An address
 * that sends visitors on to another host fails every bake, after each of which users are taken back; whatever else is
 * answered now is the old build's, and says nothing of the new one.
 */
export async function lookAhead(values: Inputs, plan: ProbePlan, target: Target, shell: Shell): Promise<Outcome> {
  const { paths } = plan.rules;
  const asked = `${target.origin.origin}${target.host === undefined ? '' : ` as ${target.host}`}`;
  if (values.phase === 'pre') return passes(`would ask ${asked} for ${paths.join(', ')}; nothing was asked`);
  // Nothing that opens a protected deployment is sent: where users are sent on, they are so without it.
  const prober = openProber({ target, credentials: async () => ({}), proxyEnv: process.env });
  const exchanges = await Promise.all(
    paths.map((path) => prober.ask(path, plan.requestTimeoutMs, shell.signal)),
  ).finally(() => prober.close());
  const from = target.host === undefined ? target.origin : new URL(`${target.origin.protocol}//${target.host}`);
  for (const [index, exchange] of exchanges.entries()) {
    const [path, to] = [paths[index] ?? '', sentOnTo(exchange, from)];
    const expectations = plan.expectations[path];
    if (to === undefined || expectations === undefined) continue;
    const { because, class: kind } = judge(exchange, expectations, undefined);
    if (kind === 'redirected') return sentOn(`${from.origin}${path} is ${because}`, to);
    shell.log.info(`${from.origin}${path}: ${because}`);
  }
  return passes(`would ask ${asked} for ${paths.join(', ')}, which sends nobody on to another host`);
}

function sentOn(what: string, to: string): Outcome {
  const message = `${what}, so that no bake could pass there: write ${to} as the URL (production-url of the workflows)`;
  return { verdict: 'fail', reason: 'redirected', message };
}

function passes(message: string): Outcome {
  return { verdict: 'pass', reason: 'dry-run', message };
}
