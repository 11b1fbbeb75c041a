import { readNpmAudit, readPnpmAudit, readYarnAudit } from './readers/audit.ts';
import { readBundle, readNextBuild } from './readers/bundle.ts';
import { readCobertura } from './readers/cobertura.ts';
import { readCtrf } from './readers/ctrf.ts';
import { readEslint } from './readers/eslint.ts';
import { readIstanbul } from './readers/istanbul.ts';
import { readJest } from './readers/jest.ts';
import { readJunit } from './readers/junit.ts';
import { readLcov } from './readers/lcov.ts';
import { readLicences } from './readers/licences.ts';
import { readSarif } from './readers/sarif.ts';
import { readSecretlint } from './readers/secretlint.ts';
import { readTypescript } from './readers/typescript.ts';
import type { Reading } from './report.ts';
import { read, type Source } from './source.ts';

export const FORMATS = [
  'eslint',
  'typescript',
  'junit',
  'ctrf',
  'jest',
  'lcov',
  'istanbul',
  'cobertura',
  'sarif',
  'npm-audit',
  'pnpm-audit',
  'yarn-audit',
  'secretlint',
  'licences',
  'bundle',
  'next-build',
] as const;
export type Format = (typeof FORMATS)[number];

/** Formats whose numbers are percentages or sizes that a gate sets limits to. */
export const METRIC_FORMATS: readonly Format[] = ['lcov', 'istanbul', 'cobertura', 'bundle', 'next-build'];

/** Reads a report. Never throws for what is wrong with it: that is an answer. */
export async function readReport(format: Format, source: Source, allowed: readonly string[]): Promise<Reading> {
  const readers: Readonly<Record<Format, (source: Source) => Promise<Reading>>> = {
    eslint: readEslint,
    typescript: readTypescript,
    junit: readJunit,
    ctrf: readCtrf,
    jest: readJest,
    lcov: readLcov,
    istanbul: readIstanbul,
    cobertura: readCobertura,
    sarif: readSarif,
    'npm-audit': readNpmAudit,
    'pnpm-audit': readPnpmAudit,
    'yarn-audit': readYarnAudit,
    secretlint: readSecretlint,
    licences: (one) => readLicences(one, allowed),
    bundle: readBundle,
    'next-build': readNextBuild,
  };
  return await read(source, readers[format]);
}
