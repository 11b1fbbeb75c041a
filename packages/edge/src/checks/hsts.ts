import { headerLines } from '../ask/exchange.ts';
import type { Site } from '../site.ts';
import { type EdgeCheck, type Finding, failed, leftOut, passed } from './check.ts';
import { eachPage } from './pages.ts';

const YEAR_SECONDS = 31_536_000;

export const hsts: EdgeCheck = {
  id: 'hsts',
  title: 'HTTPS is remembered for at least a year (HSTS)',
  expected: `Strict-Transport-Security with max-age of at least ${YEAR_SECONDS}`,
  remedy: `Send \`Strict-Transport-Security: max-age=${YEAR_SECONDS * 2}; includeSubDomains\` once with every answer over HTTPS.`,
  look: (site) => eachHeader(site, judge),
};

export const hstsPreload: EdgeCheck = {
  id: 'hsts-preload',
  title: 'HSTS asks for preloading only as the preload list accepts it',
  expected: `preload only together with includeSubDomains and max-age of at least ${YEAR_SECONDS}`,
  remedy:
    'Either add `includeSubDomains` and a max-age of at least a year, or remove `preload`: browsers ship with the list, so a mistake in it lasts for months.',
  look: (site) => eachHeader(site, judgePreload),
};

async function eachHeader(
  site: Site,
  judgeOne: (what: string, lines: readonly string[]) => Finding,
): Promise<readonly Finding[]> {
  const { origin, protocol } = site.plan.url;
  if (protocol !== 'https:')
    return [leftOut(origin, 'browsers ignore HSTS on an address without TLS', 'Audit the https:// address.')];
  return await eachPage(site, ({ first }, what) => judgeOne(what, headerLines(first, 'strict-transport-security')));
}

function judge(what: string, lines: readonly string[]): Finding {
  const policy = parseHsts(lines);
  if (policy === undefined) return failed('hsts-missing', what, 'no Strict-Transport-Security');
  if (policy.lines > 1) return failed('hsts-twice', what, `${policy.lines} headers; browsers read the first alone`);
  if (policy.maxAge === undefined) return failed('hsts-invalid', what, 'no valid max-age');
  if (policy.maxAge < YEAR_SECONDS) return failed('hsts-too-short', what, `max-age=${policy.maxAge}`);
  return passed(what, `max-age=${policy.maxAge}${policy.subDomains ? '; includeSubDomains' : ''}`);
}

function judgePreload(what: string, lines: readonly string[]): Finding {
  const policy = parseHsts(lines);
  if (policy === undefined || !policy.preload) return passed(what, 'no preload');
  if (!policy.subDomains) return failed('preload-without-subdomains', what, 'preload without includeSubDomains');
  if ((policy.maxAge ?? 0) < YEAR_SECONDS)
    return failed('preload-too-short', what, `preload with max-age=${policy.maxAge ?? 0}`);
  return passed(what, 'preload as the list accepts it');
}

interface HstsPolicy {
  readonly lines: number;
  readonly maxAge: number | undefined;
  readonly subDomains: boolean;
  readonly preload: boolean;
}

/** What RFC 6797 reads: the first header, in which no directive is there twice. */
export function parseHsts(lines: readonly string[]): HstsPolicy | undefined {
  const all = lines.flatMap((line) => line.split(','));
  const [first] = all;
  if (first === undefined) return undefined;
  const parts = first.split(';').map((part) => part.trim().toLowerCase());
  const ages = parts.filter((part) => /^max-age\s*=/.test(part));
  const age = /^max-age\s*=\s*"?(\d{1,15})"?$/.exec(ages[0] ?? '')?.[1];
  return {
    lines: all.length,
    maxAge: ages.length === 1 && age !== undefined ? Number(age) : undefined,
    subDomains: parts.includes('includesubdomains'),
    preload: parts.includes('preload'),
  };
}
