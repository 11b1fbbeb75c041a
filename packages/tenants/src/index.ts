export type { AuditOptions } from './audit.ts';
export { auditDatabase, type DatabaseOptions, refuseProduction, whyUnreachable } from './audit-database.ts';
export type { Audited, AuditResult, Planned } from './findings.ts';
export type { Identity, Intent, Membership, OwnRows } from './intent.ts';
export { type Judged, type Judging, judgeAudit } from './judge/judge.ts';
export { matrixMarkdown } from './judge/matrix.ts';
export type { SqlFile } from './judge/places.ts';
export { readIntent, readWrittenIntent, type WrittenIntent } from './read-intent.ts';
export type { Refusal as Refused } from './refuse.ts';
