import { inlineText, markdownTable } from '@lockstep/base';
import type { Audited } from '../findings.ts';
import type { Verb } from '../probe/closed.ts';
import type { CellKind } from '../probe/probe-table.ts';

const VERBS: readonly Verb[] = ['read', 'change', 'delete', 'plant', 'move'];
const SIGNS: Readonly<Record<CellKind, string>> = {
  leak: '❌ leak',
  apart: '✅ apart',
  closed: '✅ closed',
  refused: '✅ refused',
  'control-failed': '❔ proves nothing',
  'stopped-by-database': '❔ stopped',
  'no-row': '❔ no row',
};

const EXTRA_SIGNS = { leak: '❌', told: 'ℹ️', unknown: '❔', apart: '', refused: '' };

/** Who reaches which rows of the other tenant: one row for each table and identity, one column for each verb. */
export function matrixMarkdown({ cells, extras, notSeeded }: Audited): string {
  const rows = new Map<string, Map<Verb, CellKind>>();
  for (const { actor, bucket, kind, table, verb } of cells) {
    const key = `${table.label}${bucket === undefined ? '' : ` in ${bucket}`}\n${actor}`;
    const row = rows.get(key) ?? new Map<Verb, CellKind>();
    row.set(verb, kind);
    rows.set(key, row);
  }
  const body = [...rows].map(([key, row]) => {
    const [table = '', actor = ''] = key.split('\n');
    return [inlineText(table), inlineText(actor), ...VERBS.map((verb) => SIGNS[row.get(verb) ?? 'no-row'] ?? '')].map(
      (text, at) => (at > 1 && !row.has(VERBS[at - 2] as Verb) ? '–' : text),
    );
  });
  const besides = extras
    .filter(({ kind }) => kind !== 'apart' && kind !== 'refused')
    .map(
      ({ actor, evidence, id, kind, label }) =>
        `- ${EXTRA_SIGNS[kind]} ${id} ${inlineText(label)} as ${inlineText(actor)}: ${inlineText(evidence)}`,
    );
  const without = notSeeded.map(({ table }) => `- ${inlineText(table.label)}: no row could be inserted`);
  return [
    '# Tenants: who reaches rows of another tenant',
    markdownTable(['Table', 'Identity', 'Read', 'Change', 'Delete', 'Insert', 'Move'], body),
    'apart: possible with own rows only. closed: no privilege or no policy. refused: not possible with own rows either.',
    ...(besides.length > 0 ? [besides.join('\n')] : []),
    ...(without.length > 0 ? [without.join('\n')] : []),
  ].join('\n\n');
}
