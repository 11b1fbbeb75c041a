import { type Clock, DeadlineError, withDeadline } from '@lockstep/base';
import { merged } from './merge.ts';
import { type Reading, unreadable } from './report.ts';
import { read, type Source } from './source.ts';

type Reader = (sources: readonly Source[], allowed: readonly string[]) => Promise<Reading>;

/** What a report says: that decides which settings a gate of it can have. */
export type Kind =
  | 'findings'
  | 'tests'
  /** Percentages, which have a minimum. */
  | 'coverage'
  /** Bytes of a folder, which have a maximum. */
  | 'sizes'
  /** Findings with a severity. */
  | 'advisories';

interface Row {
  readonly kind: Kind;
  readonly read: Reader;
}

/** A format whose report is one file: several are read one by one, and what they say is added up. */
function each(kind: Kind, load: () => Promise<(source: Source, allowed: readonly string[]) => Promise<Reading>>): Row {
  const read: Reader = async (sources, allowed) => {
    const reader = await load();
    return await merged(sources, async (source) => await reader(source, allowed));
  };
  return { kind, read };
}

function coverage(load: () => Promise<(sources: readonly Source[]) => Promise<Reading>>): Row {
  return { kind: 'coverage', read: async (sources) => await (await load())(sources) };
}

/** Each format's reader, with its parser, is loaded when a gate asks for it. */
const READERS = {
  eslint: each('findings', async () => (await import('./readers/eslint.ts')).readEslint),
  typescript: each('findings', async () => (await import('./readers/typescript.ts')).readTypescript),
  junit: each('tests', async () => (await import('./readers/junit.ts')).readJunit),
  ctrf: each('tests', async () => (await import('./readers/ctrf.ts')).readCtrf),
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
  secretlint: each('findings', async () => (await import('./readers/secretlint.ts')).readSecretlint),
  licences: each('findings', async () => (await import('./readers/licences.ts')).readLicences),
  bundle: each('sizes', async () => (await import('./readers/bundle.ts')).readBundle),
  'next-build': each('sizes', async () => (await import('./readers/bundle.ts')).readNextBuild),
} as const satisfies Readonly<Record<string, Row>>;

export type Format = keyof typeof READERS;
export const FORMATS = Object.keys(READERS) as readonly Format[];

export function kindOf(format: Format): Kind {
  return READERS[format].kind;
}

/** A report is read in seconds; on a disk that does not answer it may never be. */
const READING_MS = 120_000;

/** Reads a report, of one file or of several. Never throws for what is wrong with it: that is an answer. */
export async function readReport(
  format: Format,
  sources: readonly Source[],
  allowed: readonly string[],
  around: { readonly clock: Clock; readonly signal?: AbortSignal },
): Promise<Reading> {
  const reader = READERS[format].read;
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
      around,
    );
  } catch (error) {
    if (error instanceof DeadlineError) return unreadable('reading-timed-out', error.message);
    if (around.signal?.aborted === true) return unreadable('reading-timed-out', 'the job ended while it was read');
    throw error;
  }
}
