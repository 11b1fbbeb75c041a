import { html } from '../html.ts';
import { badge, listed, type Section, type Tone, timeOf } from '../parts.ts';
import { lineName, type PublicStatus } from '../public-status.ts';
import type { EnvironmentState } from '../status-facts.ts';

const STATES: Readonly<Record<EnvironmentState, readonly [words: string, tone: Tone]>> = {
  live: ['Live', 'good'],
  releasing: ['A release is in progress', 'open'],
  held: ['A release is held: a person decides', 'open'],
  unresolved: ['The end of a release could not be confirmed', 'bad'],
  unknown: ['No release is known to be live', 'plain'],
};

export function environments({ environments: list }: PublicStatus): Section {
  const content = listed(
    list,
    {
      missing: 'Environments: not recorded.',
      none: 'None recorded.',
      more: (count) => `${count} more are not shown here.`,
    },
    (shown) => html`<ul class="cards">
${shown.map((one) => {
  const [words, tone] = STATES[one.state];
  return html`<li><h3>${lineName(one)}</h3><p>${badge(words, tone)}</p>
<dl><dt>Release</dt><dd>${one.release ?? '–'}</dd><dt>Commit</dt><dd>${one.commit ?? '–'}</dd><dt>Since</dt><dd>${timeOf(one.since)}</dd></dl></li>
`;
})}</ul>`,
  );
  return { id: 'environments', title: 'What is live', content };
}
