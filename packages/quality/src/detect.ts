import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, isMap, withoutMark } from '@lockstep/base';
import type { ReportFormat } from './readers.ts';
import { statOf } from './source.ts';

/** The tools of a repository, by its files. */
export interface ProjectTools {
  readonly manager: 'npm' | 'pnpm' | 'yarn' | 'bun' | undefined;
  /** Names of dependencies of any kind. */
  readonly dependencies: ReadonlySet<string>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly installed: boolean;
  /** Yarn from 2 on, whose commands and reports are others than those of Yarn 1. */
  readonly modernYarn: boolean;
  /** A migration of Supabase creates a policy of row-level security. */
  readonly hasPolicies: boolean;
  has(path: string): boolean;
}

/** A gate as it would be written in YAML. */
export type GateDeclaration = Readonly<Record<string, unknown>>;

export interface Detection {
  readonly gates: readonly GateDeclaration[];
  /** One line for each tool that was found, and how it is used. */
  readonly found: readonly string[];
  /** One line for each that was not, or is left to the caller, and why. */
  readonly left: readonly string[];
}

const LOCKFILES = {
  npm: ['package-lock.json', 'npm-shrinkwrap.json'],
  pnpm: ['pnpm-lock.yaml'],
  yarn: ['yarn.lock'],
  bun: ['bun.lock', 'bun.lockb'],
} as const;

const MIGRATIONS = 'supabase/migrations';

