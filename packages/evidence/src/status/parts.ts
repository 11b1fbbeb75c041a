import { formatDuration } from '@lockstep/base';
import type { Listed } from './allow.ts';
import { Html, html } from './html.ts';

/** A section of the page, under a heading by which it is named. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}

export const NOT_MEASURED = 'not measured';

/** What is said instead of a list that is not there, or that is empty. */
export function listed<T>(
  list: Listed<T> | null,
  words: { readonly missing: string; readonly none: string; readonly more: (count: number) => string },
  draw: (shown: readonly T[]) => Html,
): Html {
  if (list === null) return html`<p class="none">${words.missing}</p>`;
  const rest = list.more > 0 ? html`<p class="none">${words.more(list.more)}</p>` : new Html('');
  if (list.shown.length === 0) return list.more > 0 ? rest : html`<p class="none">${words.none}</p>`;
  return html`${draw(list.shown)}${rest}`;
}

export type Tone = 'good' | 'bad' | 'open' | 'plain';

/** The tone is said by the words as well: nothing hangs on a colour. */
export function badge(words: string, tone: Tone): Html {
  return html`<span class="badge ${tone}">${words}</span>`;
}

/** In UTC, to the minute. */
export function timeOf(at: string | null): Html {
  if (at === null) return html`<span class="none">–</span>`;
  return html`<time datetime="${at}">${at.slice(0, 10)} ${at.slice(11, 16)} UTC</time>`;
}

/** How long from one time to another; a dash where one of them is missing. */
export function between(from: string | null, to: string | null): string {
  const ms = from === null || to === null ? -1 : Date.parse(to) - Date.parse(from);
  return ms < 0 ? '–' : formatDuration(ms);
}

export interface Column<T> {
  readonly title: string;
  readonly cell: (row: T) => Html | string;
}

/**
 * A table that is one below the other on a narrow screen. Its roles are written out, since what is no table to CSS is none to
 * assistive technology either.
 */
export function table<T>(caption: string, columns: readonly Column<T>[], rows: readonly T[]): Html {
  const [first, ...others] = columns;
  const head = columns.map(({ title }) => html`<th role="columnheader" scope="col">${title}</th>`);
  const body = rows.map(
    (row) =>
      html`<tr role="row"><th role="rowheader" scope="row">${first?.cell(row) ?? ''}</th>${others.map(
        ({ cell, title }) =>
          html`<td role="cell"><span class="label" aria-hidden="true">${title}</span> ${cell(row)}</td>`,
      )}</tr>
`,
  );
  return html`<table role="table"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${body}</tbody></table>`;
}
