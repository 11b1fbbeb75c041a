import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@lockstep/base';
import { gitIn } from '../../../actions/quality-gate/src/git.ts';
import type { ReadGit } from '../src/read-git.ts';
import { type ReportFormat, readReport } from '../src/readers.ts';
import type { Report } from '../src/report.ts';

const RECORDED = join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'recorded');

/** Of most tools an exit code of 1 means that they found something. */
const DEFAULT_EXIT_CODE: Partial<Record<ReportFormat, number>> = { k6: 99 };

/** A folder as a repository. */
export class Repository {
  readonly root = mkdtempSync(join(tmpdir(), 'quality-'));
  readonly readGit: ReadGit = gitIn(this.root, { clock: systemClock, signal: new AbortController().signal });

  write(path: string, text: string): string {
    const target = join(this.root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    return target;
  }

  /** A recorded report, as if it had been written here. */
  recorded(name: string): string {
    return this.write(`reports/${name}`, readFileSync(join(RECORDED, name), 'utf8').replaceAll('/repo', this.root));
  }

  /** A report written by hand, of a kind that a tool writes. */
  made(name: string): string {
    return this.write(`reports/${name}`, readFileSync(join(RECORDED, '..', 'made', name), 'utf8'));
  }

  copy(from: string): void {
    cpSync(from, this.root, { recursive: true });
  }

  async read(format: ReportFormat, path: string, exitCode: number | undefined = 1, allowed: readonly string[] = []) {
    return await this.readAll(format, [path], exitCode, allowed);
  }

  /** Several files as one report. */
  async readAll(
    format: ReportFormat,
    paths: readonly string[],
    exitCode: number | undefined = 1,
    allowed: readonly string[] = [],
  ) {
    const sources = paths.map((path) => ({ path, root: this.root, directory: this.root, exitCode }));
    return await readReport(format, sources, allowed, { clock: systemClock });
  }

  /** A file that another step wrote: how its tool ended is not known. */
  async readFound(format: ReportFormat, path: string) {
    const sources = [{ path, root: this.root, directory: this.root, exitCode: undefined }];
    return await readReport(format, sources, [], { clock: systemClock });
  }

  /** The report, where it must be one. */
  async report(
    format: ReportFormat,
    path: string,
    allowed: readonly string[] = [],
    exitCode: number | undefined = DEFAULT_EXIT_CODE[format] ?? 1,
  ): Promise<Report> {
    const reading = await this.read(format, path, exitCode, allowed);
    if (reading.kind === 'unreadable') throw new Error(`${reading.why}: ${reading.detail}`);
    return reading.report;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

export function recordedText(name: string): string {
  return readFileSync(join(RECORDED, name), 'utf8');
}
