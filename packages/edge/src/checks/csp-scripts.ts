import { type Answer, header } from '../ask/exchange.ts';
import { type Allowed, allowsHandlers, allowsScript } from '../csp/allows.ts';
import { enforcedPolicies, noncesOf, type Policy, scriptSources } from '../csp/policy.ts';
import { type Page, runs, type Script } from '../page/page.ts';
import { isHtml } from '../site.ts';
import { type EdgeCheck, type Finding, failed, leftOut, notWhole, passed, unclear } from './check.ts';
import { eachPage } from './pages.ts';

const DYNAMIC =
  'The page is rendered before anyone asks for it, so it cannot contain the nonce of a request. Render it for each request (`await connection()` or `export const dynamic = "force-dynamic"` in Next.js), or give static pages a policy without nonces.';
const ONE_POLICY =
  'A browser enforces every policy that it receives. Send one policy from one place: either next.config or middleware (proxy.ts), not both.';

export const cspScripts: EdgeCheck = {
  id: 'csp-scripts',
  title: 'The policy allows the scripts of the page',
  expected: 'every script of the HTML allowed by every policy',
  remedy:
    'Give each script the nonce of the policy, or add its hash or host to `script-src`. A script that the browser blocks never runs, so the page may show and not react.',
  look: (site) =>
    eachPage(site, ({ first, page }, what) => {
      if (!isHtml(first) || page === undefined) return leftOut(what, 'the answer is no HTML page');
      const policies = enforcedPolicies(first, page);
      if (policies.length === 0) return leftOut(what, 'the page has no policy that is enforced');
      if (first.truncated) return notWhole(what);
      return judge({ first, page, policies, what });
    }),
};

interface Subject {
  readonly first: Answer;
  readonly page: Page;
  readonly policies: readonly Policy[];
  readonly what: string;
}

function judge({ first, page, policies, what }: Subject): Finding {
  const scripts = page.scripts.filter(runs);
  const blocked = scripts.map((script) => blockedBy(script, policies, first.url));
  const bad = blocked.filter((one) => one.length > 0);
  const handlers = page.handlers > 0 && !policies.every(allowsHandlers);
  if (bad.length === 0)
    return handlers
      ? failed(
          'handler-blocked',
          what,
          `${page.handlers} elements with handlers in attributes, which the policy blocks`,
        )
      : passed(what, `${scripts.length} of ${scripts.length} scripts allowed`);
  const measured = `${bad.length} of ${scripts.length} scripts blocked`;
  const whys = bad.flat();
  if (policies.length > 1 && bad.every((one) => one.length < policies.length))
    return failed('policies-intersect', what, `${measured} by one of ${policies.length} policies`, {
      remedy: ONE_POLICY,
    });
  if (whys.includes('no-nonce')) {
    const without = `${measured}, ${whys.filter((why) => why === 'no-nonce').length} without a nonce`;
    return isPrerendered(first)
      ? failed('prerendered-under-nonce', what, without, { remedy: DYNAMIC })
      : failed('script-without-nonce', what, without);
  }
  if (whys.includes('wrong-nonce'))
    return failed('nonce-differs', what, `${measured}: their nonce is not the one of the policy`);
  return failed('script-blocked', what, measured);
}

function blockedBy(script: Script, policies: readonly Policy[], url: URL): readonly Exclude<Allowed, 'allowed'>[] {
  return policies.flatMap((policy) => {
    const allowed = allowsScript(policy, script, url);
    return allowed === 'allowed' ? [] : [allowed];
  });
}

/** Next.js and Vercel say that a page was made before the request. */
function isPrerendered(answer: Answer): boolean {
  if (header(answer, 'x-nextjs-prerender') !== undefined || header(answer, 'x-nextjs-cache') !== undefined) return true;
  return ['HIT', 'STALE', 'PRERENDER'].includes(header(answer, 'x-vercel-cache')?.toUpperCase() ?? '');
}

export const cspNonce: EdgeCheck = {
  id: 'csp-nonce-fresh',
  title: 'Every answer has a nonce of its own',
  expected: 'another nonce in the second answer',
  remedy:
    'Make the nonce for each request from random bytes, and keep pages with a nonce out of every cache (`Cache-Control: private, no-store`). An attacker who knows the nonce can run scripts.',
  look: (site) =>
    eachPage(site, ({ first, page, second, secondPage }, what) => {
      const nonces = nonceSet(enforcedPolicies(first, page));
      if (nonces.length === 0) return leftOut(what, 'the policy has no nonce');
      if (second.kind === 'none' || second.status >= 300)
        return unclear('asked-once', what, 'no second answer', { remedy: 'Run the audit again.' });
      const again = nonceSet(enforcedPolicies(second, secondPage));
      const same = nonces.some((nonce) => again.includes(nonce));
      return same ? failed('nonce-reused', what, 'the same nonce twice') : passed(what, 'two nonces');
    }),
};

function nonceSet(policies: readonly Policy[]): readonly string[] {
  return policies.flatMap((policy) => noncesOf(scriptSources(policy) ?? []));
}
