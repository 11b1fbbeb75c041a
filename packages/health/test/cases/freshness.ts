import { healthy } from '../app.ts';
import { ago, type Case, html } from './case.ts';

/** Whether the application was asked at all. */
export const freshnessCases: readonly Case[] = [
  {
    what: 'a timestamp of a minute ago',
    answers: () => healthy({ timestamp: ago(60_000) }),
    is: 'stale',
    rule: 'old-timestamp',
  },
  {
    what: 'an old timestamp within the age that is asked for',
    answers: () => healthy({ timestamp: ago(60_000) }),
    asked: { maxAgeMs: 120_000 },
    is: 'ok',
  },
  {
    what: 'a timestamp far in the future',
    answers: () => healthy({ timestamp: ago(-600_000) }),
    is: 'ok',
    rule: 'future-timestamp',
  },
  {
    what: 'a server whose clock is wrong by an hour, with timestamps to match',
    answers: () => ({
      ...healthy({ timestamp: ago(3_600_000) }),
      headers: { date: new Date(Date.now() - 3_600_000).toUTCString() },
    }),
    is: 'ok',
    rule: 'clock-skew',
  },
  // A prerendered answer is sent with a Date of now.
  ...[-120_000, -60_000, -10_000, 10_000, 60_000, 120_000, 600_000].flatMap((ahead): Case[] => {
    const headers = () => ({ date: new Date(Date.now() + ahead).toUTCString() });
    const clock = `a server whose clock is ${Math.abs(ahead) / 1_000} s ${ahead < 0 ? 'behind' : 'ahead'}`;
    return [
      {
        what: `${clock}, with timestamps to match`,
        answers: () => ({ ...healthy({ timestamp: ago(-ahead) }), headers: headers() }),
        is: 'ok',
        ...(Math.abs(ahead) > 120_000 ? { rule: 'clock-skew' as const } : {}),
      },
      {
        what: `${clock}, with a timestamp of half a minute before`,
        answers: () => ({ ...healthy({ timestamp: ago(30_000 - ahead) }), headers: headers() }),
        is: 'stale',
        rule: 'old-timestamp',
      },
    ];
  }),
  {
    what: 'a body with a byte order mark',
    answers: () => ({ ...healthy(), body: `\ufeff${JSON.stringify(healthy().body)}` }),
    is: 'ok',
  },
  ...(
    [
      ['x-vercel-cache', 'HIT'],
      ['x-vercel-cache', 'PRERENDER'],
      ['x-vercel-cache', 'STALE'],
      ['x-nextjs-cache', 'HIT'],
      ['cf-cache-status', 'HIT'],
      ['age', '12'],
    ] as const
  ).map(
    ([name, value]): Case => ({
      what: `a healthy answer with ${name}: ${value}`,
      answers: () => ({ ...healthy(), headers: { [name]: value } }),
      is: 'stale',
      rule: 'cached-answer',
    }),
  ),
  ...(
    [
      ['x-vercel-cache', 'MISS'],
      ['x-vercel-cache', 'BYPASS'],
      ['age', '0'],
    ] as const
  ).map(
    ([name, value]): Case => ({
      what: `a healthy answer with ${name}: ${value}`,
      answers: () => ({ ...healthy(), headers: { [name]: value } }),
      is: 'ok',
    }),
  ),
  {
    what: 'a page that was prerendered, as pages may be',
    answers: html(200, '<html></html>', { 'x-vercel-cache': 'PRERENDER', age: '60' }),
    asked: { format: 'plain' },
    is: 'ok',
    rule: 'cached-answer',
  },
  {
    what: 'a healthy answer that caches may keep',
    answers: () => ({ ...healthy(), headers: { 'cache-control': 'public, s-maxage=60' } }),
    is: 'ok',
    rule: 'cacheable',
  },
  {
    what: 'a stale answer that the caller allows',
    answers: () => ({ ...healthy(), headers: { age: '3' } }),
    asked: { allowed: ['cached-answer'] },
    is: 'ok',
    rule: 'cached-answer',
  },
];
