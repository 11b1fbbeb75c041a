import { combine, fits, formatDuration } from '@lockstep/base';
import type {
  Control,
  ControlMap,
  ControlReport,
  ControlRow,
  EvidenceRow,
  EvidenceSource,
  RowState,
} from './control.ts';
import type { FoundEvidence } from './found.ts';

/** The worst first. */
const WORST: readonly RowState[] = ['failing', 'missing', 'stale', 'current'];
const DAY_MS = 86_400_000;

/** Maps each control to what was found for it. It says what evidence there is, never whether a rule is obeyed. Pure. */
export function collectEvidence(map: ControlMap, found: FoundEvidence, nowMs: number): ControlReport {
  const rows = map.controls.map((control) => rowOf(control, map, found, nowMs));
  const used = new Set(rows.flatMap(({ exception }) => exception ?? []));
  return {
    at: new Date(nowMs).toISOString(),
    rows,
    current: rows.filter(({ state }) => state === 'current').length,
    idle: map.exceptions.filter((each) => !used.has(each)).map(({ control }) => control),
  };
}

function rowOf(control: Control, { exceptions }: ControlMap, found: FoundEvidence, nowMs: number): ControlRow {
  const rows = control.evidence.map((source) => look(source, found, nowMs));
  const state =
    rows.length === 0 ? 'not-collected' : (WORST.find((one) => rows.some((row) => row.state === one)) ?? 'missing');
  const open = exceptions.find((each) => each.control === control.id && nowMs < Date.parse(each.until) + DAY_MS);
  return { control, state, rows, exception: state === 'current' ? undefined : open };
}

function look(source: EvidenceSource, found: FoundEvidence, nowMs: number): EvidenceRow {
  switch (source.kind) {
    case 'checks':
      return lookAtChecks(source, found, nowMs);
    case 'record':
      return lookAtRecords(source, found, nowMs);
    case 'document':
      return lookAtDocument(source, found, nowMs);
    case 'attestation':
      return lookAtAttestation(source, found, nowMs);
  }
}

function none(source: EvidenceSource, because: string): EvidenceRow {
  return { source, state: 'missing', verdict: null, file: '', digest: '', ageMs: null, run: null, because };
}

type Of<K extends EvidenceSource['kind']> = Extract<EvidenceSource, { kind: K }>;

/** The newest report of the tool that has such checks: an older one that passed says nothing of now. */
function lookAtChecks(source: Of<'checks'>, { lists }: FoundEvidence, nowMs: number): EvidenceRow {
  const matching = lists
    .filter(({ list }) => list.tool.name === source.tool)
    .flatMap((each) => {
      const isOne = ({ id }: { readonly id: string }) => source.ids.some((pattern) => fits(pattern, id));
      const checks = each.list.checks.filter(isOne);
      const gaps = each.list.notVerified.filter(isOne);
      return checks.length + gaps.length === 0 ? [] : [{ ...each, checks, gaps }];
    });
  const newest = newestOf(matching, ({ list }) => Date.parse(list.at));
  if (newest === undefined) return none(source, `no report of ${source.tool} has ${source.ids.join(', ')}`);
  const { checks, digest, file, gaps, list } = newest;
  const verdict = combine([...checks.map((each) => each.verdict), ...gaps.map(() => 'unknown' as const)]);
  const ageMs = nowMs - Date.parse(list.at);
  const count = `${checks.filter((each) => each.verdict === 'pass').length} of ${checks.length + gaps.length} checks passed`;
  return { source, ...aged(verdict, ageMs, source.maxAgeMs, count), verdict, file, digest, ageMs, run: list.run };
}

function lookAtRecords(source: Of<'record'>, { records }: FoundEvidence, nowMs: number): EvidenceRow {
  const matching = records.filter(
    ({ record }) => record.event === source.event && fits(source.subject, record.subject),
  );
  const newest = newestOf(matching, ({ record }) => Date.parse(record.happenedAt));
  if (newest === undefined) return none(source, `the audit trail has no ${source.event} of ${source.subject}`);
  const { digest, file, record } = newest;
  const ageMs = nowMs - Date.parse(record.happenedAt);
  const { verdict } = record;
  return { source, ...aged(verdict, ageMs, source.maxAgeMs, record.reason), verdict, file, digest, ageMs, run: null };
}

function lookAtDocument(source: Of<'document'>, { files }: FoundEvidence, nowMs: number): EvidenceRow {
  const file = files.get(source.file);
  if (file === undefined) return none(source, `${source.file} is not there`);
  const about = { source, file: file.file, digest: file.digest, run: null };
  if (file.reviewedAt === null)
    return {
      ...about,
      state: 'stale',
      verdict: 'unknown',
      ageMs: null,
      because: 'it does not say when it was reviewed',
    };
  const ageMs = nowMs - file.reviewedAt;
  const verdict = file.problems.length === 0 ? 'pass' : 'fail';
  const words = file.problems.length === 0 ? 'reviewed' : file.problems.join('; ');
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

/** What is of the future was made with another clock, or by hand: it is no evidence of now. */
const CLOCKS_MS = 5 * 60_000;

function aged(
  verdict: 'pass' | 'fail' | 'unknown',
  ageMs: number,
  maxAgeMs: number,
  words: string,
): Pick<EvidenceRow, 'state' | 'because'> {
  if (ageMs < -CLOCKS_MS) return { state: 'failing', because: `${words}, of ${formatDuration(-ageMs)} from now` };
  if (verdict !== 'pass') return { state: 'failing', because: words };
  if (ageMs > maxAgeMs) return { state: 'stale', because: `${words}; older than ${formatDuration(maxAgeMs)}` };
  return { state: 'current', because: words };
}

function newestOf<T>(all: readonly T[], at: (one: T) => number): T | undefined {
  let newest: T | undefined;
  for (const one of all) if (newest === undefined || at(one) > at(newest)) newest = one;
  return newest;
}
