import type { IncidentCause } from '../../incidents/incident.ts';
import { badge, between, listed, type Section, table, timeOf } from '../parts.ts';
import type { PublicStatus } from '../public-status.ts';

type Incident = NonNullable<PublicStatus['incidents']>['shown'][number];

const CAUSES: Readonly<Record<IncidentCause, string>> = {
  'failed-release': 'A release that failed after users had it',
  rollback: 'A release that was rolled back',
  'lost-run': 'A release that lost its runner',
  'by-hand': 'A person',
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
