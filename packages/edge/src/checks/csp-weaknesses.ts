import { weaknesses } from '../csp/evaluate.ts';
import { enforcedPolicies } from '../csp/policy.ts';
import type { CspLevel } from '../plan.ts';
import { type EdgeCheck, failed, leftOut, passed, unclear } from './check.ts';
import { eachPage } from './pages.ts';

/** Severities of csp_evaluator: 10 high, 20 syntax, 30 medium, 40 maybe high, 45 no strict policy; above that advice. */
const FAILS_UP_TO: Readonly<Record<CspLevel, number>> = { strict: 45, balanced: 20, report: 0 };

export const cspWeaknesses: EdgeCheck = {
  id: 'csp-weaknesses',
  title: 'The policy has no known weakness',
  expected: 'no finding of csp_evaluator that the level of `csp` fails',
  remedy:
    "Correct each finding; https://csp-evaluator.withgoogle.com explains them. The strongest policy is script-src with a nonce and 'strict-dynamic', object-src 'none' and base-uri 'none'.",
  look: (site) =>
    eachPage(site, async ({ first, page }, what) => {
      const policies = enforcedPolicies(first, page);
      if (policies.length === 0) return leftOut(what, 'the page has no policy that is enforced');
      const found = await weaknesses(policies);
      if (found === undefined)
        return unclear('policy-not-read', what, 'csp_evaluator cannot read a source of the policy', {
          remedy: 'Correct the source that is no host, scheme or keyword, and run the audit again.',
        });
      const bad = found.filter(({ severity }) => severity <= FAILS_UP_TO[site.plan.csp]);
      const names = (bad.length > 0 ? bad : found).map(({ name }) => name).join(', ');
      return bad.length > 0
        ? failed('csp-weak', what, names)
        : passed(what, found.length === 0 ? 'no finding' : `below the level: ${names}`);
    }),
};
