import type { DocumentKind } from '../kind.ts';
import { DAY_MS } from '../names.ts';

/** GDPR article 30 (1): what a controller writes down of each processing. */
export const recordsOfProcessing: DocumentKind = {
  name: 'records-of-processing',
  title: 'Records of processing',
  reviewedWithinMs: 365 * DAY_MS,
  headings: ['Controller', 'Processing', 'Security'],
  tables: [
    {
      heading: 'Processing',
      columns: ['Processing', 'Purpose', 'People', 'Data', 'Recipients', 'Transfers', 'Erased after'],
      fewest: 1,
    },
  ],
  rules: [],
};
