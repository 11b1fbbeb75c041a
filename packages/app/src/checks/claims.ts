import { type AppCheck, placesOf, unlessFound } from './check.ts';

/** `'X-RateLimit-Remaining': '99'`, `.set('X-RateLimit-Remaining', 99)`, `{ key: 'X-RateLimit-Remaining', value: '99' }`. */
const FIXED =
  /(['"])(?:x-)?ratelimit-(?:remaining|limit|reset)\1\s*[,:]\s*(?:["']?value["']?\s*:\s*)?(?:String\(\s*)?['"]?\d+/i;

export const rateLimitHeader: AppCheck = {
  id: 'rate-limit-header',
  title: 'Headers of a rate limit come from a counter',
  expected: 'no fixed number in a header of a rate limit',
  remedy: 'Remove the header, or send what a counter says: `lockstep add app rate-limit`.',
  look: (facts) =>
    unlessFound(placesOf(FIXED, [...facts.sources.keys()], facts), 'limit-never-counts', {
      what: 'app',
      seen: 'a fixed number',
      clean: `not in ${facts.sources.size} files`,
    }),
};

const REMOVED = /\b(?:getCLS|getFID|getFCP|getLCP|getTTFB|onFID)\b/;

export const vitalsApi: AppCheck = {
  id: 'vitals-api',
  title: 'Web Vitals are measured by functions that exist',
  expected: 'no getCLS, getFID, getFCP, getLCP, getTTFB or onFID',
  remedy:
    'Use `useReportWebVitals` of next/web-vitals, or onCLS, onINP, onLCP of web-vitals 3 and later: `lockstep add app vitals`. The removed ones are undefined, so nothing is ever reported.',
  look: (facts) => {
    const users = [...facts.sources.keys()].filter((path) => /['"]web-vitals['"]/.test(facts.sources.get(path) ?? ''));
    return unlessFound(placesOf(REMOVED, users, facts), 'removed-vitals-api', {
      what: 'app',
      seen: 'a function that web-vitals no longer has',
      clean: users.length === 0 ? 'web-vitals is not imported' : `not in ${users.length} files`,
    });
  },
};
