import { fits, judgeChecks } from '@lockstep/base';
import { absent, aged, newestOf, type Of } from './aged.ts';
import type { EvidenceRow } from './control.ts';
import type { FoundBroken, FoundEvidence, FoundList } from './found.ts';

type Source = Of<'checks'>;

/** The worst first. */
const WORST: readonly EvidenceRow['state'][] = ['failing', 'missing', 'stale', 'current'];

/**
 * Of each check that is asked for the newest report that has it: an older one that passed says nothing of now. A check
 * that no report has is missing, whatever the others say.
 */
export function lookAtChecks(source: Source, found: FoundEvidence, nowMs: number): EvidenceRow {
  const lists = found.lists.filter(({ list }) => list.tool.name === source.tool);
  const chosen = new Map<FoundList, string[]>();
  const unseen: string[] = [];
  for (const pattern of source.ids) {
    const newest = newestOf(
      lists.filter((each) => has(each, pattern)),
      atOf,
    );
    if (newest === undefined) unseen.push(pattern);
    else chosen.set(newest, [...(chosen.get(newest) ?? []), pattern]);
  }
  const broken = newestOf(
    found.broken
      .filter(({ tool }) => tool === source.tool)
      .filter((one) => isInTheWay(one, [...chosen.keys()], unseen)),
    ({ atMs }) => atMs,
  );
  if (broken !== undefined) {
    const { atMs, digest, file, run, why } = broken;
    return { source, state: 'failing', verdict: 'unknown', file, digest, ageMs: nowMs - atMs, run, because: why };
  }
  const rows = [...chosen].map(([each, patterns]) => rowOf(source, { each, patterns }, nowMs));
  const worst = rows.sort(byState)[0];
  if (worst === undefined)
    return absent(source, found, 'reports', `no report of ${source.tool} has ${source.ids.join(', ')}`);
  if (worst.state !== 'current' || unseen.length === 0) return worst;
  const because = `no report of ${source.tool} has ${unseen.join(', ')}; ${worst.because}`;
  return { ...worst, state: 'missing', verdict: 'unknown', because };
}

const atOf = ({ list }: FoundList) => Date.parse(list.at);

function has({ list }: FoundList, pattern: string): boolean {
  return [...list.checks, ...list.notVerified].some(({ id }) => fits(pattern, id));
}

/** One that came after what was found instead of it, or that may have held what was not found. */
function isInTheWay(broken: FoundBroken, chosen: readonly FoundList[], unseen: readonly string[]): boolean {
  const own = chosen.filter(({ file }) => file === broken.file);
  return own.length === 0 ? unseen.length > 0 : own.some((each) => broken.atMs >= atOf(each));
}

function rowOf(
  source: Source,
  { each, patterns }: { readonly each: FoundList; readonly patterns: readonly string[] },
  nowMs: number,
): EvidenceRow {
  const isOne = ({ id }: { readonly id: string }) => patterns.some((pattern) => fits(pattern, id));
  const { digest, file, list } = each;
  const checks = list.checks.filter(isOne);
  // Whoever left out what the control asks for has not shown it.
  const notVerified = list.notVerified.filter(isOne).map((gap) => ({ ...gap, chosen: false }));
  const rule = { onUnknown: 'fail', reportOnly: false } as const;
  const { counts, verdict } = judgeChecks({ ...list, checks, notVerified }, rule, nowMs);
  const ageMs = nowMs - Date.parse(list.at);
  const accepted = counts.accepted === 0 ? '' : `, ${counts.accepted} accepted`;
  const words = `${counts.passed} of ${checks.length + notVerified.length} checks passed${accepted}`;
  return { source, ...aged(verdict, ageMs, source.maxAgeMs, words), verdict, file, digest, ageMs, run: list.run };
}

function byState(one: EvidenceRow, other: EvidenceRow): number {
  return WORST.indexOf(one.state) - WORST.indexOf(other.state) || (other.ageMs ?? 0) - (one.ageMs ?? 0);
}
