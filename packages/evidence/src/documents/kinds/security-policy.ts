import type { DocumentKind } from '../kind.ts';
import { DAY_MS } from '../names.ts';

export const securityPolicy: DocumentKind = {
  name: 'security-policy',
  title: 'Security policy',
  reviewedWithinMs: 365 * DAY_MS,
  headings: [
    'Scope',
    'Responsibility',
    'Access',
    'Devices',
    'Encryption',
    'Changes',
    'Logging',
    'Vulnerabilities',
    'Suppliers',
    'Training',
    'Exceptions',
  ],
  tables: [],
  rules: [],
};
