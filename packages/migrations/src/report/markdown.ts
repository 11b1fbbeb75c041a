import { markdownTable } from '@lockstep/base';

/** Text in a Markdown table or line: what it holds cannot become markup, a mention, or the end of the cell. */
export function cell(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[&<>]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark] ?? mark)
    .replace(/[\\|`*_[\]~#]/g, (mark) => `\\${mark}`)
    .replace(/@/g, '@\u200b');
}

/** A step's summary has a limit, and nobody reads a table of a thousand rows. */
const ROWS = 100;
const CELL = 600;

/** A table; every cell is made harmless, and only so many rows are shown. `rest`: where the others are. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { most = ROWS, rest = 'in the report' }: { readonly most?: number; readonly rest?: string } = {},
): string {
  const safe = (cells: readonly string[]) => cells.map((text) => cell(shortened(text)));
  const shown = rows.slice(0, most);
  const more = rows.length > shown.length ? `\n\n… and ${rows.length - shown.length} more ${rest}` : '';
  return markdownTable(safe(head), shown.map(safe)) + more;
}

function shortened(text: string): string {
  return text.length > CELL ? `${text.slice(0, CELL - 1)}…` : text;
}
