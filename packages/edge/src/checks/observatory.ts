import { shown } from '../ask/exchange.ts';
import { gradeOf, lowestScoreOf, MODIFIERS } from '../score/results.ts';
import { scoreSite } from '../score/site-score.ts';
import { readableRemedy, type Site } from '../site.ts';
import { type EdgeCheck, type Finding, failed, notWhole, passed, unclear } from './check.ts';

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
  const scored = await scoreSite(site);
  if (scored === undefined) {
    const [first] = await site.visits();
    if (first?.first.kind === 'answer' && first.first.truncated) return notWhole(what);
    const measured =
      plan.url.protocol === 'https:' && first !== undefined ? shown(first.first) : 'the address is without TLS';
    const remedy = first === undefined ? 'Audit the https:// address.' : readableRemedy(first);
    return unclear('not-scored', what, measured, { remedy });
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
