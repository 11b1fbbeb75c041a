import type { ControlReport } from '../control.ts';
import { COLUMNS, rowsOf } from './rows.ts';

/** RFC 4180, in UTF-8. A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function controlsCsv(report: ControlReport): string {
  return [COLUMNS, ...rowsOf(report)].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** https://owasp.org/www-community/attacks/CSV_Injection */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
