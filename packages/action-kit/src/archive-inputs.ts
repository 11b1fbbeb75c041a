import { described, duration, list } from '@lockstep/action-shell';
import { type ArchiveLimits, defaultArchiveLimits } from '@lockstep/migrations';

/** What an archive of data that a down migration would delete may cost, and how long it is kept. */
export const archiveInputs = () => ({
  'archive-limit': described(
    list('1000000 rows\n100 MB'),
    'How much one migration may archive, one limit per line: `N rows`, `N MB`. More is refused, and nothing is changed.',
  ),
  'archive-lock-limit': described(
    duration('5s'),
    'How long the tables of a migration may be locked while it archives and runs. Longer is refused, and nothing is changed.',
  ),
  'archive-keep': described(
    duration('30d'),
    'How long archived data is kept. What is older is reported by `up`, and deleted by `migrate` with `command: prune-archives`.',
  ),
});

export interface ArchiveInputs {
  readonly 'archive-limit': readonly string[];
  readonly 'archive-lock-limit': number;
  readonly 'archive-keep': number;
}

const LIMIT = /^(\d+) (rows|kB|MB|GB)$/;
const BYTES: Readonly<Record<string, number>> = { kB: 1e3, MB: 1e6, GB: 1e9 };

/** What is wrong with the inputs of `archiveInputs`. */
export function archiveProblems(values: ArchiveInputs): readonly string[] {
  const wrong = values['archive-limit'].filter((line) => !LIMIT.test(line));
  return [
    ...wrong.map((line) => `input "archive-limit": expected lines like "1000000 rows" or "100 MB", got "${line}"`),
    ...(values['archive-lock-limit'] > 0 ? [] : ['input "archive-lock-limit": 0 would refuse every archive']),
    ...(values['archive-keep'] > 0 ? [] : ['input "archive-keep": 0 would delete every archive at once']),
  ];
}

/** The limits that the inputs give; `leftMs` is what is left of the time in which all must be done. */
export function archiveLimits(values: ArchiveInputs, leftMs = Number.POSITIVE_INFINITY): ArchiveLimits {
  let { bytes, rows } = defaultArchiveLimits;
  for (const line of values['archive-limit']) {
    const [, number, unit = ''] = LIMIT.exec(line) ?? [];
    if (unit === 'rows') rows = Number(number);
    else if (unit in BYTES) bytes = Number(number) * (BYTES[unit] ?? 1);
  }
  return {
    rows,
    bytes,
    lockMs: Math.max(0, Math.min(values['archive-lock-limit'], leftMs)),
    ...(Number.isFinite(leftMs) ? { leftMs: Math.max(0, leftMs) } : {}),
    keepMs: values['archive-keep'],
  };
}
