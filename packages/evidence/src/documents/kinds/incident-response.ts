import type { DocumentKind } from '../kind.ts';
import { DAY_MS } from '../names.ts';
import { durationOf, numberRule } from '../rules/numbers.ts';

export const incidentResponse: DocumentKind = {
  name: 'incident-response',
  title: 'Incident response plan',
  reviewedWithinMs: 365 * DAY_MS,
  headings: ['Scope', 'Roles', 'Severity', 'Detect', 'Contain', 'Recover', 'Notify', 'Learn'],
  tables: [{ heading: 'Severity', columns: ['Severity', 'Example', 'First answer within'], fewest: 2 }],
  rules: [
    numberRule({
      id: 'acknowledge-time',
      title: 'Alerts are acknowledged as fast as the plan says',
      of: (document) => durationOf(document, 'acknowledge-within'),
      measured: 'acknowledged',
      remedy: {
        promise: 'write "acknowledge-within: 15m" into the lines between --- at the top',
        drill: 'run the drill of notify, and give its report to this step',
        keep: 'check who is on call and how they are reached, or promise a longer time',
      },
    }),
  ],
};
