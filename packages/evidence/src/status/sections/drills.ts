import { formatDuration, type Verdict } from '@lockstep/base';
import { badge, listed, NOT_MEASURED, type Section, type Tone, table, timeOf } from '../parts.ts';
import type { PublicStatus } from '../public-status.ts';
import type { DrillName } from '../status-facts.ts';

type Drill = NonNullable<PublicStatus['drills']>['shown'][number];

const NAMES: Readonly<Record<DrillName, string>> = {
  restore: 'A backup was restored',
  alert: 'People were alerted',
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
          { title: 'Measured', cell: measured },
        ],
        shown,
      ),
  );
  return { id: 'drills', title: 'Drills', content };
}

function measured({ acknowledgedMs, dataAgeMs, recoveryMs }: Drill): string {
  const parts = [
    ...(recoveryMs === null ? [] : [`restored in ${formatDuration(recoveryMs)}`]),
    ...(dataAgeMs === null ? [] : [`data of ${formatDuration(dataAgeMs)} before`]),
    ...(acknowledgedMs === null ? [] : [`acknowledged after ${formatDuration(acknowledgedMs)}`]),
  ];
  return parts.length === 0 ? NOT_MEASURED : parts.join(', ');
}
