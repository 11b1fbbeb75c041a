import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, isMap } from '@lockstep/base';
import { statOf } from './source.ts';

/** What a repository shows of its tools. */
export interface Project {
  readonly manager: 'npm' | 'pnpm' | 'yarn' | 'bun' | undefined;
  /** Names of dependencies of any kind. */
  readonly dependencies: ReadonlySet<string>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly installed: boolean;
  has(path: string): boolean;
}

/** A gate as it would be written in YAML. */
export type Declared = Readonly<Record<string, unknown>>;

export interface Detection {
  readonly gates: readonly Declared[];
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

/** Looks at the folder. Throws InputError where there is no package.json, or a broken one. */
export function lookAt(root: string): Project {
  const path = join(root, 'package.json');
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new InputError(`${path}: not there or no JSON; check out the repository first, or declare "gates"`, {
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
    has,
  };
}

/** The gates that fit a repository without a word from its owner, and a word to the owner for each. */
export function detectGates(project: Project): Detection {
  const gates: Declared[] = [];
  const found: string[] = [];
  const left: string[] = [];
  const add = (why: string, gate: Declared) => {
    gates.push(gate);
    found.push(`${String(gate['name'])}: ${why}`);
  };
  lint(project, add, left);
  types(project, add, left);
  tests(project, add, left);
  audit(project, add, left);
  add('built in; files as they are now, not their history', { name: 'secrets', uses: 'secrets' });
  if (project.dependencies.has('next') && project.scripts['build'] !== undefined)
    left.push('build and bundle: a build wants your environment; declare a gate with "format: next-build" after it');
  if (project.dependencies.has('@playwright/test'))
    left.push('playwright: it wants browsers and a server; declare a gate with its junit or json reporter');
  if (project.has('supabase/migrations')) left.push('supabase/migrations: use the migrate action with "command: lint"');
  left.push('licences: which are allowed is yours to say; declare a gate with "format: licences" and "allow"');
  return { gates, found, left };
}

type Add = (why: string, gate: Declared) => void;

function lint(project: Project, add: Add, left: string[]): void {
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

function types(project: Project, add: Add, left: string[]): void {
  if (project.dependencies.has('typescript') && project.has('tsconfig.json')) {
    const run = `${exec(project)} tsc --noEmit --pretty false`;
    add('typescript', { name: 'types', run, report: 'stdout', format: 'typescript' });
  } else {
    left.push('types: no typescript with a tsconfig.json');
  }
}

function tests(project: Project, add: Add, left: string[]): void {
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
    left.push(`coverage: commit ${ratchet} ({"lines": 0}) to have it measured and held`);
    return;
  }
  const summary = '$LOCKSTEP_REPORTS/coverage/coverage-summary.json';
  add('coverage, held by its ratchet', {
    name: 'coverage',
    report: summary,
    format: 'istanbul',
    after: ['tests'],
    ratchet,
    tolerance: 0.1,
  });
}

function audit(project: Project, add: Add, left: string[]): void {
  const { manager } = project;
  if (manager === 'npm' || manager === 'pnpm') {
    const run = `${manager} audit --json`;
    add(`${manager} audit, high and above`, {
      name: 'audit',
      run,
      report: 'stdout',
      format: `${manager}-audit`,
      retry: 2,
    });
  } else if (manager === 'yarn' && !project.has('.yarnrc.yml')) {
    add('yarn audit, high and above', {
      name: 'audit',
      run: 'yarn audit --json',
      report: 'stdout',
      format: 'yarn-audit',
      retry: 2,
    });
  } else {
    left.push(`audit: ${manager === undefined ? 'no lockfile' : `${manager} prints nothing where all is well`}`);
  }
}

/** Runs a tool that is installed; fetches none. */
function exec({ manager }: Project): string {
  if (manager === 'pnpm') return 'pnpm exec';
  if (manager === 'yarn') return 'yarn run';
  return manager === 'bun' ? 'bun x --no-install' : 'npx --no-install';
}
