import { type Exchange, header, shown } from '../ask/exchange.ts';
import { isDnsName } from '../dns/reader.ts';
import type { Site } from '../site.ts';
import { type EdgeCheck, type Finding, failed, passed, unclear } from './check.ts';
import { aliasBy, named, UNREACHABLE, valuesOf } from './dns.ts';

export const dnsDangling: EdgeCheck = {
  id: 'dns-dangling',
  title: 'No name of yours points at nothing',
  expected: 'behind every CNAME of the host and of `hosts` an address, and a service that knows the name',
  remedy: 'Delete the record, or claim its target again. Whoever claims it first serves pages under your name.',
  look: (site) =>
    named(site, async (_host, [resolver = '']) => {
      const { hosts, url } = site.plan;
      const all = [url.host, ...hosts].map((host) => new URL(`https://${host}/`));
      return await Promise.all(
        all.filter(({ hostname }) => isDnsName(hostname)).map((one) => judge(site, one, resolver)),
      );
    }),
};

async function judge(site: Site, url: URL, resolver: string): Promise<Finding> {
  const name = url.hostname;
  const alias = await aliasBy(site, name, resolver);
  if (alias.kind === 'none')
    return unclear('resolver-silent', name, `${resolver}: ${alias.code}`, { remedy: UNREACHABLE });
  const [target] = valuesOf(alias);
  if (target === undefined) return passed(name, 'no CNAME');
  const behind = await site.dns.addresses(resolver, target);
  if (behind.kind === 'none')
    return unclear('resolver-silent', name, `${target}: ${behind.code}`, { remedy: UNREACHABLE });
  if (behind.kind === 'nothing') return failed('dangling-name', name, `${target} has no address`);
  const answer = await site.once(`claimed ${url.host}`, () => site.asker.ask(url));
  if (answer.kind === 'none')
    return unclear('target-not-seen', name, `${target}: ${shown(answer)}`, {
      remedy:
        'Check whether the service behind the name still serves it. A host that has no website needs no entry in `hosts`.',
    });
  return isUnclaimed(answer)
    ? failed('unclaimed-target', name, `${target} answers that it does not know the name`)
    : passed(name, target);
}

/** How services answer for a name that none of their customers has claimed (github.com/EdOverflow/can-i-take-over-xyz). */
const UNCLAIMED: readonly RegExp[] = [
  /There isn't a GitHub Pages site here/,
  /<Code>NoSuchBucket<\/Code>/,
  /\/\/www\.herokucdn\.com\/error-pages\/no-such-app\.html/,
  /Fastly error: unknown domain/,
];

function isUnclaimed(answer: Extract<Exchange, { readonly kind: 'answer' }>): boolean {
  if (answer.status < 400) return false;
  const vercel = header(answer, 'x-vercel-error');
  return vercel === 'DEPLOYMENT_NOT_FOUND' || UNCLAIMED.some((one) => one.test(answer.body));
}
