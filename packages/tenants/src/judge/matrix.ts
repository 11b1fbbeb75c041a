import { inlineText, markdownTable } from '@lockstep/base';
import type { Audited } from '../findings.ts';
import type { Verb } from '../probe/closed.ts';
import type { CellKind } from '../probe/probe-table.ts';

const VERBS: readonly Verb[] = ['read', 'change', 'delete', 'plant', 'move'];
const HEAD = ['Object', 'Identity', 'Read', 'Change', 'Delete', 'Insert', 'Move'];
const SIGNS: Readonly<Record<CellKind, string>> = {
  leak: '❌ leak',
  apart: '✅ apart',
  closed: '✅ closed',
  refused: '✅ refused',
  'control-failed': '❔ proves nothing',
  'stopped-by-database': '❔ stopped',
  'no-row': '❔ no row',
};
const LEGEND =
  'apart: possible with own rows only. closed: no privilege or no policy. refused: not possible with own rows either.';
const TITLE = 'Tenants: who reaches rows of another tenant';

const EXTRA_SIGNS = { leak: '❌', told: 'ℹ️', unknown: '❔', apart: '', refused: '' };
const THING_SIGNS = {
  leak: '❌ leak',
  apart: '✅ apart',
  refused: '✅ refused',
  told: 'ℹ️ reported',
  unknown: '❔ proves nothing',
  failed: '❔ proves nothing',
  'not-called': '❔ not called',
  'not-callable-here': '❔ no arguments',
};

type Row = readonly [object: string, identity: string, ...signs: string[]];

/** Who reaches what of the other tenant: one row for each table, view, function, bucket and identity. */
function rowsOf({ cells, extras, functions, views }: Audited): readonly Row[] {
  const rows = new Map<string, Map<Verb, string>>();
  const mark = (object: string, actor: string, verb: Verb, sign: string) => {
    const row = rows.get(`${object}\n${actor}`) ?? new Map<Verb, string>();
    // Where two checks are about the same, the worse one shows.
    const known = row.get(verb);
    if (known === undefined || rank(sign) > rank(known)) row.set(verb, sign);
    rows.set(`${object}\n${actor}`, row);
  };
  for (const { actor, bucket, kind, table, verb } of cells)
    mark(`${table.label}${bucket === undefined ? '' : ` in ${bucket}`}`, actor, verb, SIGNS[kind]);
  for (const { actor, kind, verb, view } of views)
    mark(`${view.materialized ? 'materialized view' : 'view'} ${view.label}`, actor, verb, THING_SIGNS[kind]);
  for (const { actor, id, kind, label } of extras)
    if (id === 'view/plant' || id === 'view/move')
      mark(`view ${label}`, actor, id === 'view/plant' ? 'plant' : 'move', THING_SIGNS[kind]);
    else if (id === 'channel/listen' || id === 'channel/send')
      mark(`channel ${label}`, actor, id === 'channel/listen' ? 'read' : 'plant', THING_SIGNS[kind]);
  for (const { actor, kind, routine } of functions)
    mark(`function ${routine.label}(${routine.types.join(', ')})`, actor, 'read', THING_SIGNS[kind]);
  return [...rows].map(([key, row]): Row => {
    const [object = '', actor = ''] = key.split('\n');
    return [object, actor, ...VERBS.map((verb) => row.get(verb) ?? '–')];
  });
}

function rank(sign: string): number {
  return ['✅', 'ℹ️', '❔', '❌'].findIndex((one) => sign.startsWith(one));
}

interface Note {
  readonly sign: string;
  readonly text: string;
}

/** What is no cell. */
function notesOf({ extras, notSeeded }: Audited): readonly Note[] {
  return [
    ...extras
      .filter(({ kind }) => kind !== 'apart' && kind !== 'refused')
      .map(({ actor, evidence, id, kind, label }) => ({
        sign: EXTRA_SIGNS[kind],
        text: `${id} ${label} as ${actor}: ${evidence}`,
      })),
    ...notSeeded.map(({ table }) => ({ sign: '❔', text: `${table.label}: no row could be inserted` })),
  ];
}

export function matrixMarkdown(audited: Audited): string {
  const notes = notesOf(audited).map(({ sign, text }) => `- ${sign} ${inlineText(text)}`);
  return [
    `# ${TITLE}`,
    markdownTable(
      HEAD,
      rowsOf(audited).map((row) => row.map((cell) => inlineText(cell))),
    ),
    LEGEND,
    ...(notes.length > 0 ? [notes.join('\n')] : []),
  ].join('\n\n');
}

const STYLE = `body{font:14px/1.5 system-ui,sans-serif;margin:2rem;color:#1f2328;background:#fff}table{border-collapse:collapse}
th,td{border:1px solid #d0d7de;padding:.25rem .6rem;text-align:left}th{background:#f6f8fa;position:sticky;top:0}
.bad{background:#ffebe9}.odd{background:#fff8c5}.good{background:#f0fff4}`;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The same as a page that needs nothing else: no script, no file, nothing of another server. */
export function matrixHtml(audited: Audited): string {
  const cell = (text: string, nth: number) => {
    const kind = nth < 2 ? '' : ` class="${['good', 'odd', 'odd', 'bad'][rank(text)] ?? ''}"`;
    return `<td${kind}>${escapeHtml(text)}</td>`;
  };
  const rows = rowsOf(audited).map((row) => `<tr>${row.map(cell).join('')}</tr>`);
  const notes = notesOf(audited).map(({ sign, text }) => `<li>${sign} ${escapeHtml(text)}</li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${TITLE}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${TITLE}</h1>
<table>
<thead><tr>${HEAD.map((text) => `<th scope="col">${text}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
<p>${LEGEND}</p>
${notes.length > 0 ? `<ul>\n${notes.join('\n')}\n</ul>\n` : ''}</body>
</html>
`;
}
