import { count } from '@lockstep/base';
import { Html, html } from './html.ts';
import { type Section, timeOf } from './parts.ts';
import type { PublicStatus } from './public-status.ts';
import { sections } from './sections.ts';
import { STYLE } from './style.ts';

/** Larger than a page of the longest lists is. */
export const MOST_BYTES = 200_000;

/** The page: one file, without scripts, and without anything from elsewhere. */
export function statusPage(status: PublicStatus): string {
  const drawn = sections.map((section) => section(status));
  return `${
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${status.title}: status</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<header><h1>${status.title}: status</h1>
<p>${incidentLine(status)} As of ${timeOf(status.at)}.</p></header>
<main>
${drawn.map(sectionOf)}</main>
<footer><p>A run of a workflow writes this page, so it shows what was known at that time. It does not observe the app.</p>
<p>Made by Lockstep. The same facts as data: status.json.</p></footer>
</body>
</html>
`.markup
  }`;
}

function sectionOf({ content, id, title }: Section): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${content}
</section>
`;
}

function incidentLine({ incidents }: PublicStatus): string {
  if (incidents === null) return 'Incidents are not recorded.';
  const open = incidents.shown.filter(({ closedAt }) => closedAt === null).length;
  if (open > 0) return `${count(open, 'incident')} ${open === 1 ? 'is' : 'are'} open.`;
  return incidents.more > 0 ? 'Of the incidents that are shown here, none is open.' : 'No incident is open.';
}

/** The same as data. */
export function statusJson(status: PublicStatus): string {
  return `${JSON.stringify(status, undefined, 2)}\n`;
}
