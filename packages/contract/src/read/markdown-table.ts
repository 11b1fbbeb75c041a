import type { Table, TableRow } from 'mdast';
import type { Security } from '../contract.ts';
import { authWord, type CallText, callIn, lineOf, methodIn, pathIn, statusList, textOf } from './markdown-words.ts';

export interface TableFacts {
  readonly line: number;
  /** Undefined where the row names no operation: it may be about the one whose section it stands in. */
  readonly call: CallText | undefined;
  readonly auth: Security | undefined;
  readonly status: readonly string[];
  /** False where the table has columns for operations and this row could not be read. */
  readonly understood: boolean;
}

/** What the rows of a table say of operations: columns for a method, a path, authentication, statuses. */
export function rowsOf(table: Table): readonly TableFacts[] {
  const [head, ...rows] = table.children;
  const names = cells(head).map((name) => name.toLowerCase());
  const column = (pattern: RegExp) => names.findIndex((name) => pattern.test(name));
  const method = column(/^(http )?(method|verb)$/);
  const path = column(/^(path|route|endpoint|url|uri|operation|call|request)$/);
  const auth = column(/^(auth\w*|security|protected|token|requires auth\w*)$/);
  const status = column(/^(status(es)?|codes?|status codes?|responses?|http status|returns)$/);
  const isOfOperations = path >= 0;
  if (!isOfOperations && status < 0 && auth < 0) return [];
  return rows.map((row) => {
    const texts = cells(row);
    const text = (index: number) => (index < 0 ? '' : (texts[index] ?? ''));
    const call = isOfOperations ? callOf(text(method), text(path)) : undefined;
    return {
      line: lineOf(row),
      call,
      auth: auth < 0 ? undefined : authWord(text(auth)),
      status: status < 0 ? [] : statusList(text(status)),
      understood: !isOfOperations || call !== undefined,
    };
  });
}

function callOf(method: string, path: string): CallText | undefined {
  const one = methodIn(method);
  const where = pathIn(path);
  return one !== undefined && where !== undefined ? { method: one, path: where } : callIn(path);
}

function cells(row: TableRow | undefined): readonly string[] {
  return (row?.children ?? []).map((cell) => textOf(cell).trim());
}
