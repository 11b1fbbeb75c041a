import { type Check, Secret, type Verdict } from '@lockstep/base';
import { type Expectations, type JudgedAnswer, judgeAnswer, openProber, type ResponseClass } from '@lockstep/health';
import type { Call } from '../../command.ts';
import type { OwnReason } from '../../own-reasons.ts';
import type { HealthPaths } from './paths.ts';

const WITHIN_MS = 15_000;

/** As a gate judges them by default. */
const EXPECT: Expectations = {
  ...{ format: 'auto', identity: { deployment: undefined, commit: undefined }, identityHeader: undefined },
  ...{ conditions: [], criticality: { critical: [], advisory: [] }, maxAgeMs: 60_000, allowed: [] },
};

/** What says nothing of the app itself. */
const UNSEEN: readonly ResponseClass[] = ['protected', 'timeout', 'network', 'platform-error'];

/** Asks the health routes as a release does. */
export async function healthChecks(url: URL, paths: HealthPaths, call: Call): Promise<readonly Check[]> {
  const bypass = new Secret(process.env['VERCEL_AUTOMATION_BYPASS_SECRET'] ?? '');
  const prober = openProber({
    target: { origin: new URL(url.origin), host: undefined },
    credentials: async () => (bypass.isEmpty ? {} : { 'x-vercel-protection-bypass': bypass }),
    proxyEnv: process.env,
  });
  try {
    const ask = async (path: string) => judgeAnswer(await prober.ask(path, WITHIN_MS, call.signal), EXPECT, undefined);
    const checks: Check[] = [];
    for (const live of paths.live)
      checks.push(
        routeCheck('health-live', 'The route answers that the app runs', `${url.origin}${live}`, await ask(live)),
      );
    for (const health of paths.health) {
      const [what, answer] = [`${url.origin}${health}`, await ask(health)];
      checks.push(routeCheck('health-route', 'The route answers that the app is healthy', what, answer));
    }
    for (const path of paths.identity) checks.push(identityCheck(`${url.origin}${path}`, await ask(path)));
    return checks;
  } finally {
    prober.close();
  }
}

function routeCheck(id: string, title: string, what: string, answer: JudgedAnswer): Check {
  const verdict: Verdict = answer.class === 'ok' ? 'pass' : UNSEEN.includes(answer.class) ? 'unknown' : 'fail';
  return {
    ...{ id, title, verdict, what, reason: answer.class, measured: answer.because },
    expected: 'an answer in a known format that is not cached',
    remedy: verdict === 'pass' ? '' : (answer.remedy ?? 'write the routes with "lockstep add app health"'),
  };
}

/** A release waits for the build that it brings, and knows it by its name. */
function identityCheck(what: string, { class: seen, identity }: JudgedAnswer): Check {
  const build = identity.deployment ?? identity.commit;
  const reason: OwnReason<'doctor'> = build === undefined ? 'no-build-named' : 'build-named';
  const verdict: Verdict = build !== undefined ? 'pass' : UNSEEN.includes(seen) ? 'unknown' : 'fail';
  return {
    ...{ id: 'health-identity', title: 'The health route names the build', verdict, what },
    ...{ reason, measured: build ?? 'no build' },
    expected: 'metadata.deployment_id or metadata.git_commit',
    remedy: verdict === 'pass' ? '' : 'let the route name VERCEL_DEPLOYMENT_ID: lockstep add app health',
  };
}
