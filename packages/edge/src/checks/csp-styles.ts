import { allowsStyle } from '../csp/allows.ts';
import { enforcedPolicies } from '../csp/policy.ts';
import { type EdgeCheck, failed, leftOut, notWhole, passed } from './check.ts';
import { eachPage } from './pages.ts';

export const cspStyles: EdgeCheck = {
  id: 'csp-styles',
  title: 'The policy allows the styles of the page',
  expected: 'every stylesheet and style element of the HTML allowed by every policy',
  remedy: 'Give each <style> the nonce of the policy, or add the hash or the host to `style-src`.',
  look: (site) =>
    eachPage(site, ({ first, page }, what) => {
      const policies = enforcedPolicies(first, page);
      if (page === undefined || policies.length === 0) return leftOut(what, 'the page has no policy that is enforced');
      if (first.truncated) return notWhole(what);
      const blocked = page.styles.filter((style) =>
        policies.some((policy) => allowsStyle(policy, style, first.url) !== 'allowed'),
      );
      const all = page.styles.length;
      return blocked.length === 0
        ? passed(what, `${all} of ${all} styles allowed`)
        : failed('style-blocked', what, `${blocked.length} of ${all} styles blocked`);
    }),
};
