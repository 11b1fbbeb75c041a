import { count } from '@lockstep/base';
import type { DocumentKind } from '../kind.ts';
import { DAY_MS } from '../names.ts';
import { bad, good, type Rule } from '../rule.ts';
import { numberRule } from '../rules/numbers.ts';

const REWRITE = 'run `lockstep backup runbook` and commit what it writes';

const generated: Rule = {
  id: 'generated',
  title: 'The runbook is the one that backup writes',
  judge: ({ runbook }) => {
    const expected = 'the last line of the generator';
    if (runbook === undefined)
      return bad('not-generated', { measured: 'another last line, or none', expected, remedy: REWRITE });
    return good('generated', 'its last line', expected);
  },
};

const restorers: Rule = {
  id: 'people',
  title: 'Each role has more than one person',
  judge: ({ runbook }) => {
    const people = runbook?.people ?? 0;
    const expected = 'at least 2 people who may restore';
    const remedy = 'name another person in `restorers` of the policy of backups, and write the runbook again';
    if (people >= 2) return good('enough-people', count(people, 'person', 'people'), expected);
    return bad('too-few-people', { measured: count(people, 'person', 'people'), expected, remedy });
  },
};

/** What is in it, and whether it is that of its settings, is judged by the status of backups (`runbook-document`). */
export const runbook: DocumentKind = {
  name: 'runbook',
  title: 'Runbook for a lost database',
  reviewedWithinMs: 180 * DAY_MS,
  headings: [],
  tables: [],
  rules: [
    generated,
    restorers,
    numberRule({
      id: 'recovery-time',
      title: 'A restore is as fast as the runbook says (RTO)',
      of: ({ runbook: facts }) => facts?.maxRestoreMs ?? undefined,
      measured: 'restore',
      remedy: {
        promise: 'write `max-restore-time` into the policy of backups, and write the runbook again',
        drill: 'run the drill of backup, and give its report to this step',
        keep: 'restore more tables at a time, or promise a longer time',
      },
    }),
    numberRule({
      id: 'recovery-point',
      title: 'Restored data is as young as the runbook says (RPO)',
      of: ({ runbook: facts }) => facts?.maxDataAgeMs ?? undefined,
      measured: 'dataAge',
      remedy: {
        promise: 'write `max-data-age` into the policy of backups, and write the runbook again',
        drill: 'run the drill of backup, and give its report to this step',
        keep: 'back up more often, or promise older data',
      },
    }),
  ],
};
