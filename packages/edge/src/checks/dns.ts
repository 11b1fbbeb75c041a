import { type AddressRecord, isDnsName, type Records } from '../dns/reader.ts';
import type { Site } from '../site.ts';
import { type EdgeCheck, type Finding, failed, leftOut, passed, unclear } from './check.ts';

export const UNREACHABLE =
  'Check that the resolvers of `dns-resolvers` can be reached over UDP port 53 from where the audit runs.';

/** Runs for a host that has a name, with the resolvers of the plan. */
export async function named(
  site: Site,
  look: (host: string, resolvers: readonly string[]) => Promise<readonly Finding[]>,
) {
  const { dns, url } = site.plan;
  if (!isDnsName(url.hostname)) return [leftOut(url.hostname, 'the host is an address, which has no records')];
  if (dns.resolvers.length === 0)
    return [leftOut(url.hostname, 'no resolver is listed', 'List resolvers under `dns-resolvers`.')];
  return await look(url.hostname, dns.resolvers);
}

function addressesBy(site: Site, host: string, resolver: string): Promise<Records<AddressRecord>> {
  return site.once(`address ${resolver} ${host}`, () => site.dns.addresses(resolver, host));
}

export function aliasBy(site: Site, host: string, resolver: string): Promise<Records<string>> {
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

export function valuesOf<T>(records: Records<T>): readonly T[] {
  return records.kind === 'records' ? records.records : [];
}

/** The host and the names above it, without the top level. */
export function climb(host: string): readonly string[] {
  const labels = host.split('.');
  return labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'));
}
