import type { Page } from '../page/page.ts';
import type { ScoreResult } from './results.ts';

/** From good to worst; a result that is not here is worse than none of them. */
const ORDER: readonly ScoreResult[] = [
  'sri-implemented-and-all-scripts-loaded-securely',
  'sri-implemented-and-external-scripts-loaded-securely',
  'sri-implemented-but-external-scripts-not-loaded-securely',
  'sri-not-implemented-but-external-scripts-loaded-securely',
  'sri-not-implemented-and-external-scripts-not-loaded-securely',
];

/** @param page undefined where the answer is no HTML */
export function scoreScripts(page: Page | undefined, host: string): ScoreResult {
  if (page === undefined) return 'sri-not-implemented-response-not-html';
  if (page.scripts.length === 0) return 'sri-not-implemented-but-no-scripts-loaded';
  let result: ScoreResult | undefined;
  let foreign = false;
  const worsen = (next: ScoreResult) => {
    if (result === undefined || ORDER.indexOf(next) > ORDER.indexOf(result)) result = next;
  };
  for (const { src, integrity = '' } of page.scripts) {
    if (src === undefined || src === '') continue;
    const protocolRelative = /^\/\/[^/]/.test(src);
    const absolute = /^https?:\/\//.test(src);
    const relative = !protocolRelative && !absolute;
    // An address that is none is not one of the site.
    const own = relative || (absolute && URL.canParse(src) && siteOf(new URL(src).hostname) === siteOf(host));
    const secure = relative || src.startsWith('https:');
    if (own) {
      if (integrity !== '' && secure) result ??= 'sri-implemented-and-all-scripts-loaded-securely';
      continue;
    }
    foreign = true;
    if (integrity !== '' && !secure) worsen('sri-implemented-but-external-scripts-not-loaded-securely');
    else if (integrity === '')
      worsen(
        secure
          ? 'sri-not-implemented-but-external-scripts-loaded-securely'
          : 'sri-not-implemented-and-external-scripts-not-loaded-securely',
      );
  }
  if (result !== undefined) return result;
  return foreign
    ? 'sri-implemented-and-external-scripts-loaded-securely'
    : 'sri-not-implemented-but-all-scripts-loaded-from-secure-origin';
}

/**
 * The domain that somebody registered: the last two labels, or three below a country's own second level (`co.uk`). The
 * whole list of public suffixes would be larger than the rest of the audit.
 */
function siteOf(host: string): string {
  const labels = host.toLowerCase().split('.');
  const secondLevel = labels.length > 2 && (labels.at(-1) ?? '').length === 2 && (labels.at(-2) ?? '').length <= 3;
  return labels.slice(secondLevel ? -3 : -2).join('.');
}
