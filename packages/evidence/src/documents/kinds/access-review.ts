import { count, isDay, sinceDay } from '@lockstep/base';
import type { DocumentKind } from '../kind.ts';
import { DAY_MS } from '../names.ts';
import { bad, good, type Rule } from '../rule.ts';
import { days } from '../rules/common.ts';
import { cellOf, tableBelow } from '../table.ts';

const WITHIN_MS = 92 * DAY_MS;
const RESULTS = ['unchanged', 'changed'] as const;

const systems: Rule = {
  id: 'access-reviewed',
  title: 'Access to each system was reviewed',
  judge: (document, { nowMs, settings }) => {
    const withinMs = settings.reviewedWithinMs ?? WITHIN_MS;
    const expected = `each system within ${days(withinMs)}, with the result "unchanged" or "changed"`;
    const table = tableBelow(document, 'Systems', 'System');
    const remedy = 'review who may use the system, and write the day and the result below "Systems"';
    if (table === undefined || table.rows.length === 0)
      return bad('none-there', { measured: 'none', expected, remedy });
    for (const row of table.rows) {
      const day = cellOf(table, row, 'Reviewed on');
      const result = cellOf(table, row, 'Result').toLowerCase();
      const where = { expected, remedy, line: row.line };
      if (!isDay(day) || !RESULTS.some((one) => one === result))
        return bad('row-unreadable', {
          ...where,
          measured: 'a row without a day like 2026-11-30, or with another result',
        });
      const ageMs = sinceDay(Date.parse(day), nowMs);
      if (ageMs === undefined || ageMs > withinMs + DAY_MS) return bad('access-overdue', { ...where, measured: day });
    }
    return good('access-reviewed', count(table.rows.length, 'system'), expected);
  },
};

export const accessReview: DocumentKind = {
  name: 'access-review',
  title: 'Access review',
  reviewedWithinMs: WITHIN_MS,
  headings: ['Systems', 'Changes'],
  tables: [{ heading: 'Systems', columns: ['System', 'Who may', 'Reviewed by', 'Reviewed on', 'Result'], fewest: 1 }],
  rules: [systems],
};
