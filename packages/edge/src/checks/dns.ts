import { isIP } from 'node:net';
import { type AddressRecord, type CaaRecord, isDnsName, type Records } from '../dns/reader.ts';
import type { Site } from '../site.ts';
import { type EdgeCheck, type Finding, failed, leftOut, passed, unclear } from './check.ts';

const UNREACHABLE =
  'Check that the resolvers of `dns-resolvers` can be reached over UDP port 53 from where the audit runs.';

/** Runs for a host that has a name, with the resolvers of the plan. */
async function named(site: Site, look: (host: string, resolvers: readonly string[]) => Promise<readonly Finding[]>) {
  const { dns, url } = site.plan;
  if (!isDnsName(url.hostname)) return [leftOut(url.hostname, 'the host is an address, which has no records')];
  if (dns.resolvers.length === 0)
    return [leftOut(url.hostname, 'no resolver is listed', 'List resolvers under `dns-resolvers`.')];
  return await look(url.hostname, dns.resolvers);
}

function addressesBy(site: Site, host: string, resolver: string): Promise<Records<AddressRecord>> {
  return site.once(`address ${resolver} ${host}`, () => site.dns.addresses(resolver, host));
}

function aliasBy(site: Site, host: string, resolver: string): Promise<Records<string>> {
  return site.once(`alias ${resolver} ${host}`, () => site.dns.alias(resolver, host));
}

export const dnsRecords: EdgeCheck = {
  id: 'dns-records',
  title: 'All resolvers give the host the same address',
  expected: 'one answer of all resolvers, as `dns-expect` says where it is set',
  remedy: 'Correct the record at the provider of the zone, and wait until the old one has expired everywhere.',
  look: (site) =>
    named(site, async (host, resolvers) => {
      const answers = await Promise.all(
        resolvers.map(async (resolver) => {
          const [alias, addresses] = [await aliasBy(site, host, resolver), await addressesBy(site, host, resolver)];
          return { resolver, alias, addresses };
        }),
      );
      const silent = answers.find(({ addresses }) => addresses.kind === 'none');
      if (silent?.addresses.kind === 'none')
        return [
          unclear('resolver-silent', host, `${silent.resolver}: ${silent.addresses.code}`, { remedy: UNREACHABLE }),
        ];
      const sets = answers.map(({ alias, addresses }) => [
        ...valuesOf(alias),
        ...valuesOf(addresses).map(({ address }) => address),
      ]);
      const missing = answers.filter((_, at) => sets[at]?.length === 0).map(({ resolver }) => resolver);
      if (missing.length === sets.length) return [failed('no-record', host, 'no resolver knows an address')];
      if (missing.length > 0) return [failed('resolvers-disagree', host, `no address by ${missing.join(', ')}`)];
      const measured = sets.map((set) => set.join(' ')).join(' | ');
      const { expect } = site.plan.dns;
      if (expect.length > 0)
        return [
          sets.every((set) => set.some((one) => expect.includes(one.toLowerCase())))
            ? passed(host, measured)
            : failed('points-elsewhere', host, measured, { expected: expect.join(', ') }),
        ];
      const [first = []] = sets;
      // A provider that answers by place gives each resolver others; what they share shows that it is one zone.
      return [
        sets.every((set) => set.some((one) => first.includes(one)))
          ? passed(host, measured)
          : unclear('answers-differ', host, measured, {
              remedy: 'Set `dns-expect` to the addresses or the name that are meant.',
            }),
      ];
    }),
};

export const dnsDangling: EdgeCheck = {
  id: 'dns-dangling',
  title: 'No name of yours points at nothing',
  expected: 'an address behind every CNAME of the host and of `hosts`',
  remedy: 'Delete the record, or claim its target again. Whoever claims it first serves pages under your name.',
  look: (site) =>
    named(site, async (host, [resolver = '']) => {
      const names = [host, ...site.plan.hosts.map((one) => one.replace(/:\d+$/, ''))].filter(isDnsName);
      return await Promise.all(
        names.map(async (name) => {
          const alias = await aliasBy(site, name, resolver);
          if (alias.kind === 'none')
            return unclear('resolver-silent', name, `${resolver}: ${alias.code}`, { remedy: UNREACHABLE });
          const [target] = valuesOf(alias);
          if (target === undefined) return passed(name, 'no CNAME');
          const behind = await site.dns.addresses(resolver, target);
          if (behind.kind === 'none')
            return unclear('resolver-silent', name, `${target}: ${behind.code}`, { remedy: UNREACHABLE });
          return behind.kind === 'records'
            ? passed(name, target)
            : failed('dangling-name', name, `${target} has no address`);
        }),
      );
    }),
};

