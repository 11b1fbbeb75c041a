import { type Reading, unreadable } from '../report.ts';
import { piecesOf, type Source } from '../source.ts';
import { coverage } from './coverage.ts';

/** Which total each record adds to. */
const FOUND: Readonly<Record<string, string>> = { LF: 'lines', BRF: 'branches', FNF: 'functions' };
const HIT: Readonly<Record<string, string>> = { LH: 'lines', BRH: 'branches', FNH: 'functions' };

/** An lcov tracefile (geninfo(1)): the totals of its sections, each of which must be ended. */
export async function readLcov(source: Source): Promise<Reading> {
  const totals = { lines: tally(), branches: tally(), functions: tally() } as Record<string, ReturnType<typeof tally>>;
  let files = 0;
  let open = false;
  let malformed: string | undefined;
  for await (const line of linesOf(source)) {
    const [key = '', value = ''] = split(line);
    if (key === 'SF') {
      if (open) return unreadable('report-truncated', 'a section is not ended before the next one');
      open = true;
    } else if (line === 'end_of_record') {
      open = false;
      files++;
    }
    const found = totals[FOUND[key] ?? ''];
    const hit = totals[HIT[key] ?? ''];
    if ((found ?? hit) !== undefined && !/^\d+$/.test(value)) malformed ??= `"${line}" holds no count`;
    if (found !== undefined) found.total += Number(value);
    if (hit !== undefined) hit.covered += Number(value);
  }
  if (open) return unreadable('report-truncated', 'its last section is not ended');
  if (malformed !== undefined) return unreadable('report-malformed', malformed);
  if (files === 0) return unreadable('report-empty', 'it has no section');
  return coverage(files, totals);
}

function tally(): { covered: number; total: number } {
  return { covered: 0, total: 0 };
}

function split(line: string): readonly [string, string] {
  const at = line.indexOf(':');
  return at === -1 ? [line, ''] : [line.slice(0, at), line.slice(at + 1).trim()];
}

async function* linesOf(source: Source): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of piecesOf(source)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.trim();
  }
  if (rest.trim() !== '') yield rest.trim();
}
