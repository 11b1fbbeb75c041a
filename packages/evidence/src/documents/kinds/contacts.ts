import type { DocumentKind } from '../kind.ts';
import { DAY_MS } from '../names.ts';
import { bad, good, type Rule, unclear } from '../rule.ts';
import { days } from '../rules/common.ts';
import { escalation, people } from '../rules/people.ts';

/** What the drill of notify says: that an alert reached a person. */
const reached: Rule = {
  id: 'contacts-reached',
  title: 'The last alert drill reached a person',
  judge: (_document, { measured: { acknowledged }, nowMs, settings }) => {
    const expected = `an alert drill that passed, within ${days(settings.drilledWithinMs)}`;
    const remedy = 'run the drill of notify, and give its report to this step';
    if (acknowledged === undefined) return unclear('no-drill', { measured: 'no drill', expected, remedy });
    const measured = `${acknowledged.verdict} on ${new Date(acknowledged.atMs).toISOString().slice(0, 10)}`;
    if (acknowledged.verdict === 'fail')
      return bad('not-reached', {
        measured,
        expected,
        remedy: 'check who is on call and how they are reached; drill again',
      });
    const ageMs = nowMs - acknowledged.atMs;
    const isOld = ageMs > settings.drilledWithinMs || ageMs < -300_000;
    if (acknowledged.verdict === 'unknown' || acknowledged.ms === null || isOld)
      return unclear('drill-not-current', { measured, expected, remedy });
    return good('reached', measured, expected);
  },
};

export const contacts: DocumentKind = {
  name: 'contacts',
  title: 'Contacts and escalation',
  reviewedWithinMs: 92 * DAY_MS,
  headings: ['Contacts', 'Escalation', 'Outside'],
  tables: [
    { heading: 'Contacts', columns: ['Role', 'Person', 'Reached by'], fewest: 2 },
    { heading: 'Escalation', columns: ['Step', 'After', 'Role'], fewest: 2 },
    { heading: 'Outside', columns: ['Who', 'For what', 'Reached by'], fewest: 1 },
  ],
  rules: [people, escalation, reached],
};
