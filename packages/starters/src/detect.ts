import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { workflowFiles } from './workflow-files.ts';
import { foldersOf } from './workspaces.ts';

/** An app of a repository that is released on its own. */
export interface App {
  readonly name: string;
  /** Its folder in the repository. */
  readonly directory: string;
}

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'yarn-classic' | 'bun' | 'none';

/** What is in a repository already. */
export interface Found {
  /** Vercel's own record of the project that a folder is linked to, by the folder. */
  readonly vercel: readonly VercelLink[];
  readonly supabase: boolean;
  /** Next.js apps, in the order of their folders. */
  readonly apps: readonly App[];
  /** By the lock file; `none` where there is a package.json without one, undefined where there is neither. */
  readonly packageManager: PackageManager | undefined;
  /** What the workflows of ours that are there were given of the place of the app, where they agree. */
  readonly installed: Readonly<Record<string, string>>;
  /** Workflows of others that deploy to Vercel or change a database by themselves. */
  readonly deploying: readonly string[];
}

export interface VercelLink {
  readonly directory: string;
  readonly project: string;
  readonly team: string;
}

export function detect(into: string): Found {
  const apps = nextApps(into);
  return {
    vercel: vercelLinks(into, apps),
    supabase: existsSync(join(into, 'supabase')),
    apps,
    packageManager: packageManagerOf(into),
    installed: installedPlace(into),
    deploying: deployingWorkflows(into),
  };
}

/** The first of them is the one that counts, as its package manager writes it anew each time. */
const LOCK_FILES: readonly (readonly [string, PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['yarn.lock', 'yarn'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

function packageManagerOf(into: string): PackageManager | undefined {
  const found = LOCK_FILES.find(([file]) => existsSync(join(into, file)))?.[1];
  if (found === 'yarn') return existsSync(join(into, '.yarnrc.yml')) ? 'yarn' : 'yarn-classic';
  return found ?? (existsSync(join(into, 'package.json')) ? 'none' : undefined);
}

/** `.vercel/project.json` of one project, next to it or in the folder of its app; `.vercel/repo.json` of several. */
function vercelLinks(into: string, apps: readonly App[]): readonly VercelLink[] {
  const folders = new Set(['.', ...apps.map(({ directory }) => directory)]);
  const own = [...folders].flatMap((directory) => {
    const record = readJson(join(into, directory, '.vercel/project.json'));
    const project = textOf(record, 'projectName') || textOf(record, 'projectId');
    return project === '' ? [] : [{ directory, project, team: teamOf(record) }];
  });
  const repository = readJson(join(into, '.vercel/repo.json'));
  const projects = repository['projects'];
  const several = (Array.isArray(projects) ? projects.filter(isRecord) : []).flatMap((project) => {
    const name = textOf(project, 'name') || textOf(project, 'id');
    const team = teamOf(project) || teamOf(repository);
    return name === '' ? [] : [{ directory: textOf(project, 'directory') || '.', project: name, team }];
  });
  return [...own, ...several];
}

/** A personal account is no team, and is named without one. */
function teamOf(record: Readonly<Record<string, unknown>>): string {
  const owner = textOf(record, 'orgId');
  return owner.startsWith('team_') ? owner : '';
}

/** Folders with a package.json that depends on Next.js: the root, and where its workspaces are. */
function nextApps(into: string): readonly App[] {
  const folders = ['.', ...workspaceFolders(into)];
  const apps = folders.filter((folder) => dependsOnNext(join(into, folder))).map((directory) => named(directory, into));
  return apps.length === 1 ? apps : distinct(apps);
}

/** Each of several apps has a name of its own, which is not that of the usual environment either. */
function distinct(apps: readonly App[]): readonly App[] {
  const taken = new Set(['production']);
  const isOnce = (name: string) => !taken.has(name) && apps.filter((one) => one.name === name).length === 1;
  return apps.map(({ directory, name }) => {
    const long = serviceName(directory.replaceAll('/', '-')) || name;
    let own = isOnce(name) ? name : long;
    for (let nth = 2; taken.has(own); nth++) own = `${long}-${nth}`;
    taken.add(own);
    return { name: own, directory };
  });
}

function named(directory: string, into: string): App {
  const name = directory === '.' ? textOf(readJson(join(into, 'package.json')), 'name') : basename(directory);
  return { name: serviceName(name) || 'web', directory };
}

/** As a service and a set of workflows may be called. */
function serviceName(name: string): string {
  return name
    .replace(/^@[^/]*\//, '')
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
}

function dependsOnNext(folder: string): boolean {
  const { dependencies, devDependencies } = readJson(join(folder, 'package.json'));
  return [dependencies, devDependencies].some((all) => isRecord(all) && 'next' in all);
}

/** Of npm, yarn and bun in package.json, of pnpm in its own file. */
function workspaceFolders(into: string): readonly string[] {
  const { workspaces } = readJson(join(into, 'package.json'));
  const listed = isRecord(workspaces) ? workspaces['packages'] : workspaces;
  const pnpm = join(into, 'pnpm-workspace.yaml');
  const ofPnpm = existsSync(pnpm) ? readYaml(pnpm)['packages'] : undefined;
  const lists = [listed, ofPnpm].map((list) =>
    Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [],
  );
  return [...new Set(lists.flatMap((patterns) => foldersOf(patterns, into)))].sort();
}

const PLACE = ['vercel-project', 'vercel-team', 'production-url'];

function installedPlace(into: string): Readonly<Record<string, string>> {
  const ours = workflowFiles(into).filter((path) => basename(path).startsWith('lockstep-'));
  const jobs = ours.flatMap((path) => {
    const all = readYaml(join(into, path))['jobs'];
    return isRecord(all) ? Object.values(all).filter(isRecord) : [];
  });
  const given = jobs.flatMap((job) => (isRecord(job['with']) ? [job['with']] : []));
  return Object.fromEntries(
    PLACE.flatMap((name) => {
      const values = [...new Set(given.map((values) => values[name]).filter((value) => value !== undefined))];
      const [only] = values;
      return values.length === 1 && typeof only === 'string' && !only.startsWith('YOUR-') ? [[name, only]] : [];
    }),
  );
}

const DEPLOYS = /\bvercel\b[^\n]*--prod|vercel-action@|supabase\s+(db\s+push|migration\s+up)|prisma\s+migrate\s+deploy/;

function deployingWorkflows(into: string): readonly string[] {
  return workflowFiles(into)
    .filter((path) => !basename(path).startsWith('lockstep-'))
    .filter((path) => DEPLOYS.test(readFileSync(join(into, path), 'utf8')));
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(record: Fields, key: string): string {
  const value = record[key];
  return typeof value === 'string' ? value : '';
}

/** What cannot be read says nothing; nothing but a proposal depends on it. */
function readJson(path: string): Fields {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isRecord(read) ? read : {};
  } catch {
    return {};
  }
}

function readYaml(path: string): Fields {
  try {
    const read: unknown = parse(readFileSync(path, 'utf8'));
    return isRecord(read) ? read : {};
  } catch {
    return {};
  }
}

/** The link of an app's folder: its own, or that of the whole repository. */
export function linkOf(found: Pick<Found, 'vercel'>, directory: string): VercelLink | undefined {
  return found.vercel.find((link) => link.directory === directory);
}
