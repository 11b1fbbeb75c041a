import { count } from '@lockstep/base';
import type { DocumentKind } from '../kind.ts';
import { DAY_MS } from '../names.ts';
import { bad, good, type Rule } from '../rule.ts';
import { cellOf, tableBelow } from '../table.ts';

const LEVELS = ['low', 'medium', 'high'] as const;
const JUDGED = ['Likelihood', 'Severity', 'Remaining'] as const;

const risks: Rule = {
  id: 'risks',
  title: 'No high risk remains',
  judge: (document) => {
    const expected = 'each risk low, medium or high; none of them high with its measures';
    const table = tableBelow(document, 'Risks', 'Remaining');
    const remedy = 'correct the table below "Risks"';
    if (table === undefined || table.rows.length === 0) return bad('no-risks', { measured: 'none', expected, remedy });
    for (const row of table.rows) {
      const levels = JUDGED.map((name) => LEVELS.find((one) => one === cellOf(table, row, name).toLowerCase()));
      if (levels.includes(undefined))
        return bad('level-unreadable', { measured: 'a word that is none of them', expected, remedy, line: row.line });
      if (levels.at(-1) === 'high')
        return bad('high-risk', {
          measured: 'a high risk remains',
          expected,
          remedy: 'find another measure; otherwise the supervisory authority is consulted before (GDPR article 36)',
          line: row.line,
        });
    }
    return good('risks-assessed', count(table.rows.length, 'risk'), expected);
  },
};

/** GDPR article 35 (7). */
export const dpia: DocumentKind = {
  name: 'dpia',
  title: 'Data protection impact assessment',
  reviewedWithinMs: 365 * DAY_MS,
  headings: ['Processing', 'Necessity', 'Risks', 'Measures', 'Consulted'],
  tables: [{ heading: 'Risks', columns: ['Risk', 'Likelihood', 'Severity', 'Measure', 'Remaining'], fewest: 1 }],
  rules: [risks],
};
