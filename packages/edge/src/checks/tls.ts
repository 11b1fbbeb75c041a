import type { Site } from '../site.ts';
import type { Handshake, Shown, TlsVersion } from '../tls/inspect.ts';
import { TLS_VERSIONS } from '../tls/inspect.ts';
import { type EdgeCheck, type Finding, failed, leftOut, passed, unclear } from './check.ts';

const DAY_MS = 86_400_000;
const UNREACHABLE = 'Check that the host answers over TLS from where the audit runs, and run it again.';

export const tlsTrust: EdgeCheck = {
  id: 'tls-trust',
  title: 'The certificate chain is trusted',
  expected: 'a chain to a root that browsers trust',
  remedy:
    'Install a certificate of a public authority together with its intermediate certificates, and renew it before it ends.',
  look: (site) =>
    shownOnly(site, (shown, what) => {
      if (shown.untrusted === '') return passed(what, `issued by ${shown.issuer}`);
      // Whether the rest of the chain would be trusted cannot be seen then.
      if (!isValidNow(shown, site.nowMs))
        return unclear('not-valid-now', what, shown.untrusted, { remedy: tlsExpiry.remedy });
      return failed('chain-not-trusted', what, shown.untrusted);
    }),
};

export const tlsName: EdgeCheck = {
  id: 'tls-name',
  title: 'The certificate is for this host',
  expected: 'the host among the names of the certificate',
  remedy: 'Add the domain to the project, so that a certificate for it is issued, or correct the address.',
  look: (site) =>
    shownOnly(site, ({ nameFits, names }, what) =>
      nameFits
        ? passed(what, names.slice(0, 5).join(', '))
        : failed('name-does-not-fit', what, names.slice(0, 5).join(', ')),
    ),
};

export const tlsExpiry: EdgeCheck = {
  id: 'tls-expiry',
  title: 'The certificate is valid for long enough',
  expected: 'a certificate that is valid now and for the days of `min-days-left`',
  remedy:
    'Renew the certificate. If renewal is automatic, it has failed: look at the DNS records and the CAA records that the authority checks.',
  look: (site) => shownOnly(site, (shown, what) => judgeExpiry(shown, what, site)),
};

export const http2: EdgeCheck = {
  id: 'http2',
  title: 'HTTP/2 is offered',
  expected: 'h2 chosen in the handshake',
  remedy: 'Turn on HTTP/2 where TLS ends (the CDN or the proxy).',
  look: (site) =>
    shownOnly(site, ({ alpn }, what) =>
      alpn === 'h2' ? passed(what, 'h2') : failed('http2-not-offered', what, alpn === '' ? 'no protocol chosen' : alpn),
    ),
};

export const tlsVersions: EdgeCheck = {
  id: 'tls-versions',
  title: 'Old versions of TLS are refused',
  expected: 'a refusal of every version below `min-tls`, and an answer in a newer one',
  remedy: 'Turn off the old versions where TLS ends (the CDN, the proxy or the load balancer).',
  look: async (site) => {
    const { minTls } = site.plan;
    const control = await shownOnly(site, ({ version }, what) =>
      isOlder(version, minTls)
        ? failed('tls-too-old', what, `best version: ${version}`)
        : passed(what, `best version: ${version}`),
    );
    const old = TLS_VERSIONS.slice(0, TLS_VERSIONS.indexOf(minTls));
    if (control.every((one) => one.kind === 'seen' && one.verdict === 'pass'))
      return [...control, ...(await Promise.all(old.map((version) => judgeVersion(site, version))))];
    // A server that refuses every new version speaks an old one, or nothing at all.
    const tried = control.some(({ kind }) => kind === 'gap')
      ? []
      : await Promise.all(old.map((version) => judgeVersion(site, version)));
    const accepted = tried.filter((one) => one.kind === 'seen' && one.verdict === 'fail');
    return accepted.length > 0 ? accepted : control;
  },
};

async function judgeVersion(site: Site, version: TlsVersion): Promise<Finding> {
  const what = `${hostOf(site)} ${version}`;
  const offered = await site.tls.offer(version);
  if (offered.kind === 'accepted') return failed('old-version-accepted', what, 'accepted');
  if (offered.kind === 'refused') return passed(what, 'refused');
  if (offered.code === 'ECONNRESET' && (await cutsAlways(site, version)))
    return passed(what, 'connection closed by the server, twice; a newer version answered in between');
  return unclear('version-not-tried', what, offered.code === '' ? 'no answer' : offered.code, { remedy: UNREACHABLE });
}

/**
 * A server may refuse by cutting the connection, and so does a bad network. It is a refusal where the connection is cut
 * again, and a handshake of today in between is answered.
 */
async function cutsAlways({ tls }: Site, version: TlsVersion): Promise<boolean> {
  const control = await tls.inspectAgain();
  if (control.kind === 'none') return false;
  const again = await tls.offerAgain(version);
  return again.kind === 'refused' || (again.kind === 'none' && again.code === 'ECONNRESET');
}

async function shownOnly(site: Site, judge: (shown: Shown, what: string) => Finding): Promise<readonly Finding[]> {
  const what = hostOf(site);
  if (site.plan.url.protocol !== 'https:')
    return [leftOut(what, 'the address is without TLS', 'Audit the https:// address.')];
  const handshake: Handshake = await site.tls.inspect();
  if (handshake.kind === 'none') return [unclear('no-handshake', what, handshake.code, { remedy: UNREACHABLE })];
  return [judge(handshake, what)];
}

function judgeExpiry({ validFromMs, validToMs }: Shown, what: string, { nowMs, plan }: Site): Finding {
  if (Number.isNaN(validToMs))
    return unclear('no-end-date', what, 'the certificate says no end', { remedy: UNREACHABLE });
  const day = new Date(validToMs).toISOString().slice(0, 10);
  if (validFromMs > nowMs)
    return failed('not-yet-valid', what, `valid from ${new Date(validFromMs).toISOString().slice(0, 10)}`);
  if (validToMs <= nowMs) return failed('expired', what, `ended on ${day}`);
  const left = Math.floor((validToMs - nowMs) / DAY_MS);
  const measured = `${left} days left (ends on ${day})`;
  return left < plan.minDaysLeft ? failed('ends-soon', what, measured) : passed(what, measured);
}

function isValidNow({ validFromMs, validToMs }: Shown, nowMs: number): boolean {
  return validFromMs <= nowMs && nowMs < validToMs;
}

function isOlder(version: string, than: TlsVersion): boolean {
  return (TLS_VERSIONS as readonly string[]).indexOf(version) < TLS_VERSIONS.indexOf(than);
}

function hostOf({ plan }: Site): string {
  return plan.url.host;
}
