import { count, isDay } from '@lockstep/base';
import { sameName } from '../document.ts';
import { DAY_MS } from '../names.ts';
import { bad, good, type Rule } from '../rule.ts';
import { cellOf, tableBelow } from '../table.ts';

interface Ending {
  readonly id: string;
  readonly title: string;
  readonly heading: string;
  /** The first column of the table. */
  readonly of: string;
  /** What may be written instead of a day. */
  readonly openEnded?: string;
}

/** Rows with a last day, in the column "Ends": none of them is past. */
export function endsRule({ heading, id, of, openEnded, title }: Ending): Rule {
  return {
    id,
    title,
    judge: (document, { nowMs }) => {
      const table = tableBelow(document, heading, of);
      const expected =
        openEnded === undefined ? 'a last day that is to come' : `a last day that is to come, or "${openEnded}"`;
      const remedy = `correct the column "Ends" below "${heading}", or renew what has ended`;
      const rows =
        table === undefined ? [] : table.rows.map((row) => ({ line: row.line, end: cellOf(table, row, 'Ends') }));
      if (rows.length === 0) return bad('none-there', { measured: 'none', expected, remedy });
      const isOpen = (end: string) => openEnded !== undefined && sameName(end, openEnded);
      const unreadable = rows.find(({ end }) => !isDay(end) && !isOpen(end));
      if (unreadable !== undefined)
        return bad('end-unreadable', { measured: 'no day like 2027-03-31', expected, remedy, line: unreadable.line });
      const over = rows.filter(({ end }) => !isOpen(end) && nowMs >= Date.parse(end) + DAY_MS);
      const [first] = over;
      if (first !== undefined)
        return bad('ended', { measured: `${over.length} of ${rows.length} ended`, expected, remedy, line: first.line });
      return good('in-force', count(rows.length, 'row'), expected);
    },
  };
}
