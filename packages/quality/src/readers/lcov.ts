import { type ReportReading, unreadable } from '../report.ts';
import { linesOf, type ReportSource } from '../source.ts';
import { CoverageSum, type FileCoverage } from './line-coverage.ts';

const KINDS = ['lines', 'branches', 'functions'];
/** Which total each record gives. */
const FOUND: Readonly<Record<string, string>> = { LF: 'lines', BRF: 'branches', FNF: 'functions' };
const HIT: Readonly<Record<string, string>> = { LH: 'lines', BRH: 'branches', FNH: 'functions' };

interface Section {
  readonly file: string;
  readonly coverage: FileCoverage;
}

/**
 * lcov tracefiles (geninfo(1)), one or several shards of one: by line where lines are listed, else by the totals of a
 * section. A file that has several sections, as each test name gets its own, counts once.
 */
export async function readLcov(sources: readonly ReportSource[]): Promise<ReportReading> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const source of sources)
    for await (const line of linesOf(source)) {
      if (!line.startsWith('SF:')) continue;
      const file = line.slice(3);
      if (seen.has(file)) again.add(file);
      seen.add(file);
    }
  if (seen.size === 0) return unreadable('report-empty', 'it has no section');
  const sum = new CoverageSum(KINDS, again);
  for (const source of sources) {
    const problem = await readSections(source, ({ file, coverage }) => sum.add(file, coverage));
    if (problem !== undefined) return problem;
  }
  return sum.reading();
}

/** Gives each section to `onSection`; the answer says what is wrong with the file. */
async function readSections(
  source: ReportSource,
  onSection: (section: Section) => void,
): Promise<ReportReading | undefined> {
  let open: OpenSection | undefined;
  let malformed: string | undefined;
  for await (const line of linesOf(source)) {
    const [key, value] = split(line);
    if (key === 'SF') {
      if (open !== undefined) return unreadable('report-truncated', 'a section is not ended before the next one');
      open = new OpenSection(value);
    } else if (line === 'end_of_record') {
      if (open !== undefined) onSection(open);
      open = undefined;
    } else if (open?.take(key, value) === false) {
      malformed ??= `"${line.slice(0, 200)}" holds no count`;
    }
  }
  if (open !== undefined) return unreadable('report-truncated', 'its last section is not ended');
  return malformed === undefined ? undefined : unreadable('report-malformed', malformed);
}

class OpenSection implements Section {
  readonly file: string;
  readonly #hits = {
    lines: new Map<string | number, boolean>(),
    branches: new Map<string | number, boolean>(),
    functions: new Map<string | number, boolean>(),
  };
  readonly #totals: Record<string, { covered: number | undefined; total: number | undefined }> = {};

  constructor(file: string) {
    this.file = file;
  }

  get coverage(): FileCoverage {
    return { hits: this.#hits, totals: this.#totals };
  }

  /** False where a count is none. */
  take(key: string, value: string): boolean {
    const { lines, branches, functions } = this.#hits;
    switch (key) {
      case 'DA': {
        const [line = '', count = ''] = value.split(',', 2);
        return mark(lines, line, count);
      }
      case 'BRDA': {
        const at = value.lastIndexOf(',');
        const count = value.slice(at + 1);
        // A branch that was never reached has no count.
        return at > 0 && mark(branches, value.slice(0, at), count === '-' ? '0' : count);
      }
      case 'FN': {
        // `line,name`, or `line,end,name`.
        const name = /^\d+,(?:\d+,)?(.*)$/.exec(value)?.[1];
        if (name !== undefined && !functions.has(name)) functions.set(name, false);
        return name !== undefined;
      }
      case 'FNDA': {
        const at = value.indexOf(',');
        return at > 0 && mark(functions, value.slice(at + 1), value.slice(0, at));
      }
      default:
        return this.#takeTotal(key, value);
    }
  }

  #takeTotal(key: string, value: string): boolean {
    const kind = FOUND[key] ?? HIT[key];
    if (kind === undefined) return true;
    if (!isCount(value)) return false;
    const known = this.#totals[kind] ?? { covered: undefined, total: undefined };
    this.#totals[kind] =
      FOUND[key] === undefined ? { ...known, covered: Number(value) } : { ...known, total: Number(value) };
    return true;
  }
}

function mark(hits: Map<string | number, boolean>, name: string, count: string): boolean {
  if (!isCount(count)) return false;
  hits.set(name, Number(count) > 0 || (hits.get(name) ?? false));
  return true;
}

/** Counters of long runs overflow into `1.2e+10`, and gcov's are below zero where it lost one. */
function isCount(text: string): boolean {
  return /^-?\d+(?:\.\d+)?(?:e\+?\d+)?$/i.test(text);
}

function split(line: string): readonly [string, string] {
  const at = line.indexOf(':');
  return at === -1 ? [line, ''] : [line.slice(0, at), line.slice(at + 1).trim()];
}
