import type { Clock } from '@lockstep/base';
import { type Audited, auditEdge, type EdgePlan, type ServedBuild } from '@lockstep/edge';
import type { Inputs } from './inputs.ts';

/** Runs the checks of a plan, of the build that the inputs name where they name one. */
export function lookAtSite(
  values: Inputs,
  plan: EdgePlan,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<Audited> {
  const expected = {
    deployment: values['expect-deployment'] || undefined,
    commit: values['expect-commit'] || undefined,
  };
  const isExpected = expected.deployment !== undefined || expected.commit !== undefined;
  const identity = { expected, ask: (inner: AbortSignal) => askBuild(values, plan, inner) };
  return auditEdge(plan, {
    requestTimeoutMs: values['request-timeout'],
    mostRequests: values['max-requests'],
    bypass: values['protection-bypass'],
    nowMs: clock.now(),
    deadline: { ms: values.deadline, clock },
    signal,
    ...(isExpected ? { identity } : {}),
  });
}

async function askBuild(values: Inputs, plan: EdgePlan, signal: AbortSignal): Promise<ServedBuild> {
  const { askIdentity, bypassOnly } = await import('@lockstep/health');
  const question = {
    path: values['identity-path'],
    timeoutMs: values['request-timeout'],
    credentials: bypassOnly(values['protection-bypass']),
    proxyEnv: process.env,
  };
  const { identity, because } = await askIdentity(plan.url, question, signal);
  return { ...identity, because };
}
