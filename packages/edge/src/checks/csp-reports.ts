import { headerLines, isWall, shown } from '../ask/exchange.ts';
import { enforcedPolicies, type Policy, reportOnlyPolicies } from '../csp/policy.ts';
import type { ReadVisit, Site } from '../site.ts';
import { type EdgeCheck, type Finding, failed, leftOut, passed, unclear } from './check.ts';
import { eachPage } from './pages.ts';

export const cspReports: EdgeCheck = {
  id: 'csp-reports',
  title: 'Reports of the policy are received',
  expected: 'an endpoint for each report-to and report-uri, which answers',
  remedy:
    'Define the endpoint in the header `Reporting-Endpoints`, and make sure that its address exists and accepts POST. Violations that reach no one help no one.',
  look: (site) =>
    eachPage(site, async (visit, what) => {
      const policies = [...enforcedPolicies(visit.first, visit.page), ...reportOnlyPolicies(visit.first)];
      const groups = policies.flatMap((policy) => valuesOf(policy, 'report-to'));
      const addresses = policies.flatMap((policy) => valuesOf(policy, 'report-uri'));
      if (groups.length + addresses.length === 0) return leftOut(what, 'the policy sends no reports');
      const endpoints = endpointsOf(visit);
      const missing = groups.filter((group) => !endpoints.has(group));
      const given = [...addresses, ...groups.flatMap((group) => endpoints.get(group) ?? [])];
      const urls = [...new Set(given)].flatMap((one) =>
        URL.canParse(one, visit.first.url.href) ? new URL(one, visit.first.url.href) : [],
      );
      return [
        ...(missing.length === 0
          ? []
          : [failed('endpoint-not-defined', what, `${[...new Set(missing)].join(', ')} in no Reporting-Endpoints`)]),
        ...(await Promise.all(urls.map((url) => judge(site, url)))),
      ];
    }),
};

function valuesOf({ directives }: Policy, name: string): readonly string[] {
  return directives.get(name) ?? [];
}

/** `csp="https://…"`, and what an older browser reads: JSON in `Report-To`. */
function endpointsOf({ first }: ReadVisit): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of headerLines(first, 'reporting-endpoints'))
    for (const [, name = '', url = ''] of line.matchAll(
      /(?<![a-z0-9_.*-])([a-z*][a-z0-9_.*-]*)\s{0,9}=\s{0,9}"([^"]*)"/gi,
    ))
      found.set(name, url);
  for (const line of headerLines(first, 'report-to')) {
    try {
      for (const group of JSON.parse(`[${line}]`) as readonly Group[])
        found.set(group.group ?? 'default', group.endpoints?.[0]?.url ?? '');
    } catch {
      // Not JSON: no browser reads it either.
    }
  }
  return found;
}

interface Group {
  readonly group?: string;
  readonly endpoints?: readonly { readonly url?: string }[];
}

/** Asks with GET: a report would be stored. An endpoint that accepts POST alone answers that it does. */
async function judge({ asker, once }: Site, url: URL): Promise<Finding> {
  const what = `${url.host}${url.pathname}`;
  const answer = await once(`report ${url.href}`, () => asker.ask(url));
  if (answer.kind === 'none')
    return answer.why === 'not-allowed'
      ? leftOut(what, 'a host that is not listed', 'Add the host to `hosts` if it is yours.')
      : unclear('no-answer', what, shown(answer), {
          remedy: 'Check that the endpoint is reachable, and run the audit again.',
        });
  if (isWall(answer) || answer.status >= 500) return unclear('not-the-endpoint', what, shown(answer));
  return answer.status === 404 || answer.status === 410
    ? failed('endpoint-missing', what, shown(answer))
    : passed(what, shown(answer));
}
