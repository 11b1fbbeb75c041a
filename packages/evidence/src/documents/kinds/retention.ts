import type { DocumentKind } from '../kind.ts';
import { DAY_MS } from '../names.ts';

export const retention: DocumentKind = {
  name: 'retention',
  title: 'Retention schedule',
  reviewedWithinMs: 365 * DAY_MS,
  headings: ['Schedule', 'Backups', 'Requests for erasure'],
  tables: [{ heading: 'Schedule', columns: ['Data', 'Kept for', 'Because', 'Deleted by'], fewest: 1 }],
  rules: [],
};
