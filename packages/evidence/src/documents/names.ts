export const KINDS = [
  'incident-response',
  'runbook',
  'contacts',
  'dpia',
  'records-of-processing',
  'processors',
  'retention',
  'pentest',
  'security-policy',
  'access-review',
] as const;
export type KindName = (typeof KINDS)[number];

export const DAY_MS = 86_400_000;
