import { type Clock, DeadlineError, withDeadline } from '@lockstep/base';
import { merged } from './merge.ts';
import { type Reading, unreadable } from './report.ts';
import { read, type Source } from './source.ts';

type Reader = (sources: readonly Source[], allowed: readonly string[]) => Promise<Reading>;

/** A format whose report is one file: several are read one by one, and what they say is added up. */
function each(load: () => Promise<(source: Source, allowed: readonly string[]) => Promise<Reading>>): Reader {
  return async (sources, allowed) => {
    const reader = await load();
    return await merged(sources, async (source) => await reader(source, allowed));
  };
}

/** Each format's reader, with its parser, is loaded when a gate asks for it. */
const READERS = {
  eslint: each(async () => (await import('./readers/eslint.ts')).readEslint),
  typescript: each(async () => (await import('./readers/typescript.ts')).readTypescript),
  junit: each(async () => (await import('./readers/junit.ts')).readJunit),
  ctrf: each(async () => (await import('./readers/ctrf.ts')).readCtrf),
  jest: each(async () => (await import('./readers/jest.ts')).readJest),
  lcov: async (sources) => (await import('./readers/lcov.ts')).readLcov(sources),
  istanbul: async (sources) => (await import('./readers/istanbul.ts')).readIstanbul(sources),
  cobertura: async (sources) => (await import('./readers/cobertura.ts')).readCobertura(sources),
  sarif: each(async () => (await import('./readers/sarif.ts')).readSarif),
  'npm-audit': each(async () => (await import('./readers/audit.ts')).readNpmAudit),
  'pnpm-audit': each(async () => (await import('./readers/audit.ts')).readPnpmAudit),
  'yarn-audit': each(async () => (await import('./readers/audit.ts')).readYarnAudit),
  'yarn-npm-audit': each(async () => (await import('./readers/yarn-npm-audit.ts')).readYarnNpmAudit),
  'bun-audit': each(async () => (await import('./readers/bun-audit.ts')).readBunAudit),
  secretlint: each(async () => (await import('./readers/secretlint.ts')).readSecretlint),
  licences: each(async () => (await import('./readers/licences.ts')).readLicences),
  bundle: each(async () => (await import('./readers/bundle.ts')).readBundle),
  'next-build': each(async () => (await import('./readers/bundle.ts')).readNextBuild),
} as const satisfies Readonly<Record<string, Reader>>;

export type Format = keyof typeof READERS;
export const FORMATS = Object.keys(READERS) as readonly Format[];

/** Formats whose numbers a gate sets limits to: sizes, and percentages of coverage. */
export const SIZE_FORMATS: readonly Format[] = ['bundle', 'next-build'];
export const METRIC_FORMATS: readonly Format[] = ['lcov', 'istanbul', 'cobertura', ...SIZE_FORMATS];
/** Formats whose findings have a severity. */
export const AUDIT_FORMATS: readonly Format[] = [
  'npm-audit',
  'pnpm-audit',
  'yarn-audit',
  'yarn-npm-audit',
  'bun-audit',
];

/** A report is read in seconds; on a disk that does not answer it may never be. */
const READING_MS = 120_000;

/** Reads a report, of one file or of several. Never throws for what is wrong with it: that is an answer. */
export async function readReport(
  format: Format,
  sources: readonly Source[],
  allowed: readonly string[],
  around: { readonly clock: Clock; readonly signal?: AbortSignal },
): Promise<Reading> {
  const reader: Reader = READERS[format];
  try {
    return await withDeadline(
      'reading the report',
      READING_MS,
      async (signal) =>
        await read(sources, (all) =>
          reader(
            all.map((source) => ({ ...source, signal })),
            allowed,
          ),
        ),
      around.clock,
      around.signal,
    );
  } catch (error) {
    if (error instanceof DeadlineError) return unreadable('reading-timed-out', error.message);
    if (around.signal?.aborted === true) return unreadable('reading-timed-out', 'the job ended while it was read');
    throw error;
  }
}
