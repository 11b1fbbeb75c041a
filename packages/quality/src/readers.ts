import { type Clock, DeadlineError, withDeadline } from '@lockstep/base';
import { merged } from './merge.ts';
import { type ReportReading, unreadable } from './report.ts';
import { type ReportSource, read } from './source.ts';

type Reader = (sources: readonly ReportSource[], allowed: readonly string[]) => Promise<ReportReading>;

/** What a report says: that decides which settings a gate of it can have. */
export type ReportKind =
  | 'findings'
  | 'tests'
  /** Percentages, which have a minimum. */
  | 'coverage'
  /** Bytes of a folder, which have a maximum. */
  | 'sizes'
  /** Findings with a severity. */
  | 'advisories'
  /** Measured values, which have budgets. */
  | 'measurements';

interface Row {
  readonly kind: ReportKind;
  readonly read: Reader;
}

/** A format whose report is one file: several are read one by one, and what they say is added up. */
function each(
  kind: ReportKind,
  load: () => Promise<(source: ReportSource, allowed: readonly string[]) => Promise<ReportReading>>,
): Row {
  const read: Reader = async (sources, allowed) => {
    const reader = await load();
    return await merged(sources, async (source) => await reader(source, allowed));
  };
  return { kind, read };
}

function coverage(load: () => Promise<(sources: readonly ReportSource[]) => Promise<ReportReading>>): Row {
  return { kind: 'coverage', read: async (sources) => await (await load())(sources) };
}

/** A format whose report is one run: of several, the median of each value counts. */
function runs(load: () => Promise<(source: ReportSource) => Promise<ReportReading>>): Row {
  const read: Reader = async (sources) => {
    const reader = await load();
    const { medianOf } = await import('./median.ts');
    return await merged(sources, reader, medianOf);
  };
  return { kind: 'measurements', read };
}

/** Each format's reader, with its parser, is loaded when a gate asks for it. */
const READERS = {
  eslint: each('findings', async () => (await import('./readers/eslint.ts')).readEslint),
  typescript: each('findings', async () => (await import('./readers/typescript.ts')).readTypescript),
  junit: each('tests', async () => (await import('./readers/junit.ts')).readJunit),
  ctrf: each('tests', async () => (await import('./readers/ctrf.ts')).readCtrf),
  playwright: each('tests', async () => (await import('./readers/playwright.ts')).readPlaywright),
  tap: each('tests', async () => (await import('./readers/tap.ts')).readTap),
  jest: each('tests', async () => (await import('./readers/jest.ts')).readJest),
  lcov: coverage(async () => (await import('./readers/lcov.ts')).readLcov),
  istanbul: coverage(async () => (await import('./readers/istanbul.ts')).readIstanbul),
  cobertura: coverage(async () => (await import('./readers/cobertura.ts')).readCobertura),
  sarif: each('findings', async () => (await import('./readers/sarif.ts')).readSarif),
  'npm-audit': each('advisories', async () => (await import('./readers/audit.ts')).readNpmAudit),
  'pnpm-audit': each('advisories', async () => (await import('./readers/audit.ts')).readPnpmAudit),
  'yarn-audit': each('advisories', async () => (await import('./readers/audit.ts')).readYarnAudit),
  'yarn-npm-audit': each('advisories', async () => (await import('./readers/yarn-npm-audit.ts')).readYarnNpmAudit),
  'bun-audit': each('advisories', async () => (await import('./readers/bun-audit.ts')).readBunAudit),
  osv: each('advisories', async () => (await import('./readers/osv.ts')).readOsv),
  zap: each('advisories', async () => (await import('./readers/zap.ts')).readZap),
  'supabase-advisors': each(
    'findings',
    async () => (await import('./readers/supabase-advisors.ts')).readSupabaseAdvisors,
  ),
  secretlint: each('findings', async () => (await import('./readers/secretlint.ts')).readSecretlint),
  licenses: each('findings', async () => (await import('./readers/licenses.ts')).readLicenses),
  lighthouse: runs(async () => (await import('./readers/lighthouse.ts')).readLighthouse),
  k6: runs(async () => (await import('./readers/k6.ts')).readK6),
  autocannon: runs(async () => (await import('./readers/autocannon.ts')).readAutocannon),
  bundle: each('sizes', async () => (await import('./readers/bundle.ts')).readBundle),
  'next-build': each('sizes', async () => (await import('./readers/bundle.ts')).readNextBuild),
} as const satisfies Readonly<Record<string, Row>>;

export type ReportFormat = keyof typeof READERS;
export const FORMATS = Object.keys(READERS) as readonly ReportFormat[];

export function kindOf(format: ReportFormat): ReportKind {
  return READERS[format].kind;
}

/** A report is read in seconds; on a disk that does not answer it may never be. */
const READING_MS = 120_000;

/** Reads a report, of one file or of several. Never throws for what is wrong with it: that is an answer. */
export async function readReport(
  format: ReportFormat,
  sources: readonly ReportSource[],
  allowed: readonly string[],
  around: { readonly clock: Clock; readonly signal?: AbortSignal },
): Promise<ReportReading> {
  const reader = READERS[format].read;
  try {
    const reading = await withDeadline(
      'reading the report',
      READING_MS,
      async (signal) =>
        await read(sources, (all) =>
          reader(
            all.map((source) => ({ ...source, signal })),
            allowed,
          ),
        ),
      around,
    );
    return withoutRunnerPaths(reading, sources[0]?.root ?? '');
  } catch (error) {
    if (error instanceof DeadlineError) return unreadable('reading-timed-out', error.message);
    if (around.signal?.aborted === true)
      return unreadable('reading-timed-out', 'the job ended while the report was read');
    throw error;
  }
}

/** Paths of the repository as a reader of the report has them: where the runner put the checkout says nothing. */
function withoutRunnerPaths(reading: ReportReading, root: string): ReportReading {
  if (reading.kind !== 'report' || root.length < 2) return reading;
  const prefix = root.endsWith('/') ? root : `${root}/`;
  // A long report has hundreds of thousands of them: those without such a path are not copied.
  const plain = reading.report.findings.map((one) => {
    const message = one.message.replaceAll(prefix, '');
    return message.length === one.message.length ? one : { ...one, message };
  });
  return { kind: 'report', report: { ...reading.report, findings: plain } };
}
