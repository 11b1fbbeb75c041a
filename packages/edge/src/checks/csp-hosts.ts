import { addressOf } from '../csp/allows.ts';
import { enforcedPolicies, type Policy, scriptSources, sourcesFor, styleSources } from '../csp/policy.ts';
import { allowsUrl, parseHost } from '../csp/sources.ts';
import { isReadable, type ReadVisit } from '../site.ts';
import { type EdgeCheck, failed, leftOut, passed, unclear } from './check.ts';

export const cspUnusedHosts: EdgeCheck = {
  id: 'csp-unused-hosts',
  title: 'The policy allows no host that no page uses',
  expected: 'every host of script-src and style-src used by a page that was read',
  remedy:
    'Remove the hosts from the policy, or list under `paths` a page that uses them. Each allowed host is one more that can run scripts in your pages.',
  look: async (site) => {
    const what = site.plan.url.host;
    const visits = await site.visits();
    const read = visits.filter(isReadable);
    if (read.length < visits.length)
      return [
        unclear('page-not-readable', what, `${visits.length - read.length} of ${visits.length} pages not read`, {
          remedy: 'List pages that answer with status 200, and run the audit again.',
        }),
      ];
    const allowed = new Set(read.flatMap((visit) => enforcedPolicies(visit.first, visit.page).flatMap(hostsOf)));
    if (allowed.size === 0) return [leftOut(what, 'no policy names a host')];
    const unused = [...allowed].filter((host) => !read.some((visit) => uses(visit, host))).sort();
    if (unused.length === 0) return [passed(what, `${allowed.size} hosts, all used`)];
    const measured = `not used by ${read.length} pages: ${unused.join(', ')}`;
    // What scripts load later is in no HTML, so only a strict audit calls it a fault.
    return [site.plan.csp === 'strict' ? failed('host-never-used', what, measured) : passed(what, measured)];
  },
};

function hostsOf(policy: Policy): readonly string[] {
  return [
    ...(scriptSources(policy) ?? []),
    ...(styleSources(policy) ?? []),
    ...(sourcesFor(policy, 'font-src') ?? []),
  ].filter((source) => !source.startsWith("'") && parseHost(source) !== undefined && source !== '*');
}

function uses({ first, page }: ReadVisit, host: string): boolean {
  const addresses = [
    ...(page?.scripts ?? []).map(({ src }) => src),
    ...(page?.styles ?? []).map(({ href }) => href),
  ].flatMap((text) => (text === undefined ? [] : (addressOf(text, first.url) ?? [])));
  return addresses.some((url) => allowsUrl([host], url, first.url));
}
