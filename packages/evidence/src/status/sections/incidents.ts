import { badge, between, listed, type Section, table, timeOf } from '../parts.ts';
import type { PublicStatus } from '../public-status.ts';
import type { IncidentCause } from '../status-facts.ts';

type Incident = NonNullable<PublicStatus['incidents']>['shown'][number];

const CAUSES: Readonly<Record<IncidentCause, string>> = {
  bake: 'A release failed in its bake',
  rollback: 'A release was rolled back',
  'lost-runner': 'A release lost its runner',
  alert: 'A monitor',
  hand: 'A person',
};

export function incidents({ incidents: list }: PublicStatus): Section {
  const content = listed(
    list,
    {
      missing: 'Incidents: not recorded.',
      none: 'None recorded.',
      more: (count) => `${count} more are not shown here.`,
    },
    (shown) =>
      table<Incident>(
        'The newest first',
        [
          { title: 'Incident', cell: ({ number }) => `#${number}` },
          { title: 'Opened by', cell: ({ cause }) => CAUSES[cause] },
          { title: 'Opened', cell: ({ openedAt }) => timeOf(openedAt) },
          { title: 'Until acknowledged', cell: ({ acknowledgedAt, openedAt }) => between(openedAt, acknowledgedAt) },
          { title: 'Until restored', cell: ({ openedAt, restoredAt }) => between(openedAt, restoredAt) },
          { title: 'State', cell: stateOf },
        ],
        shown,
      ),
  );
  return { id: 'incidents', title: 'Incidents', content };
}

function stateOf({ closedAt, restoredAt }: Incident) {
  if (closedAt !== null) return badge('Closed', 'good');
  return restoredAt === null ? badge('Open', 'bad') : badge('Restored, not yet closed', 'open');
}
