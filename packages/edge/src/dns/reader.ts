import { promises as dns } from 'node:dns';
import { isIP } from 'node:net';
import { askZone, type ZoneAnswer } from './zone.ts';

/** What a resolver says of a name. `nothing`: it answered that there is no such record (or no such name). */
export type Records<T> =
  | { readonly kind: 'records'; readonly records: readonly T[] }
  | { readonly kind: 'nothing'; readonly name: boolean }
  | { readonly kind: 'none'; readonly code: string };

export interface AddressRecord {
  readonly address: string;
  readonly ttl: number;
}

export interface CaaRecord {
  readonly tag: 'issue' | 'issuewild' | 'other';
  /** The domain of the authority, without parameters; '' forbids all. */
  readonly value: string;
}

export interface DnsReader {
  addresses(resolver: string, name: string): Promise<Records<AddressRecord>>;
  alias(resolver: string, name: string): Promise<Records<string>>;
  caa(resolver: string, name: string): Promise<Records<CaaRecord>>;
  nameServers(resolver: string, name: string): Promise<Records<string>>;
  /** Asks a server of the zone itself. */
  zone(server: string, name: string): Promise<ZoneAnswer>;
}

export interface DnsOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Asks by Node's own resolver (c-ares), each time the one resolver that is named. */
export function nodeDns({ timeoutMs, signal }: DnsOptions): DnsReader {
  async function ask<T>(resolver: string, work: (one: dns.Resolver) => Promise<readonly T[]>): Promise<Records<T>> {
    const one = new dns.Resolver({ timeout: Math.max(500, Math.floor(timeoutMs / 2)), tries: 2 });
    const stop = () => one.cancel();
    signal.addEventListener('abort', stop, { once: true });
    try {
      one.setServers([resolver]);
      return { kind: 'records', records: await work(one) };
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (code === dns.NOTFOUND) return { kind: 'nothing', name: false };
      if (code === dns.NODATA) return { kind: 'nothing', name: true };
      return { kind: 'none', code };
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  return {
    addresses: async (resolver, name) => {
      const [four, six] = await Promise.all([
        ask(resolver, (one) => one.resolve4(name, { ttl: true })),
        ask(resolver, (one) => one.resolve6(name, { ttl: true })),
      ]);
      if (four.kind === 'none') return four;
      if (six.kind === 'none') return six;
      const records = [four, six].flatMap((one) => (one.kind === 'records' ? one.records : []));
      if (records.length === 0) return four.kind === 'nothing' ? four : { kind: 'nothing', name: true };
      return { kind: 'records', records };
    },
    alias: (resolver, name) => ask(resolver, (one) => one.resolveCname(name)),
    caa: (resolver, name) => ask(resolver, async (one) => (await one.resolveCaa(name)).map(caaOf)),
    nameServers: (resolver, name) => ask(resolver, (one) => one.resolveNs(name)),
    zone: async (server, name) => {
      const question = { server, name, timeoutMs, signal };
      const four = await askZone({ ...question, type: 'A' });
      const silent = four.kind === 'answer' && four.records.length === 0;
      return silent ? await askZone({ ...question, type: 'AAAA' }) : four;
    },
  };
}

function caaOf({
  issue,
  issuewild,
}: {
  readonly issue?: string | undefined;
  readonly issuewild?: string | undefined;
}): CaaRecord {
  const domain = (text: string) => text.split(';')[0]?.trim().toLowerCase() ?? '';
  if (issue !== undefined) return { tag: 'issue', value: domain(issue) };
  if (issuewild !== undefined) return { tag: 'issuewild', value: domain(issuewild) };
  return { tag: 'other', value: '' };
}

/** Whether a host is a name that DNS can be asked for. */
export function isDnsName(host: string): boolean {
  return isIP(host.replace(/^\[|\]$/g, '')) === 0 && host.includes('.') && !host.endsWith('.localhost');
}
