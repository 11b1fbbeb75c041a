import type { ControlReport } from '../control.ts';
import { ageOf, becauseOf, exceptionWords, headline, STATE_WORDS, sourceWords } from './words.ts';

/** One page that prints well, without scripts and without anything from elsewhere. */
export function controlsHtml(report: ControlReport): string {
  const frameworks = [...new Set(report.rows.map(({ control }) => control.framework))];
  const sections = frameworks.map((framework) => {
    const rows = report.rows.filter(({ control }) => control.framework === framework);
    const body = rows.map(
      (row) =>
        `<tr><th scope="row">${text(row.control.id)}<br>${text(row.control.title)}</th><td>${text(STATE_WORDS[row.state])}</td><td>${row.rows
          .map(
            (each) =>
              `${text(sourceWords(each.source))}${each.file === '' ? '' : `<br><small>${text(each.file)}, ${text(ageOf(each))}${each.digest === '' ? '' : `<br>sha256 ${text(each.digest)}`}</small>`}`,
          )
          .join('<br>')}</td><td>${text([becauseOf(row), exceptionWords(row)].filter(Boolean).join('; '))}</td></tr>`,
    );
    return `<section><h2>${text(framework)}</h2><table><thead><tr><th scope="col">Control</th><th scope="col">Evidence is</th><th scope="col">Evidence</th><th scope="col">Because</th></tr></thead><tbody>${body.join('\n')}</tbody></table></section>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evidence of controls</title><style>${STYLE}</style></head>
<body><main><h1>Evidence of controls</h1><p><strong>${text(headline(report))}</strong>, on <time datetime="${text(report.at)}">${text(report.at)}</time>.</p>
${sections.join('\n')}
</main></body></html>
`;
}

const STYLE = `:root{color-scheme:light dark}body{font:15px/1.45 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid;padding:.35rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
small{font-size:.8em}@media print{body{max-width:none}tr{break-inside:avoid}}
@media (max-width:40rem){table,tbody,tr,th,td{display:block}thead{display:none}td,th{border-width:0 0 1px}}`;

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