export const dnsTtl: EdgeCheck = {
  id: 'dns-ttl',
  title: 'The address can be changed quickly',
  expected: 'a time to live of at most `dns-max-ttl`, as the zone itself gives it',
  remedy:
    'Lower the TTL of the record at the provider of the zone. Until it has expired, visitors go to the old address.',
  look: (site) =>
    named(site, async (host, [resolver = '']) => {
      const { dns } = site.plan;
      const servers = dns.authority.length > 0 ? dns.authority : await authorityOf(site, host, resolver);
      if (servers.length === 0)
        return [
          unclear('zone-not-found', host, 'no name server found', {
            remedy: 'List the name servers of the zone under `dns-authority`.',
          }),
        ];
      const answer = await site.dns.addresses(servers[0] ?? '', host);
      if (answer.kind !== 'records')
        return [
          unclear('zone-silent', host, `${servers[0]}: ${answer.kind === 'none' ? answer.code : 'no address'}`, {
            remedy: UNREACHABLE,
          }),
        ];
      const ttl = Math.max(...answer.records.map((one) => one.ttl));
      const measured = `${ttl} seconds`;
      return [
        ttl <= dns.maxTtlSeconds
          ? passed(host, measured)
          : failed('ttl-too-long', host, measured, { expected: `at most ${dns.maxTtlSeconds} seconds` }),
      ];
    }),
};

/** Addresses of the servers of the zone: those of the nearest name above the host that has some. */
async function authorityOf(site: Site, host: string, resolver: string): Promise<readonly string[]> {
  for (const name of climb(host)) {
    const servers = await site.dns.nameServers(resolver, name);
    if (servers.kind !== 'records') continue;
    for (const server of servers.records) {
      const addresses = await site.dns.addresses(resolver, server);
      const four = valuesOf(addresses).filter(({ address }) => isIP(address) === 4);
      if (four.length > 0) return four.map(({ address }) => address);
    }
  }
  return [];
}

/** Authorities by the organization in their certificates, with the domain that stands for them in CAA records. */
const AUTHORITIES: Readonly<Record<string, readonly string[]>> = {
  "Let's Encrypt": ['letsencrypt.org'],
  'Google Trust Services': ['pki.goog'],
  'Google Trust Services LLC': ['pki.goog'],
  'DigiCert Inc': ['digicert.com'],
  'Sectigo Limited': ['sectigo.com', 'comodoca.com'],
  ZeroSSL: ['sectigo.com', 'zerossl.com'],
  'GlobalSign nv-sa': ['globalsign.com'],
  Amazon: ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com'],
};

export const dnsCaa: EdgeCheck = {
  id: 'dns-caa',
  title: 'CAA records say who may issue certificates, and allow the present issuer',
  expected: 'a CAA record with issue that names the issuer of the certificate',
  remedy:
    'Add `0 issue "letsencrypt.org"` (for Vercel) at the provider of the zone. Without it every authority may issue a certificate for the host; with a wrong one, renewal fails.',
  look: (site) =>
    named(site, async (host, [resolver = '']) => {
      for (const name of climb(host)) {
        const answer = await site.dns.caa(resolver, name);
        if (answer.kind === 'none')
          return [unclear('resolver-silent', name, `${resolver}: ${answer.code}`, { remedy: UNREACHABLE })];
        const records = valuesOf(answer).filter(({ tag }) => tag === 'issue');
        if (records.length > 0) return [judgeIssuer(name, records, await issuerOf(site))];
      }
      return [failed('caa-missing', host, 'no CAA record')];
    }),
};

export function judgeIssuer(name: string, records: readonly CaaRecord[], issuer: string | undefined): Finding {
  const allowed = records.map(({ value }) => value).join(', ');
  const domains = issuer === undefined ? undefined : AUTHORITIES[issuer];
  if (domains === undefined)
    return unclear(
      'issuer-not-known',
      name,
      `allowed: ${allowed}; issued by ${issuer ?? 'no one that could be seen'}`,
      { remedy: 'Compare the issuer with the CAA records by hand, and accept this result.' },
    );
  return domains.some((domain) => records.some(({ value }) => value === domain))
    ? passed(name, allowed)
    : failed('issuer-not-allowed', name, `allowed: ${allowed}; issued by ${issuer}`);
}

async function issuerOf({ plan, tls }: Site): Promise<string | undefined> {
  const handshake = plan.url.protocol === 'https:' ? await tls.inspect() : undefined;
  return handshake?.kind === 'shown' ? handshake.issuer : undefined;
}

/** The host and the names above it, without the top level. */
function climb(host: string): readonly string[] {
  const labels = host.split('.');
  return labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'));
}

function valuesOf<T>(records: Records<T>): readonly T[] {
  return records.kind === 'records' ? records.records : [];
}
