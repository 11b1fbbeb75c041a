import type { Secret } from '@lockstep/base';
import { askIdentity, bypassOnly, type Credentials } from '@lockstep/health';
import { ARM_QUERIES, originOf, type ProbeHost } from '@lockstep/vercel';

export interface IdentityInputs {
  /** `none` to ask no host. */
  readonly 'identity-path': string;
  readonly 'protection-bypass': Secret;
  readonly 'request-timeout': number;
}

/** Asks production hosts, like a user, which build they serve. Undefined where the caller wants none asked. */
export function hostAsker(
  values: IdentityInputs,
  credentials: Credentials = bypassOnly(values['protection-bypass']),
): ProbeHost | undefined {
  const path = values['identity-path'];
  if (path === 'none') return undefined;
  const question = {
    path,
    timeoutMs: values['request-timeout'],
    credentials,
    proxyEnv: process.env,
  };
  return async (host, signal, arm) => {
    const asked = { ...question, query: arm === undefined ? undefined : ARM_QUERIES[arm] };
    const { identity, because, came, sentOn, status } = await askIdentity(new URL(originOf(host)), asked, signal);
    const named = identity.deployment !== undefined || identity.commit !== undefined;
    if (named) return { kind: 'served', deploymentId: identity.deployment, commit: identity.commit };
    if (came === 'unresolved') return { kind: 'unresolved' };
    const why = `does not say which build it is at ${path} (${because})`;
    const failing = came === 'none' || (status ?? 0) >= 500;
    return { kind: 'silent', why, answered: came === 'answer', failing, ...(sentOn === undefined ? {} : { sentOn }) };
  };
}
