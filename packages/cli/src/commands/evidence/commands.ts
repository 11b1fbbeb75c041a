/** In the order in which help lists them. */
export const EVIDENCE_COMMANDS = [
  'record',
  'verify',
  'collect',
  'report',
  'documents',
  'status',
  'incident',
  'error-budget',
] as const;
export type EvidenceCommand = (typeof EVIDENCE_COMMANDS)[number];
