import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@lockstep/base';
import {
  APPROVALS,
  type App,
  type Approvals,
  type Found,
  FRAMEWORKS,
  linkOf,
  type PackageManager,
  repeatedNames,
  STRATEGIES,
  type Strategy,
} from '@lockstep/starters';
import type { Call } from '../../command.ts';
import { repositoryFolder } from '../../paths.ts';

/** What the options say, before anything is proposed or asked. */
export interface Given {
  readonly names: readonly string[];
  readonly into: string;
  /** Inputs of the called workflows, those with an option of their own among them. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly scoped: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly apps: readonly App[] | undefined;
  /** Those that no option gives are undefined, and `USUAL` unless somebody is asked. */
  readonly environments: readonly string[] | undefined;
  readonly approvals: Approvals | undefined;
  readonly strategy: Strategy | undefined;
  /** What the lock file says, where it is undefined. */
  readonly packageManager: PackageManager | undefined;
  readonly branch: string;
  readonly named: string;
  readonly plain: boolean;
  readonly ref: string;
  readonly mirror: string;
  readonly olderServer: boolean;
  /** Templates of documents and the map of controls are wanted; those of nobody else where no starter is named. */
  readonly documents: boolean;
  readonly frameworks: readonly string[];
}

/** What is meant where no one says anything else. */
export const USUAL = { environments: ['production'], approvals: 'none', strategy: 'promote' } as const;

const NAME = /^[a-z][a-z0-9-]*$/;
const MANAGERS = ['npm', 'pnpm', 'yarn', 'yarn-classic', 'bun', 'none'] as const;

/** Throws InputError, all of it at once. */
export function readGiven({ text, texts, flag }: Call): Given {
  const problems: string[] = [];
  const must = (isFine: boolean, problem: string) => {
    if (!isFine) problems.push(problem);
  };
  const [into, ref, named, mirror] = [text('into') || '.', text('ref'), text('named'), text('mirror')];
  must(isFolder(into), `--into: expected the folder of your repository, got "${into}"`);
  must(
    /^(v\d+(\.\d+\.\d+)?|[0-9a-f]{40})$/.test(ref),
    `--ref: expected a tag like v1 or v1.2.3, or a whole commit id, got "${ref}"`,
  );
  must(
    named === '' || NAME.test(named),
    `--named: expected a name of small letters, digits and hyphens, got "${named}"`,
  );
  must(/^[\w.-]+\/[\w.-]+$/.test(mirror), `--mirror: expected OWNER/NAME, got "${mirror}"`);
  const url = text('production-url');
  must(url === '' || isAddress(url), `--production-url: expected an address like https://shop.example, got "${url}"`);
  const environments = text('environments') === '' ? undefined : environmentsIn(text('environments'));
  problems.push(...(environments?.problems ?? []).map((problem) => `--environments: ${problem}`));
  const { inputs, scoped, wrong } = inputsIn(texts('with'));
  problems.push(...wrong);
  for (const name of ['vercel-project', 'vercel-team', 'production-url'])
    if (text(name) !== '') inputs[name] = text(name);
  const apps = appsIn(text('apps'), into, problems);
  const frameworks = frameworksIn(text('frameworks'), flag('documents'), problems);
  const names = list(text('STARTERS'));
  if (flag('documents') && names.length === 0 && Object.keys(inputs).length + scoped.size > 0)
    problems.push(
      `--documents: without STARTERS no workflow is written, which ${Object.keys(inputs)[0] ?? '--with'} would be for: name them`,
    );
  if (problems.length > 0) throw new InputError(problems);
  return {
    ...{ names, into, inputs, scoped, environments: environments?.names, ref, named, mirror },
    apps: text('apps') === '' ? undefined : apps,
    approvals: APPROVALS.find((one) => one === text('approvals')),
    strategy: STRATEGIES.find((one) => one === text('strategy')),
    packageManager: MANAGERS.find((one) => one === text('package-manager')),
    ...{ branch: text('branch'), plain: flag('plain-steps'), olderServer: flag('older-server') },
    ...{ documents: flag('documents'), frameworks },
  };
}

/** Whether one of the chosen workflows releases by itself. */
export function releases({ names }: Pick<Given, 'names'>): boolean {
  return names.length === 0 || names.some((name) => /^(lockstep-)?(release|stage|promote)$/.test(name));
}

export function environmentsIn(text: string) {
  const names = list(text);
  const wrong = names.filter((name) => !/^[\w.-]+$/.test(name)).map((name) => `expected names, got "${name}"`);
  const twice = repeatedNames(names).map((name) => `expected different names, got "${name}" twice`);
  return { names, problems: names.length === 0 ? ['expected at least one name'] : [...wrong, ...twice] };
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function isAddress(text: string): boolean {
  // A variable of the repository may stand for it.
  return text.startsWith('${{') || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol));
}

function list(text: string): readonly string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

function frameworksIn(text: string, isWanted: boolean, problems: string[]): readonly string[] {
  const names = text === '' ? FRAMEWORKS : list(text);
  if (text !== '' && !isWanted) problems.push('--frameworks: needs --documents');
  const known: readonly string[] = FRAMEWORKS;
  for (const name of names.filter((one) => !known.includes(one)))
    problems.push(`--frameworks: expected ${FRAMEWORKS.join(', ')}, got "${name}"`);
  if (names.length === 0) problems.push(`--frameworks: expected at least one of ${FRAMEWORKS.join(', ')}`);
  return names;
}

export function appsIn(text: string, into: string, problems: string[]): readonly App[] {
  const apps = list(text).flatMap((one) => {
    const [, name = '', directory = ''] = /^([^=]*)=(.*)$/.exec(one) ?? [];
    const isFine = NAME.test(name) && directory !== '' && isFolder(join(into, directory));
    if (!isFine) problems.push(`--apps: expected NAME=FOLDER with a folder of the repository, got "${one}"`);
    return isFine ? [{ name, directory: repositoryFolder(directory) }] : [];
  });
  for (const name of repeatedNames(apps.map((app) => app.name)))
    problems.push(`--apps: expected a name for each app, got "${name}" twice`);
  return apps;
}

function inputsIn(pairs: readonly string[]) {
  const inputs: Record<string, string> = {};
  const scoped = new Map<string, Record<string, string>>();
  const wrong: string[] = [];
  for (const pair of pairs) {
    const [, scope, name, value = ''] = /^(?:([\w.-]+):)?([a-z][a-z0-9-]*)=([\s\S]*)$/.exec(pair) ?? [];
    if (name === undefined) wrong.push(`--with: expected INPUT=VALUE, got "${pair}"`);
    else if (scope === undefined) inputs[name] = value;
    else scoped.set(scope, { ...scoped.get(scope), [name]: value });
  }
  return { inputs, scoped, wrong };
}

/** What the repository itself says, where nobody gave it. */
export function proposed(given: Given, found: Found): Given {
  const root = linkOf(found, '.');
  const linked = root === undefined ? {} : { 'vercel-project': root.project, 'vercel-team': root.team };
  const apps = given.apps ?? [];
  const scoped = new Map(given.scoped);
  for (const app of apps) {
    const link = linkOf(found, app.directory);
    if (link !== undefined)
      scoped.set(app.name, { 'vercel-project': link.project, 'vercel-team': link.team, ...scoped.get(app.name) });
  }
  // One project is not that of several apps.
  return {
    ...given,
    inputs: apps.length > 1 ? given.inputs : { ...linked, ...found.installed, ...given.inputs },
    scoped,
  };
}
