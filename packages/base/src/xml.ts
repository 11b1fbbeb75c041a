import { plainLine } from './plain-line.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as the value of an attribute, with its quotes, in one line. What XML 1.0 does not allow (section 2.2) is left out. */
export function xmlQuoted(text: string): string {
  const allowed = plainLine(text).replace(/[^\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
  const marked = allowed.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? '');
  // The runner would obey it at any place of a line (actions/runner, ActionCommand.cs).
  return `"${marked.replaceAll('##[', '#&#35;[')}"`;
}
