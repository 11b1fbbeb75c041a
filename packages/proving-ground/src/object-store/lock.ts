import { accessDenied, invalidArgument, invalidRequest } from './refusal.ts';

export type LockMode = 'COMPLIANCE' | 'GOVERNANCE';

export interface Retention {
  readonly mode: LockMode;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** What new objects of a bucket get without asking. */
export interface DefaultRetention {
  readonly mode: LockMode;
  readonly days?: number;
  readonly years?: number;
}

const DAY_MS = 86_400_000;

export function retentionFrom({ mode, days, years }: DefaultRetention, now: number): Retention {
  return { mode, until: now + (days ?? (years ?? 0) * 365) * DAY_MS };
}

/** A retention that somebody asks for. Throws Refusal. */
export function readRetention(mode: string | undefined, until: string | undefined, now: number): Retention {
  if (mode === undefined || until === undefined)
    throw invalidArgument('x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied');
  const time = Date.parse(until);
  if (Number.isNaN(time) || time <= now) throw invalidArgument('The retain until date must be in the future!');
  return { mode: lockMode(mode), until: time };
}

export function lockMode(mode: string | undefined): LockMode {
  if (mode !== 'COMPLIANCE' && mode !== 'GOVERNANCE') throw invalidArgument('Unknown wormMode directive.');
  return mode;
}

export interface Locked {
  readonly retention: Retention | undefined;
  readonly legalHold: boolean;
}

/** Throws AccessDenied where a version must stay. */
export function assertMayDelete({ legalHold, retention }: Locked, now: number, bypassesGovernance: boolean): void {
  const message = 'Access Denied because object protected by object lock.';
  if (legalHold) throw accessDenied(message);
  if (retention === undefined || retention.until <= now) return;
  if (retention.mode === 'COMPLIANCE' || !bypassesGovernance) throw accessDenied(message);
}

/** A retention may always get longer or stricter; less of it only by the governance bypass. */
export function assertMayRetain(
  before: Retention | undefined,
  after: Retention,
  now: number,
  bypassesGovernance: boolean,
): void {
  if (before === undefined || before.until <= now) return;
  const isLess = after.until < before.until || (before.mode === 'COMPLIANCE' && after.mode === 'GOVERNANCE');
  if (isLess && (before.mode === 'COMPLIANCE' || !bypassesGovernance))
    throw accessDenied('Access Denied because object protected by object lock.');
}

/** S3 stores nothing that it has to keep for long and cannot check: of what it locks it wants a checksum. */
export function assertChecked(isLocked: boolean, hasChecksum: boolean): void {
  if (isLocked && !hasChecksum)
    throw invalidRequest(
      'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
    );
}
