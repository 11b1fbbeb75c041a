import type { ControlReport, ControlRow, EvidenceRow } from '../control.ts';
import { ageOf, becauseOf, exceptionWords, headline, idleWords, STATE_WORDS, sourceWords, TERMS } from './words.ts';

/** One page that prints well, without scripts and without anything from elsewhere. */
export function controlsHtml(report: ControlReport): string {
  const frameworks = [...new Set(report.rows.map(({ control }) => control.framework))];
  const sections = frameworks.map((framework) => {
    const rows = report.rows.filter(({ control }) => control.framework === framework).map(rowOf);
    const name = text(framework);
    return `<section><h2>${name}</h2><table><caption>${name}: controls and their evidence</caption><thead><tr><th scope="col">Control</th><th scope="col">Evidence is</th><th scope="col">Evidence</th><th scope="col">Because</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></section>`;
  });
  const idle = report.idle.map((one) => `<li>${text(idleWords(one))}</li>`).join('');
  const terms = TERMS.map(([term, means]) => `<dt>${text(term)}</dt><dd>${text(means)}</dd>`).join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evidence of controls</title><style>${STYLE}</style></head>
<body><main><h1>Evidence of controls</h1><p><strong>${text(headline(report))}</strong>, on <time datetime="${text(report.at)}">${text(report.at)}</time>.</p>
${sections.join('\n')}
${idle === '' ? '' : `<section><h2>Exceptions without effect</h2><ul>${idle}</ul></section>`}
<section><h2>How to read this</h2><dl>${terms}</dl></section>
</main></body></html>
`;
}

function rowOf(row: ControlRow): string {
  const { control, rows, state } = row;
  const because = [becauseOf(row), exceptionWords(row)].filter(Boolean).join('; ');
  const evidence = rows.length === 0 ? 'none' : rows.map(evidenceOf).join('');
  return `<tr><th scope="row">${text(control.id)}<br>${text(control.title)}</th><td><span class="label">Evidence is </span><span class="${state}">${text(STATE_WORDS[state])}</span></td><td><span class="label">Evidence </span>${evidence}</td><td><span class="label">Because </span>${text(because)}</td></tr>`;
}

/** What leads from a claim to what it is made of: the file, its digest, the run that kept it, the verdict in it. */
function evidenceOf(each: EvidenceRow): string {
  const age = ageOf(each);
  const lines = [
    each.file === '' ? '' : `file ${text(each.file)}${age === '' ? '' : `, ${text(age)} old`}`,
    each.digest === '' ? '' : `SHA-256 <code>${text(each.digest)}</code>`,
    each.run === null ? '' : `run ${linkOf(each.run)}`,
    each.verdict === null ? '' : `verdict ${each.verdict}`,
  ].filter(Boolean);
  return `<p>${text(sourceWords(each.source))}${lines.map((line) => `<br>${line}`).join('')}</p>`;
}

function linkOf(run: string): string {
  return /^https:\/\/[^\s"<>]+$/.test(run) ? `<a href="${text(run)}">${text(run)}</a>` : text(run);
}

/** Every text has a contrast of at least 7 to 1 on what is behind it; on paper it is black on white. */
const STYLE = `:root{color-scheme:light dark;--back:#fff;--text:#16191d;--line:#8a939c;--good:#07552c;--bad:#a3121a;--open:#5f3a00}
@media (prefers-color-scheme:dark){:root{--back:#0e1116;--text:#eef1f4;--line:#6d7781;--good:#5fd699;--bad:#ff9b9b;--open:#f2c063}}
body{background:var(--back);color:var(--text);font:16px/1.45 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1rem;overflow-wrap:anywhere}
a{color:inherit}code{font-size:.9375em}p{margin:.25rem 0}dt{font-weight:600}dd{margin:0 0 .5rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;padding-bottom:.25rem}th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top}th[scope=row]{font-weight:400}
.current{color:var(--good)}.failing{color:var(--bad)}.stale,.missing{color:var(--open)}.label{display:none}
@media screen and (max-width:44rem){table,tbody,tr,th,td,caption{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr{padding:.5rem 0;border-bottom:1px solid var(--line)}th,td{border:0;padding:.1rem 0}th[scope=row]{font-weight:600}.label{display:inline;font-weight:600}}
@media print{:root{color-scheme:light;--back:#fff;--text:#000;--line:#666;--good:#000;--bad:#000;--open:#000}body{font-size:10pt;max-width:none;padding:0}thead{display:table-header-group}tr{break-inside:avoid}h2{break-after:avoid}}`;

function text(raw: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return raw.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? '');
}
