import { type Part, readValue } from '../facts/part.ts';
import type { Facts } from '../facts.ts';
import { readAuditLog } from '../github/audit-log.ts';
import { readRulesetTraces } from '../github/traces.ts';
import type { PlatformWorld } from '../read.ts';
import { readVercelTraces } from '../vercel/traces.ts';
import type { Change } from './compare.ts';
import type { Trace, Untraced, Witnesses } from './who.ts';

/** How far back the logs are read. */
const LOG_MS = 30 * 86_400_000;

/** What the published descriptions of these services say nothing of. */
const WITHOUT_LOG: Readonly<Record<string, string>> = {
  supabase: "Supabase's Management API has no route for the audit log",
  stripe: 'Stripe has no event for changes of a webhook endpoint',
  sentry: "Sentry's description of its API has no route for the audit log",
};
/** GitHub Enterprise Cloud, as GitHub's API names the plan. */
const ENTERPRISE = 'enterprise';
const LOOK = 'Look in the audit log of the dashboard.';

/** Asks the services in which something changed who changed it. */
export async function readTraces(world: PlatformWorld, facts: Facts, changes: readonly Change[]): Promise<Witnesses> {
  const changed = new Set(changes.map(({ path }) => path.split('.')[0] ?? ''));
  const traces: Trace[] = [];
  const untraced: Untraced[] = [...changed].flatMap((service) => {
    const because = WITHOUT_LOG[service];
    return because === undefined ? [] : [{ service, because, remedy: LOOK }];
  });
  const take = (service: string, part: Part<readonly Trace[]>): void => {
    if (part.kind === 'read') traces.push(...part.value);
    else {
      const remedy = part.kind === 'withheld' ? part.remedy : 'Run the audit again.';
      untraced.push({ service, because: part.because, remedy });
    }
  };
  const sinceMs = facts.nowMs - LOG_MS;
  if (changed.has('vercel') && world.vercel !== undefined)
    take('vercel', await readVercelTraces(world.vercel.api, sinceMs, facts.vercel?.plan));
  const rules = readValue(facts.github?.rules);
  if (changes.some(({ path }) => /^github\.rule/.test(path)) && world.github !== undefined && rules !== undefined)
    take('github', await readRulesetTraces(world.github.api, rules, sinceMs));
  if (changed.has('github') && world.github !== undefined) {
    const { name: repository = '', organization: org } = readValue(facts.github?.repository) ?? {};
    const plan = readValue(facts.github?.organization)?.plan;
    // Where the plan is not shown, the log says itself whether it is there.
    if (org !== undefined && (plan === undefined || plan === ENTERPRISE))
      take('github', await readAuditLog(world.github.api, { org, repository }, sinceMs));
    else untraced.push(withoutAuditLog(plan));
  }
  return { traces, untraced };
}

/** All but rulesets is in a log that GitHub's API shows with GitHub Enterprise Cloud alone. */
function withoutAuditLog(plan: string | undefined): Untraced {
  const of = plan === undefined ? '' : `; the plan is "${plan}"`;
  return {
    service: 'github',
    because: `GitHub's API shows the audit log of an organization on GitHub Enterprise Cloud alone${of}`,
    remedy: 'Look in the audit log of the organization, under Settings > Archive > Logs.',
  };
}
