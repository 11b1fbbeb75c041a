import { type DocumentTable, type ReadDocument, sameName, type TableRow } from './document.ts';

/** Its first table below a heading that has a column of this name. */
export function tableBelow({ tables }: ReadDocument, heading: string, column: string): DocumentTable | undefined {
  return tables.find((one) => sameName(one.heading, heading) && columnOf(one, column) >= 0);
}

function columnOf({ columns }: DocumentTable, name: string): number {
  return columns.findIndex((one) => sameName(one, name));
}

/** The cell of a row; '' where the table has no such column, or the cell says nothing. */
export function cellOf(table: DocumentTable, row: TableRow, column: string): string {
  const text = row.cells[columnOf(table, column)] ?? '';
  return /^[-–—?.]*$/.test(text) ? '' : text;
}
