import { enforcedPolicies, reportOnlyPolicies } from '../csp/policy.ts';
import { isHtml } from '../site.ts';
import { type EdgeCheck, failed, leftOut, notWhole, passed } from './check.ts';
import { eachPage } from './pages.ts';

export const cspPresent: EdgeCheck = {
  id: 'csp-present',
  title: 'Pages have a Content Security Policy that is enforced',
  expected: 'Content-Security-Policy with script-src or default-src',
  remedy:
    'Send `Content-Security-Policy` with every page. Start with `Content-Security-Policy-Report-Only` to see what it would block.',
  look: (site) =>
    eachPage(site, ({ first, page }, what) => {
      if (!isHtml(first)) return leftOut(what, 'the answer is no HTML page');
      const policies = enforcedPolicies(first, page);
      if (policies.length === 0) {
        if (first.truncated) return notWhole(what);
        const only = reportOnlyPolicies(first).length > 0;
        return failed(
          only ? 'csp-report-only' : 'csp-missing',
          what,
          only ? 'a policy that only reports' : 'no policy',
        );
      }
      const scripts = policies.some(({ directives }) => directives.has('script-src') || directives.has('default-src'));
      const many = `${policies.length} ${policies.length === 1 ? 'policy' : 'policies'}`;
      return scripts ? passed(what, many) : failed('csp-without-scripts', what, `${many}, none says which scripts run`);
    }),
};
