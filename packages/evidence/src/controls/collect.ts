import { fits, sinceDay } from '@lockstep/base';
import { DOCUMENTS } from '../sources/report-artifacts.ts';
import { absent, aged, DAY_MS, newestOf, none, type Of } from './aged.ts';
import type {
  Control,
  ControlException,
  ControlMap,
  ControlReport,
  ControlRow,
  EvidenceRow,
  EvidenceSource,
  RowState,
} from './control.ts';
import type { FoundEvidence } from './found.ts';
import { lookAtChecks } from './look-at-checks.ts';

/** The worst first. */
const WORST: readonly RowState[] = ['failing', 'missing', 'stale', 'current'];

/** Maps each control to what was found for it. It says what evidence there is, never whether a rule is obeyed. Pure. */
export function collectEvidence(map: ControlMap, found: FoundEvidence, nowMs: number): ControlReport {
  const rows = map.controls.map((control) => rowOf(control, map, found, nowMs));
  const used = new Set(rows.flatMap(({ exception }) => exception ?? []));
  return {
    at: new Date(nowMs).toISOString(),
    rows,
    current: rows.filter(({ state }) => state === 'current').length,
    idle: map.exceptions
      .filter((each) => !used.has(each))
      .map((each) => ({ ...each, why: isOpen(each, nowMs) ? 'not-needed' : 'over' })),
  };
}

function rowOf(control: Control, { exceptions }: ControlMap, found: FoundEvidence, nowMs: number): ControlRow {
  const rows = control.evidence.map((source) => look(source, found, nowMs));
  const state =
    rows.length === 0 ? 'not-collected' : (WORST.find((one) => rows.some((row) => row.state === one)) ?? 'missing');
  const open = exceptions.find((each) => each.control === control.id && isOpen(each, nowMs));
  return { control, state, rows, exception: state === 'current' ? undefined : open };
}

/** It ends with its day. */
function isOpen({ until }: ControlException, nowMs: number): boolean {
  return nowMs < Date.parse(until) + DAY_MS;
}

function look(source: EvidenceSource, found: FoundEvidence, nowMs: number): EvidenceRow {
  switch (source.kind) {
    case 'checks':
      return lookAtChecks(source, found, nowMs);
    case 'record':
      return lookAtRecords(source, found, nowMs);
    case 'workflow':
      return lookAtRuns(source, found, nowMs);
    case 'document':
      return lookAtDocument(source, found, nowMs);
    case 'attestation':
      return lookAtAttestation(source, found, nowMs);
  }
}

function lookAtRecords(source: Of<'record'>, found: FoundEvidence, nowMs: number): EvidenceRow {
  const matching = found.records.filter(
    ({ record }) => record.event === source.event && isOf(source.subject, record.subject),
  );
  const newest = newestOf(matching, ({ record }) => Date.parse(record.happenedAt));
  if (newest === undefined)
    return absent(source, found, 'records', `the audit trail has no ${source.event} of ${source.subject}`);
  const { digest, file, record, run = null } = newest;
  const ageMs = nowMs - Date.parse(record.happenedAt);
  const { verdict } = record;
  return { source, ...aged(verdict, ageMs, source.maxAgeMs, record.reason), verdict, file, digest, ageMs, run };
}

/** `production/*` is every service of production, and also the one that has no name: its subject is `production`. */
function isOf(pattern: string, subject: string): boolean {
  return fits(pattern, subject) || (!subject.includes('/') && fits(pattern, `${subject}/`));
}

/** GitHub keeps no file of a run, so its address is all that there is. */
function lookAtRuns(source: Of<'workflow'>, found: FoundEvidence, nowMs: number): EvidenceRow {
  const newest = newestOf(
    found.runs.filter(({ workflow }) => workflow === source.workflow),
    ({ endedMs }) => endedMs,
  );
  if (newest === undefined) return absent(source, found, 'runs', `${source.workflow} has not run to its end`);
  const { conclusion, endedMs, url } = newest;
  const verdict = conclusion === 'success' ? 'pass' : conclusion === 'failure' ? 'fail' : 'unknown';
  const ageMs = nowMs - endedMs;
  const because = aged(verdict, ageMs, source.maxAgeMs, `it ended with ${conclusion}`);
  return { source, ...because, verdict, file: source.workflow, digest: '', ageMs, run: url };
}

function lookAtDocument(source: Of<'document'>, found: FoundEvidence, nowMs: number): EvidenceRow {
  const file = found.files.get(source.file);
  if (file === undefined) return none(source, `${source.file} is not there`);
  const about = { source, file: file.file, digest: file.digest, run: null };
  const { judged } = file;
  const broken = newestOf(
    found.broken.filter(({ atMs, tool }) => tool === DOCUMENTS && atMs >= (judged?.atMs ?? 0)),
    ({ atMs }) => atMs,
  );
  if (broken !== undefined)
    return {
      ...{ source, state: 'failing', verdict: 'unknown', file: broken.file, digest: broken.digest },
      ...{ ageMs: nowMs - broken.atMs, run: broken.run, because: broken.why },
    };
  // A date in its first lines anyone can write: that somebody looked at the rest, only a report on documents shows.
  if (judged === null)
    return { ...absent(source, found, 'reports', 'no report on documents has it'), ...about, verdict: 'unknown' };
  if (file.reviewedAt === null)
    return {
      ...about,
      state: 'stale',
      verdict: 'unknown',
      ageMs: null,
      because: 'it does not say when it was reviewed',
    };
  const ageMs = sinceDay(file.reviewedAt, nowMs) ?? nowMs - file.reviewedAt;
  const { problems } = judged;
  const verdict = problems.length === 0 ? 'pass' : 'fail';
  const words = problems.length === 0 ? 'reviewed' : problems.join('; ');
  return { ...about, ...aged(verdict, ageMs, source.maxAgeMs, words), verdict, ageMs };
}

function lookAtAttestation(source: Of<'attestation'>, { files }: FoundEvidence, nowMs: number): EvidenceRow {
  const file = files.get(source.file);
  if (file === undefined) return none(source, `${source.file} is not there`);
  const isOver = nowMs >= Date.parse(source.until) + DAY_MS;
  const about = { source, file: file.file, digest: file.digest, run: null, ageMs: null };
  return isOver
    ? { ...about, state: 'stale', verdict: 'unknown', because: `it ended on ${source.until}` }
    : { ...about, state: 'current', verdict: 'pass', because: `until ${source.until}` };
}
