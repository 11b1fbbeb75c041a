import type { ControlReport } from '../control.ts';
import { COLUMNS, rowsOf } from './rows.ts';

/** RFC 4180, in UTF-8. A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function controlsCsv(report: ControlReport): string {
  return [COLUMNS, ...rowsOf(report)].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/**
 * https://owasp.org/www-community/attacks/CSV_Injection: also after blanks and signs that are not seen, and with full-width signs.
 * Lines and tabs become blanks, and other control characters are left out.
 */
function cell(text: string): string {
  const line = text.replaceAll(/[\t\r\n]+/g, ' ').replaceAll(/\p{Cc}/gu, '');
  const safe = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(line) ? `'${line}` : line;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