/** Looks at the folder. Throws InputError where there is no package.json, or a broken one. */
export function lookAt(root: string): ProjectTools {
  const path = join(root, 'package.json');
  let manifest: unknown;
  try {
    manifest = JSON.parse(withoutMark(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new InputError(`${path}: missing or not JSON; check out the repository first, or declare "gates"`, {
      cause,
    });
  }
  const own = isMap(manifest) ? manifest : {};
  const names = (key: string) => (isMap(own[key]) ? Object.keys(own[key]) : []);
  const scripts = isMap(own['scripts']) ? own['scripts'] : {};
  const has = (file: string) => statOf(join(root, file)) !== undefined;
  return {
    manager: (Object.keys(LOCKFILES) as (keyof typeof LOCKFILES)[]).find((one) => LOCKFILES[one].some(has)),
    dependencies: new Set([...names('dependencies'), ...names('devDependencies')]),
    scripts: Object.fromEntries(Object.entries(scripts).map(([name, script]) => [name, String(script)])),
    installed: has('node_modules') || has('.pnp.cjs'),
    modernYarn: has('.yarnrc.yml') || /^yarn@(?!1\.)/.test(String(own['packageManager'])) || isModernLock(root),
    hasPolicies: createsPolicies(join(root, MIGRATIONS)),
    has,
  };
}

/** So many bytes of a migration are looked at. */
const LOOKED_AT = 1_000_000;

function createsPolicies(folder: string): boolean {
  if (statOf(folder)?.isDirectory() !== true) return false;
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return files.some((name) => {
    const path = join(folder, name);
    const stat = statOf(path);
    const isShort = stat?.isFile() === true && stat.size <= LOOKED_AT;
    return isShort && /\bcreate\s+policy\b/i.test(readFileSync(path, 'utf8'));
  });
}

/** Yarn 1 writes no metadata into its lockfile. */
function isModernLock(root: string): boolean {
  const path = join(root, 'yarn.lock');
  return statOf(path)?.isFile() === true && /^__metadata:/m.test(readFileSync(path, 'utf8').slice(0, 2_000));
}

/** The gates that fit a repository without configuration, and a line for each that says why. */
export function detectGates(project: ProjectTools): Detection {
  const gates: GateDeclaration[] = [];
  const found: string[] = [];
  const left: string[] = [];
  const add = (why: string, gate: GateDeclaration) => {
    gates.push(gate);
    found.push(`${String(gate['name'])}: ${why}`);
  };
  lint(project, add, left);
  types(project, add, left);
  tests(project, add, left);
  audit(project, add, left);
  add('built in; files as they are now, not their history', { name: 'secrets', uses: 'secrets' });
  if (project.dependencies.has('next') && project.scripts['build'] !== undefined)
    left.push('build and bundle: a build needs your environment; declare a gate with "format: next-build" after it');
  if (project.dependencies.has('@playwright/test'))
    left.push('playwright: it needs browsers and a server; declare a gate with its junit reporter');
  if (project.has(MIGRATIONS)) {
    left.push(`${MIGRATIONS}: use the migrate action with "command: lint"`);
    left.push('advisors: declare a gate with "format: supabase-advisors" and a database for `supabase db advisors`');
  }
  if (project.hasPolicies)
    left.push('tenants: policies keep rows apart; set "tenant-audit: worse", or use the tenant-audit action');
  left.push('licenses: declare a gate with "format: licenses" and the allowed ones in "allow"');
  return { gates, found, left };
}

type Add = (why: string, gate: GateDeclaration) => void;

function lint(project: ProjectTools, add: Add, left: string[]): void {
  if (project.dependencies.has('eslint')) {
    const report = '$LOCKSTEP_REPORTS/eslint.json';
    const run = `${exec(project)} eslint . --format json --output-file "${report}"`;
    add('eslint', { name: 'lint', run, report, format: 'eslint', timeout: '10m' });
  } else if (project.dependencies.has('@biomejs/biome')) {
    add('biome, by its exit code', { name: 'lint', run: `${exec(project)} biome ci .` });
  } else if (project.scripts['lint'] !== undefined) {
    add('the script "lint", by its exit code', { name: 'lint', run: `${project.manager ?? 'npm'} run lint` });
  } else {
    left.push('lint: neither eslint nor biome nor a script "lint"');
  }
}

function types(project: ProjectTools, add: Add, left: string[]): void {
  if (project.dependencies.has('typescript') && project.has('tsconfig.json')) {
    const run = `${exec(project)} tsc --noEmit --pretty false`;
    add('typescript', { name: 'types', run, report: 'stdout', format: 'typescript' });
  } else {
    left.push('types: no typescript with a tsconfig.json');
  }
}

function tests(project: ProjectTools, add: Add, left: string[]): void {
  const report = '$LOCKSTEP_REPORTS/tests.json';
  const ratchet = '.lockstep/coverage.json';
  const withCoverage = project.has(ratchet);
  const folder = '"$LOCKSTEP_REPORTS/coverage"';
  if (project.dependencies.has('vitest')) {
    const coverage = ` --coverage.enabled --coverage.reporter=json-summary --coverage.reportsDirectory=${folder}`;
    const run = `${exec(project)} vitest run --reporter=default --reporter=json --outputFile.json="${report}"`;
    add('vitest', { name: 'tests', run: `${run}${withCoverage ? coverage : ''}`, report, format: 'jest' });
  } else if (project.dependencies.has('jest')) {
    const coverage = ` --coverage --coverageReporters=json-summary --coverageDirectory=${folder}`;
    const run = `${exec(project)} jest --ci --json --outputFile="${report}"`;
    add('jest', { name: 'tests', run: `${run}${withCoverage ? coverage : ''}`, report, format: 'jest' });
  } else if (project.scripts['test'] !== undefined) {
    add('the script "test", by its exit code', { name: 'tests', run: `${project.manager ?? 'npm'} run test` });
    return;
  } else {
    left.push('tests: neither vitest nor jest nor a script "test"');
    return;
  }
  if (!withCoverage) {
    left.push(`coverage: commit ${ratchet} ({"lines": 0}) to have it measured and enforced`);
    return;
  }
  const summary = '$LOCKSTEP_REPORTS/coverage/coverage-summary.json';
  add('coverage, enforced by its ratchet', {
    name: 'coverage',
    report: summary,
    format: 'istanbul',
    after: ['tests'],
    ratchet,
    tolerance: 0.1,
  });
}

function audit(project: ProjectTools, add: Add, left: string[]): void {
  const found = auditOf(project);
  if (found === undefined) {
    left.push('audit: no lockfile');
    return;
  }
  const [format, run] = found;
  add(`${run.replace(/ --.*/, '')}, high and above`, { name: 'audit', run, report: 'stdout', format, retry: 2 });
}

/** The format and the command. */
function auditOf(project: ProjectTools): readonly [format: ReportFormat, run: string] | undefined {
  switch (project.manager) {
    case 'npm':
    case 'pnpm':
      return [`${project.manager}-audit`, `${project.manager} audit --json`];
    case 'yarn':
      // From Yarn 2 on. By default it looks at the direct dependencies of one workspace.
      return project.modernYarn
        ? ['yarn-npm-audit', 'yarn npm audit --all --recursive --no-deprecations --json']
        : ['yarn-audit', 'yarn audit --json'];
    case 'bun':
      return ['bun-audit', 'bun audit --json'];
    case undefined:
      return undefined;
  }
}

/** Runs a tool that is installed; fetches none. */
function exec({ manager }: ProjectTools): string {
  if (manager === 'pnpm') return 'pnpm exec';
  if (manager === 'yarn') return 'yarn run';
  return manager === 'bun' ? 'bun x --no-install' : 'npx --no-install';
}
