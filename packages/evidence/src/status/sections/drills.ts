import { formatDuration, type Verdict } from '@lockstep/base';
import { badge, listed, NOT_MEASURED, type Section, type Tone, table, timeOf } from '../parts.ts';
import type { PublicStatus } from '../public-status.ts';
import type { DrillName } from '../status-facts.ts';

type Drill = NonNullable<PublicStatus['drills']>['shown'][number];

const NAMES: Readonly<Record<DrillName, string>> = {
  restore: 'A backup was restored',
  rollback: 'A release was rolled back',
  alert: 'People were alerted',
  errors: 'An error was reported',
  recovery: 'A lost release was recovered',
};

const VERDICTS: Readonly<Record<Verdict, readonly [words: string, tone: Tone]>> = {
  pass: ['Passed', 'good'],
  fail: ['Failed', 'bad'],
  unknown: ['Unknown', 'open'],
};

export function drills({ drills: list }: PublicStatus): Section {
  const content = listed(
    list,
    { missing: 'Drills: not recorded.', none: 'None recorded.', more: (count) => `${count} more are not shown here.` },
    (shown) =>
      table<Drill>(
        'The last of each kind',
        [
          { title: 'Drill', cell: ({ name }) => NAMES[name] },
          { title: 'Last', cell: ({ at }) => timeOf(at) },
          { title: 'Result', cell: ({ verdict }) => badge(...VERDICTS[verdict]) },
          { title: 'Time to recover', cell: ({ recoveryMs }) => measured(recoveryMs) },
          { title: 'Data lost, at most', cell: ({ lossMs }) => measured(lossMs) },
        ],
        shown,
      ),
  );
  return { id: 'drills', title: 'Drills', content };
}

function measured(ms: number | null): string {
  return ms === null ? NOT_MEASURED : formatDuration(ms);
}
