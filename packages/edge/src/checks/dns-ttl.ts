import { isIP } from 'node:net';
import type { ZoneAnswer } from '../dns/zone.ts';
import type { Site } from '../site.ts';
import { type EdgeCheck, type Finding, failed, passed, unclear } from './check.ts';
import { climb, named, UNREACHABLE, valuesOf } from './dns.ts';

export const dnsTtl: EdgeCheck = {
  id: 'dns-ttl',
  title: 'The address can be changed quickly',
  expected: 'a time to live of at most `dns-max-ttl`, as the zone itself gives it',
  remedy:
    'Lower the TTL of the record at the provider of the zone. Until it has expired, visitors go to the old address.',
  look: (site) => named(site, async (host, [resolver = '']) => [await look(site, host, resolver)]),
};

/** One that does not answer is no reason to give up. */
const MOST_SERVERS = 3;

async function look(site: Site, host: string, resolver: string): Promise<Finding> {
  const { authority } = site.plan.dns;
  const servers = authority.length > 0 ? authority : await authorityOf(site, host, resolver);
  if (servers.length === 0)
    return unclear('zone-not-found', host, 'no name server found', {
      remedy: 'List the name servers of the zone under `dns-authority`.',
    });
  let silent = '';
  for (const server of servers.slice(0, MOST_SERVERS)) {
    const answer = await site.dns.zone(server, host);
    if (answer.kind === 'answer') return judge(site, host, { server, answer });
    silent = `${server}: ${answer.code}`;
  }
  return unclear('zone-silent', host, silent, { remedy: UNREACHABLE });
}

interface Said {
  readonly server: string;
  readonly answer: Extract<ZoneAnswer, { readonly kind: 'answer' }>;
}

function judge({ plan }: Site, host: string, { server, answer }: Said): Finding {
  // What a cache gives counts down, so it says nothing of what the zone has.
  if (!answer.authoritative)
    return unclear('not-the-zone', host, `${server} answers from a cache`, {
      remedy: 'List the name servers of the zone itself under `dns-authority`.',
    });
  if (answer.records.length === 0)
    return unclear('no-record', host, `${server} has no address and no CNAME for it`, {
      remedy: 'Compare `dns-authority` with the name servers of the zone.',
    });
  const ttl = Math.max(...answer.records.map((one) => one.ttl));
  const measured = `${ttl} seconds`;
  const { maxTtlSeconds } = plan.dns;
  return ttl <= maxTtlSeconds
    ? passed(host, measured)
    : failed('ttl-too-long', host, measured, { expected: `at most ${maxTtlSeconds} seconds` });
}

/** Addresses of the servers of the zone: those of the nearest name above the host that has some. */
async function authorityOf(site: Site, host: string, resolver: string): Promise<readonly string[]> {
  for (const name of climb(host)) {
    const servers = await site.dns.nameServers(resolver, name);
    if (servers.kind !== 'records') continue;
    const found = await Promise.all(
      servers.records.slice(0, MOST_SERVERS).map((server) => site.dns.addresses(resolver, server)),
    );
    const four = found.flatMap((addresses) => valuesOf(addresses).filter(({ address }) => isIP(address) === 4));
    if (four.length > 0) return four.map(({ address }) => address);
  }
  return [];
}
