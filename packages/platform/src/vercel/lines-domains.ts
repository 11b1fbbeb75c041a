import { type Finding, failed, gap, looking, passed } from '../finding.ts';
import { type Line, line, missingOf } from '../line.ts';
import { flag, integer, list, map, names } from '../policy/kinds.ts';
import type { CertificateFacts, VercelDomainFacts } from './facts.ts';
import { VERCEL_SCOPES } from './read.ts';

const DOMAINS = 'https://vercel.com/docs/rest-api/projects/retrieve-project-domains-by-project-by-id-or-name';
const DAY_MS = 86_400_000;

/** Names that Vercel gives itself: it looks after them. */
const isOwn = ({ name, gitBranch }: VercelDomainFacts): boolean =>
  !/\.vercel\.app(?::\d+)?$/.test(name) && gitBranch === undefined;

function domainFinding(name: string, found: VercelDomainFacts | undefined): Finding {
  const expected = 'a verified domain of the project';
  if (found === undefined)
    return failed('domain-missing', {
      what: name,
      measured: 'not a domain of the project',
      expected,
      remedy: `Run \`vercel domains add ${name} PROJECT\`.`,
    });
  if (found.redirect !== undefined)
    return failed('domain-redirects', {
      what: name,
      measured: `redirects to ${found.redirect}`,
      expected,
      remedy: 'Remove the redirect under Project > Settings > Domains, or list the domain under vercel.redirects.',
    });
  if (!found.verified)
    return failed('domain-not-verified', {
      what: name,
      measured: 'not verified',
      expected,
      remedy: `Add the DNS record that \`vercel domains inspect ${name}\` prints, then \`vercel domains verify ${name}\`.`,
    });
  return passed({ what: name, measured: 'verified', expected });
}

/** Whether a certificate for `*.example.com` or `example.com` is one for this name. */
function covers({ names }: CertificateFacts, domain: string): boolean {
  const above = domain.replace(/^[^.]+/, '*');
  return names.some((name) => name.toLowerCase() === domain || name.toLowerCase() === above);
}

function certificateFinding(
  name: string,
  certificates: readonly CertificateFacts[],
  { days, nowMs }: { readonly days: number; readonly nowMs: number },
): Finding {
  const expected = `a certificate for at least ${days} more days`;
  const newest = certificates.filter((one) => covers(one, name)).sort((a, b) => b.expiresAtMs - a.expiresAtMs)[0];
  const remedy = `Check that the domain points at Vercel and that no CAA record forbids Let's Encrypt, then \`vercel certs issue ${name}\`.`;
  if (newest === undefined)
    return failed('certificate-missing', { what: name, measured: 'no certificate', expected, remedy });
  const left = Math.floor((newest.expiresAtMs - nowMs) / DAY_MS);
  const seeing = { what: name, measured: `${left} days left`, expected };
  return left >= days ? passed(seeing) : failed('certificate-ends-soon', { ...seeing, remedy });
}

/** Of each domain that is not Vercel's; that there is none is said, since then nothing was looked at. */
function ofOwn(
  domains: readonly VercelDomainFacts[],
  look: (domain: VercelDomainFacts) => readonly Finding[],
): readonly Finding[] {
  const own = domains.filter(isOwn);
  if (own.length === 0)
    return [gap('domains', 'the project has no domain of its own', 'Add it, or remove the line from the policy.')];
  return own.flatMap(look);
}

