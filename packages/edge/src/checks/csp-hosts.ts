import { builtOf, unreadAssets } from '../assets.ts';
import { enforcedPolicies, type Policy, sourcesFor } from '../csp/policy.ts';
import { parseHost } from '../csp/sources.ts';
import { isReadable } from '../site.ts';
import { type EdgeCheck, failed, leftOut, notWhole, passed, unclear } from './check.ts';

export const cspUnusedHosts: EdgeCheck = {
  id: 'csp-unused-hosts',
  title: 'The policy allows no host that no page uses',
  expected: 'every host of the policy named in a page that was read, or in one of its scripts and styles',
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
    const files = await builtOf(site);
    const answers = [...read.map(({ first }) => first), ...files.read.map(({ answer }) => answer)];
    const texts = answers.map(({ body }) => body.toLowerCase());
    const unused = [...allowed].filter((host) => !isNamed(host, texts)).sort();
    // What could not be read may use them.
    if (unused.length > 0 && files.missed.length > 0) return unreadAssets(files);
    const cut = answers.find(({ truncated }) => truncated);
    if (unused.length > 0 && cut !== undefined) return [notWhole(`${cut.url.host}${cut.url.pathname}`)];
    if (unused.length === 0) return [passed(what, `${allowed.size} hosts, all used`)];
    const measured = `named in none of ${read.length} pages and ${files.read.length} files: ${unused.join(', ')}`;
    // Scripts that load later are not read, so only a strict audit calls it a fault.
    return [site.plan.csp === 'strict' ? failed('host-never-used', what, measured) : passed(what, measured)];
  },
};

/** What a page can load a thing from. `connect-src` and the like are used by scripts, whose text is looked at too. */
const FETCHES: readonly (readonly string[])[] = [
  ['script-src-elem', 'script-src', 'default-src'],
  ['style-src-elem', 'style-src', 'default-src'],
  ['img-src', 'default-src'],
  ['font-src', 'default-src'],
  ['connect-src', 'default-src'],
  ['frame-src', 'child-src', 'default-src'],
  ['media-src', 'default-src'],
];

function hostsOf(policy: Policy): readonly string[] {
  return FETCHES.flatMap((names) => sourcesFor(policy, ...names) ?? []).filter(
    (source) => !source.startsWith("'") && !source.endsWith(':') && parseHost(source) !== undefined && source !== '*',
  );
}

/** Whether a text that was read names the host, or for `*.cdn.example` one below it. */
function isNamed(source: string, texts: readonly string[]): boolean {
  const { host } = parseHost(source) ?? { host: source };
  const name = host.replace(/^\*/, '').toLowerCase();
  return texts.some((text) => text.includes(name));
}
