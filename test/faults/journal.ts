import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { describe } from '@lockstep/base';

interface Line {
  readonly matrix: string;
  readonly key: string;
  readonly verdict: 'pass' | 'fail';
  readonly ms: number;
  readonly why?: string;
}

const path = process.env['LOCKSTEP_FAULTS_JOURNAL'] || undefined;

/**
 * What a long matrix has got through, case by case, in the file LOCKSTEP_FAULTS_JOURNAL: stopped, it goes on with the cases
 * that have not passed yet. Without that variable every case is run and nothing is written.
 */
export class CaseJournal {
  readonly #matrix: string;
  readonly #passed: ReadonlySet<string>;

  constructor(matrix: string) {
    this.#matrix = matrix;
    const lines = path === undefined || !existsSync(path) ? [] : readFileSync(path, 'utf8').trim().split('\n');
    const ours = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
    this.#passed = new Set(
      ours.filter((line) => line.matrix === matrix && line.verdict === 'pass').map(({ key }) => key),
    );
  }

  /** The cases that are still to be run. */
  left<T>(cases: readonly T[], keyOf: (each: T) => string): readonly T[] {
    const left = cases.filter((each) => !this.#passed.has(keyOf(each)));
    if (left.length < cases.length)
      process.stderr.write(`${this.#matrix}: ${cases.length - left.length} passed before, ${left.length} are left\n`);
    return left;
  }

  /** Runs a case and writes down how it ended. */
  async run(key: string, work: () => Promise<void>): Promise<void> {
    const started = performance.now();
    const note = (verdict: Line['verdict'], why?: string) => {
      if (path === undefined) return;
      const ms = Math.round(performance.now() - started);
      const line: Line = { matrix: this.#matrix, key, verdict, ms, ...(why === undefined ? {} : { why }) };
      appendFileSync(path, `${JSON.stringify(line)}\n`);
    };
    try {
      await work();
    } catch (error) {
      note('fail', describe(error));
      throw error;
    }
    note('pass');
  }
}
