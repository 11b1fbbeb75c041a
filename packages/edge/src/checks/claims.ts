import { type Exchange, header } from '../ask/exchange.ts';
import { type EdgeCheck, type Finding, failed, leftOut, passed, unclear } from './check.ts';
import { eachPage } from './pages.ts';

/** Words that promise what no header can keep. */
const CLAIM = /\b(?:hipaa|gdpr|soc[ -]?2|pci(?:[ -]?dss)?|iso[ -]?27001|hitrust|fedramp|complian(?:t|ce))\b/i;

export const claims: EdgeCheck = {
  id: 'header-claims',
  title: 'No header claims compliance',
  expected: 'no header that promises a law or a certificate',
  remedy: 'Remove the header. It proves nothing, and it is a promise to everyone who reads it.',
  look: (site) =>
    eachPage(site, ({ first }, what) => {
      const found = first.headers.filter(([name, value]) => CLAIM.test(name.replaceAll('-', ' ')) || CLAIM.test(value));
      const named = found.filter(([name]) => name !== 'content-security-policy').map(([name]) => name);
      return named.length === 0
        ? passed(what, `${first.headers.length} headers`)
        : failed('unsupported-claim', what, [...new Set(named)].join(', '));
    }),
};

export const rateLimitClaim: EdgeCheck = {
  id: 'rate-limit-claim',
  title: 'Headers of a rate limit count requests',
  expected: 'less that remains after each request',
  remedy:
    'Remove headers that are always the same, or send them from the code that really counts (Vercel Firewall, a store). A fixed number makes clients and auditors trust a limit that is not there.',
  look: (site) =>
    eachPage(site, async ({ first }, what): Promise<Finding> => {
      if (remainingOf(first) === undefined) return leftOut(what, 'no header of a rate limit');
      const url = first.url;
      const more: Exchange[] = [];
      // One after the other: two at once may be counted once.
      for (let turn = 0; turn < 4; turn++) more.push(await site.asker.ask(url));
      const numbers = [first, ...more].flatMap((one) => remainingOf(one) ?? []);
      if (numbers.length < 4)
        return unclear('too-few-answers', what, `${numbers.length} of 5 answers with the header`, { remedy: AGAIN });
      const moves = numbers.some((number) => number !== numbers[0]);
      return moves
        ? passed(what, `${numbers.length} answers, the number changes`)
        : failed('limit-never-counts', what, `${numbers.length} answers, always ${numbers[0]} remaining`);
    }),
};

const AGAIN = 'Run the audit again when the site answers.';

/** `X-RateLimit-Remaining: 99`, `RateLimit-Remaining`, or `RateLimit: "default";r=99`. */
function remainingOf(answer: Exchange): number | undefined {
  if (answer.kind === 'none') return undefined;
  const plain = header(answer, 'x-ratelimit-remaining') ?? header(answer, 'ratelimit-remaining');
  const text = plain ?? /(?:^|[;,\s])(?:r|remaining)=(\d+)/.exec(header(answer, 'ratelimit') ?? '')?.[1];
  const found = /^\s*(\d{1,12})/.exec(text ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}
