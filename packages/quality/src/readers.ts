import type { Reading } from './report.ts';
import { read, type Source } from './source.ts';

type Reader = (source: Source, allowed: readonly string[]) => Promise<Reading>;

/** Each format's reader, with its parser, is loaded when a gate asks for it. */
const READERS = {
  eslint: async (source) => (await import('./readers/eslint.ts')).readEslint(source),
  typescript: async (source) => (await import('./readers/typescript.ts')).readTypescript(source),
  junit: async (source) => (await import('./readers/junit.ts')).readJunit(source),
  ctrf: async (source) => (await import('./readers/ctrf.ts')).readCtrf(source),
  jest: async (source) => (await import('./readers/jest.ts')).readJest(source),
  lcov: async (source) => (await import('./readers/lcov.ts')).readLcov(source),
  istanbul: async (source) => (await import('./readers/istanbul.ts')).readIstanbul(source),
  cobertura: async (source) => (await import('./readers/cobertura.ts')).readCobertura(source),
  sarif: async (source) => (await import('./readers/sarif.ts')).readSarif(source),
  'npm-audit': async (source) => (await import('./readers/audit.ts')).readNpmAudit(source),
  'pnpm-audit': async (source) => (await import('./readers/audit.ts')).readPnpmAudit(source),
  'yarn-audit': async (source) => (await import('./readers/audit.ts')).readYarnAudit(source),
  secretlint: async (source) => (await import('./readers/secretlint.ts')).readSecretlint(source),
  licences: async (source, allowed) => (await import('./readers/licences.ts')).readLicences(source, allowed),
  bundle: async (source) => (await import('./readers/bundle.ts')).readBundle(source),
  'next-build': async (source) => (await import('./readers/bundle.ts')).readNextBuild(source),
} as const satisfies Readonly<Record<string, Reader>>;

export type Format = keyof typeof READERS;
export const FORMATS = Object.keys(READERS) as readonly Format[];

/** Formats whose numbers a gate sets limits to: sizes, and percentages of coverage. */
export const SIZE_FORMATS: readonly Format[] = ['bundle', 'next-build'];
export const METRIC_FORMATS: readonly Format[] = ['lcov', 'istanbul', 'cobertura', ...SIZE_FORMATS];
/** Formats whose findings have a severity. */
export const AUDIT_FORMATS: readonly Format[] = ['npm-audit', 'pnpm-audit', 'yarn-audit'];

/** Reads a report. Never throws for what is wrong with it: that is an answer. */
export async function readReport(format: Format, source: Source, allowed: readonly string[]): Promise<Reading> {
  const reader: Reader = READERS[format];
  return await read(source, (one) => reader(one, allowed));
}
