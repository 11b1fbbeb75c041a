import { shown } from '../ask/exchange.ts';
import { gradeOf, lowestScoreOf, MODIFIERS } from '../score/results.ts';
import { scoreSite } from '../score/site-score.ts';
import { readableRemedy, type Site } from '../site.ts';
import { type EdgeCheck, type Finding, failed, leftOut, notWhole, passed, unclear } from './check.ts';

export const observatory: EdgeCheck = {
  id: 'observatory-grade',
  title: 'The headers reach the grade of Mozilla Observatory',
  expected: 'at least the grade of `min-grade`',
  remedy:
    'Correct the results that cost points, the largest first: https://developer.mozilla.org/en-US/observatory explains each.',
  look: async (site) => [await judge(site)],
};

async function judge(site: Site): Promise<Finding> {
  const { plan } = site;
  const what = plan.url.host;
  // The score is about a site with TLS; a server on a laptop has none.
  if (plan.url.protocol !== 'https:') return leftOut(what, 'the address is without TLS', 'Audit the https:// address.');
  const scored = await scoreSite(site);
  if (scored === undefined) {
    const [first] = await site.visits();
    if (first?.first.kind === 'answer' && first.first.truncated) return notWhole(what);
    if (first === undefined)
      return unclear('not-scored', what, 'no page is listed', { remedy: 'List a page under `paths`.' });
    return unclear('not-scored', what, shown(first.first), { remedy: readableRemedy(first) });
  }
  const { score, grade } = gradeOf(scored.score);
  const costs = scored.results
    .filter((result) => MODIFIERS[result] < 0)
    .toSorted((a, b) => MODIFIERS[a] - MODIFIERS[b])
    .map((result) => `${MODIFIERS[result]} ${result}`);
  const measured = [`${grade} (${score})`, ...costs].join('; ');
  const expected = `at least ${plan.minGrade}`;
  return score >= (lowestScoreOf(plan.minGrade) ?? 0)
    ? { ...passed(what, measured), expected }
    : failed('grade-too-low', what, measured, { expected });
}
