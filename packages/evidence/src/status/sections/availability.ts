import { formatDuration } from '@lockstep/base';
import { days } from '../../availability/budget-checks.ts';
import { percent } from '../../availability/budget-report.ts';
import { type Html, html } from '../html.ts';
import { badge, listed, NOT_MEASURED, type Section, table, timeOf } from '../parts.ts';
import { lineName, type PublicStatus } from '../public-status.ts';

type Listed = NonNullable<PublicStatus['availability']>['shown'][number];
type Rate = Listed['report']['rates']['shown'][number];

export function availability({ availability: list }: PublicStatus): Section {
  const content = listed(
    list,
    {
      missing: 'Availability: not measured. No monitor was asked.',
      none: 'Availability: not measured.',
      more: (count) => `${count} more are not shown here.`,
    },
    (shown) => html`${shown.map(one)}`,
  );
  return { id: 'availability', title: 'Availability', content };
}

function one(listed: Listed): Html {
  const { availability: measured, at, budget, objective, rates, windowMs } = listed.report;
  const isMeasured = measured.kind === 'measured' && measured.good !== null && measured.coverage !== null;
  return html`<article><h3>${lineName(listed)}</h3>
<dl><dt>Available, last ${days(windowMs)}</dt><dd>${isMeasured ? html`<strong>${percent(measured.good ?? 0)}</strong> of what was observed` : NOT_MEASURED}</dd>
<dt>Coverage</dt><dd>${isMeasured ? html`${percent(measured.coverage ?? 0)} of the time was observed` : NOT_MEASURED}</dd>
<dt>Objective</dt><dd>${percent(objective)}, that is ${formatDuration(windowMs * (1 - objective))} of ${days(windowMs)} may be bad</dd>
<dt>Error budget</dt><dd>${budgetWords(budget)}</dd>
<dt>As of</dt><dd>${timeOf(at)}</dd></dl>
${budget === null ? '' : bar(budget.left)}
${rates.shown.length === 0 ? '' : rateTable(rates.shown)}</article>
`;
}

function budgetWords(budget: Listed['report']['budget']): Html | string {
  if (budget === null) return `${NOT_MEASURED}: too little was observed`;
  const words = `${formatDuration(budget.spentMs)} of ${formatDuration(budget.allowedMs)} spent`;
  return html`${words} ${budget.left > 0 ? badge(`${percent(budget.left)} left`, 'good') : badge('Spent', 'bad')}`;
}

/** The words above it say the same. */
function bar(left: number): Html {
  const width = Math.round(Math.min(1, Math.max(0, left)) * 100);
  return html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="4"/><rect class="left" width="${width}" height="4"/></svg>`;
}

function rateTable(rates: readonly Rate[]): Html {
  return table<Rate>(
    'How fast the error budget is spent (1 is as fast as allowed)',
    [
      { title: 'Window', cell: ({ longMs }) => days(longMs) },
      { title: 'Rate', cell: ({ rate }) => (rate === null ? NOT_MEASURED : String(Number(rate.toFixed(1)))) },
      { title: 'Limit', cell: ({ limit }) => String(limit) },
      { title: 'State', cell: stateOf },
    ],
    rates,
  );
}

function stateOf({ state }: Rate): Html | string {
  switch (state) {
    case 'burning':
      return badge('Too fast', 'bad');
    case 'calm':
      return badge('Within the limit', 'good');
    case 'unknown':
    case 'not-asked':
      return NOT_MEASURED;
  }
}
