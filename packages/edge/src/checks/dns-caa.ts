import type { CaaRecord } from '../dns/reader.ts';
import type { Site } from '../site.ts';
import { type EdgeCheck, type Finding, failed, passed, unclear } from './check.ts';
import { climb, named, UNREACHABLE, valuesOf } from './dns.ts';

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

function judgeIssuer(name: string, records: readonly CaaRecord[], issuer: string | undefined): Finding {
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
