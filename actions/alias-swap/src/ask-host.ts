import { judge, openProber } from '@lockstep/health';
import { originOf, type ProbeHost } from '@lockstep/vercel';
import type { Inputs } from './inputs.ts';

/** Asks production hosts, like a user, which build they serve. Undefined where the caller wants none asked. */
export function askerOf(values: Inputs): ProbeHost | undefined {
  const path = values['identity-path'];
  if (path === 'none') return undefined;
  const bypass = values['protection-bypass'];
  return async (host, signal) => {
    const prober = openProber({
      target: { origin: new URL(originOf(host)), host: undefined },
      credentials: async () => (bypass.isEmpty ? {} : { 'x-vercel-protection-bypass': bypass }),
      proxyEnv: process.env,
    });
    try {
      const { identity, because } = judge(
        await prober.ask(path, values['request-timeout'], signal),
        anything,
        undefined,
      );
      const named = identity.deployment !== undefined || identity.commit !== undefined;
      if (!named) return { kind: 'silent', why: `names no build at ${path} (${because})` };
      return { kind: 'served', deploymentId: identity.deployment, commit: identity.commit };
    } finally {
      prober.close();
    }
  };
}

/** Only the build's name counts here; whether it is healthy is the health gate's question. */
const anything = {
  format: 'auto',
  identity: { deployment: undefined, commit: undefined },
  identityHeader: undefined,
  conditions: [],
  criticality: { critical: [], advisory: ['*'] },
  maxAgeMs: Number.MAX_SAFE_INTEGER,
  allowed: [],
} as const;
