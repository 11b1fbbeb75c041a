import { badge, between, listed, type Section, type Tone, table, timeOf } from '../parts.ts';
import { lineName, type PublicStatus } from '../public-status.ts';

type Release = NonNullable<PublicStatus['releases']>['shown'][number];

const ENDS: Readonly<Record<Release['end'], readonly [words: string, tone: Tone]>> = {
  released: ['Released', 'good'],
  'rolled-back': ['Rolled back', 'bad'],
  'partly-rolled-back': ['Partly rolled back', 'bad'],
  failed: ['Failed before users had it', 'bad'],
  held: ['Held: a person decides', 'open'],
  closed: ['Held, then closed by a person', 'plain'],
  unresolved: ['Its end could not be confirmed', 'bad'],
  open: ['In progress', 'open'],
};

export function releases({ releases: list }: PublicStatus): Section {
  const content = listed(
    list,
    {
      missing: 'Releases: not recorded.',
      none: 'None recorded.',
      more: (count) => `${count} more are in the ledger.`,
    },
    (shown) =>
      table<Release>(
        'The newest first',
        [
          { title: 'Release', cell: ({ id }) => id },
          { title: 'To', cell: lineName },
          { title: 'Commit', cell: ({ commit }) => commit ?? '–' },
          { title: 'Began', cell: ({ begunAt }) => timeOf(begunAt) },
          { title: 'Took', cell: ({ begunAt, endedAt }) => between(begunAt, endedAt) },
          { title: 'End', cell: endOf },
        ],
        shown,
      ),
  );
  return { id: 'releases', title: 'Last releases', content };
}

function endOf({ end, goneAt }: Release) {
  if (end === 'closed' && goneAt !== null) return badge('Held, and rolled back later', 'bad');
  if (end === 'released' && goneAt !== null) return badge('Released, and rolled back later', 'bad');
  return badge(...ENDS[end]);
}
