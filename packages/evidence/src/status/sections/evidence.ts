import { html } from '../html.ts';
import type { Section } from '../parts.ts';
import type { PublicStatus } from '../public-status.ts';

/** How many, never which: a list of what is missing is for auditors, not for the public. */
export function evidence({ controls }: PublicStatus): Section {
  const about = { id: 'evidence', title: 'Evidence' };
  if (controls === null) return { ...about, content: html`<p class="none">Controls: none recorded.</p>` };
  const { current, failing, missing, notCollected, stale } = controls;
  const all = current + failing + missing + notCollected + stale;
  return {
    ...about,
    content: html`<p><strong>${current} of ${all} controls have current evidence.</strong> This says what evidence there is, not whether a law or a standard is met.</p>
<dl><dt>Failing</dt><dd>${failing}</dd><dt>Too old</dt><dd>${stale}</dd><dt>Missing</dt><dd>${missing}</dd><dt>Not collected</dt><dd>${notCollected}</dd></dl>`,
  };
}
