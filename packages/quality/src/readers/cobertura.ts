import { type ReportReading, unreadable } from '../report.ts';
import { type ReportSource, UnreadableError } from '../source.ts';
import { coverage } from './coverage.ts';
import { readXml } from './xml.ts';

/** Each line of each file takes some hundred bytes of memory. */
const MOST_LINES = 5_000_000;

interface Line {
  hit: boolean;
  covered: number;
  branches: number;
}

/**
 * Cobertura XML, one or several shards of one. Lines are counted where a class lists them; the same lines are listed a
 * second time under its methods, and a file's again where several classes, or shards, have it.
 */
export async function readCobertura(sources: readonly ReportSource[]): Promise<ReportReading> {
  const files = new Map<string, Map<string, Line>>();
  let count = 0;
  for (const source of sources) {
    let root = '';
    let file = '';
    await readXml(source, {
      open(name, attributes, path) {
        if (path.length === 0) root = name;
        if (name === 'class') {
          file = attributes['filename'] || attributes['name'] || '';
          if (!files.has(file)) files.set(file, new Map());
        }
        if (name !== 'line' || path.at(-2) !== 'class') return;
        const lines = files.get(file);
        if (lines === undefined) return;
        const key = attributes['number'] ?? `unnumbered ${lines.size}`;
        if (!lines.has(key) && ++count > MOST_LINES)
          throw new UnreadableError('report-too-large', 'it has too many lines');
        const [, covered, branches] =
          /\((\d{1,9})\/(\d{1,9})\)/.exec((attributes['condition-coverage'] ?? '').slice(-60)) ?? [];
        join(lines, key, {
          hit: Number(attributes['hits']) > 0,
          covered: Number(covered ?? 0),
          branches: Number(branches ?? 0),
        });
      },
    });
    if (root !== 'coverage')
      return unreadable('report-malformed', `its root is <${root.slice(0, 80)}>, not <coverage>`);
  }
  const all = [...files.values()].flatMap((lines) => [...lines.values()]);
  return coverage(files.size, {
    lines: { covered: all.filter(({ hit }) => hit).length, total: all.length },
    branches: {
      covered: all.reduce((sum, one) => sum + one.covered, 0),
      total: all.reduce((sum, one) => sum + one.branches, 0),
    },
  });
}

/** Which branches of a line ran is not stated: of two accounts the better one is known to be true. */
function join(lines: Map<string, Line>, key: string, found: Line): void {
  const known = lines.get(key);
  if (known === undefined) {
    lines.set(key, found);
    return;
  }
  known.hit ||= found.hit;
  known.covered = Math.max(known.covered, found.covered);
  known.branches = Math.max(known.branches, found.branches);
}