export const domainLines: readonly Line[] = [
  line({
    key: 'vercel.domains',
    title: 'Domains of production',
    says: 'Domains that have to be verified domains of the project.',
    scope: VERCEL_SCOPES.project,
    source: DOMAINS,
    kind: names,
    forRelease: true,
    propose: ({ vercel }) => {
      if (vercel?.domains.kind !== 'read') return undefined;
      const names = vercel.domains.value.filter(isOwn).filter(({ redirect }) => redirect === undefined);
      return names.length === 0 ? undefined : names.map(({ name }) => name).sort();
    },
    judge: (wanted, { vercel }) =>
      looking(
        vercel?.domains,
        { what: 'Domains of production', expected: list.show(wanted), missing: missingOf('vercel.domains') },
        (domains) =>
          wanted.map((name) =>
            domainFinding(
              name,
              domains.find((one) => one.name === name),
            ),
          ),
      ),
  }),
  line({
    key: 'vercel.domains-configured',
    title: 'DNS of the domains points at Vercel',
    says: 'Whether the DNS of every domain of the project has to point at Vercel.',
    scope: VERCEL_SCOPES.team,
    source: 'https://vercel.com/docs/rest-api/domains/get-a-domain-s-configuration',
    kind: flag,
    propose: ({ vercel }) => (vercel?.domains.kind === 'read' && vercel.domains.value.some(isOwn) ? true : undefined),
    judge: (wanted, { vercel }) =>
      wanted
        ? looking(
            vercel?.domains,
            { what: 'DNS of the domains', expected: 'points at Vercel', missing: missingOf('vercel.domains') },
            (domains) => ofOwn(domains, ({ name }) => configuration(name, vercel?.configurations[name])),
          )
        : [],
  }),
  line({
    key: 'vercel.certificate-days-left',
    title: 'Certificates of the domains',
    says: 'Days that the certificate of each domain of the project has to be valid for.',
    scope: VERCEL_SCOPES.team,
    source: 'https://vercel.com/docs/rest-api/certs/get-certs',
    kind: integer('days', 1),
    propose: ({ vercel }) =>
      vercel?.certificates.kind === 'read' && vercel.domains.kind === 'read' && vercel.domains.value.some(isOwn)
        ? 14
        : undefined,
    judge: (days, { nowMs, vercel }) => {
      const about = {
        what: 'Certificates of the domains',
        expected: `at least ${days} days`,
        missing: missingOf('vercel.certificates'),
      };
      return looking(vercel?.domains, about, (domains) =>
        looking(vercel?.certificates, about, (certificates) =>
          ofOwn(domains, ({ name }) => [certificateFinding(name, certificates, { days, nowMs })]),
        ),
      );
    },
  }),
  line({
    key: 'vercel.redirects',
    title: 'Redirects between domains',
    says: 'Domains that redirect to another, as DOMAIN: TARGET.',
    scope: VERCEL_SCOPES.project,
    source: DOMAINS,
    kind: map,
    propose: ({ vercel }) => {
      if (vercel?.domains.kind !== 'read') return undefined;
      const found = vercel.domains.value.flatMap(({ name, redirect }) =>
        redirect === undefined ? [] : [[name, redirect]],
      );
      return found.length === 0 ? undefined : (Object.fromEntries(found) as Readonly<Record<string, string>>);
    },
    judge: (wanted, { vercel }) =>
      looking(
        vercel?.domains,
        { what: 'Redirects between domains', expected: map.show(wanted), missing: missingOf('vercel.redirects') },
        (domains) =>
          Object.entries(wanted).map(([from, to]) => {
            const found = domains.find(({ name }) => name === from);
            const measured = found === undefined ? 'not a domain of the project' : (found.redirect ?? 'no redirect');
            const seeing = { what: from, measured, expected: to };
            return found?.redirect === to
              ? passed(seeing)
              : failed('redirect-differs', {
                  ...seeing,
                  remedy: `Set the redirect of ${from} to ${to} under Project > Settings > Domains.`,
                });
          }),
      ),
  }),
];

function configuration(
  name: string,
  part:
    | NonNullable<
        Parameters<typeof looking<{ readonly misconfigured: boolean; readonly configuredBy: string | undefined }>>[0]
      >
    | undefined,
): readonly Finding[] {
  if (part === undefined) return [gap(name, 'its configuration was not read', 'Run the audit again.')];
  return looking(part, { what: name, expected: 'points at Vercel', missing: '' }, ({ configuredBy, misconfigured }) => {
    const measured = misconfigured ? 'does not point at Vercel' : `points at Vercel (${configuredBy ?? 'by proxy'})`;
    const seeing = { what: name, measured, expected: 'points at Vercel' };
    return [
      misconfigured
        ? failed('domain-misconfigured', {
            ...seeing,
            remedy: `Set the DNS records that \`vercel domains inspect ${name}\` prints.`,
          })
        : passed(seeing),
    ];
  });
}
