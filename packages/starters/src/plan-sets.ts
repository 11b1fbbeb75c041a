import { InputError } from '@lockstep/base';
import type { App, PackageManager } from './detect.ts';
import { chosenStarters, inputsOf, type PlannedFiles, planFiles, type StarterOptions } from './plan-files.ts';
import type { Sources } from './sources.ts';

/** Who lets a release happen: nobody, reviewers of an environment, or another person than the one who asks for it. */
export const APPROVALS = ['none', 'reviewers', 'two-person'] as const;
export type Approvals = (typeof APPROVALS)[number];

/** How users of the last environment get a release: all at once, or by the stages of a rolling release. */
export const STRATEGIES = ['promote', 'rolling'] as const;
export type Strategy = (typeof STRATEGIES)[number];

export interface Choices extends StarterOptions {
  /** Apps that are released on their own; none for a repository that is one app. The first one has the migrations. */
  readonly apps: readonly App[];
  /** In the order in which a commit passes them. The first gets each push, the others what a person promotes. */
  readonly environments: readonly string[];
  readonly approvals: Approvals;
  readonly strategy: Strategy;
  readonly packageManager: PackageManager | undefined;
  /** Inputs for one app or one environment alone, by its name. */
  readonly scoped: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

type Inputs = Readonly<Record<string, string>>;

/** Of the whole repository, whatever is released from it. */
const ONCE = [
  'pull-request',
  'fork-comments',
  'cleanup',
  'backup',
  'drill',
  'scan',
  'backend',
  'alert-drill',
  'evidence',
];
/** Of the database, which the apps of a repository share: they are for the app with the migrations. */
const OF_DATABASE = ['contract', 'archives'];

interface StarterSet {
  readonly named: string;
  readonly names: readonly string[];
  readonly inputs: Inputs;
}

/** The workflows of all apps and environments. Throws InputError, all of it at once. */
export function planStarters(names: readonly string[], sources: Sources, choices: Choices): PlannedFiles {
  const sets = setsOf(chosenStarters(names, sources), choices);
  const problems = [...nameProblems(choices), ...scopeProblems(choices), ...unknownInputs(sets, sources, choices)];
  const planned = sets.flatMap((set) => {
    try {
      return [planFiles(set.names, sources, { ...choices, named: set.named, inputs: fitting(set, sources) })];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  const paths = planned.flatMap(({ files }) => [...files.keys()]);
  if (problems.length === 0)
    problems.push(...repeatedNames(paths).map((path) => `${path}: of two apps or environments; give them other names`));
  if (problems.length > 0) throw new InputError([...new Set(problems)]);
  return {
    files: new Map(planned.flatMap(({ files }) => [...files])),
    missing: planned.flatMap(({ missing }) => missing),
  };
}

/** Only what is asked for by the workflows of a set is said to them. */
function fitting({ names, inputs }: StarterSet, sources: Sources): Inputs {
  const known = new Set(names.flatMap((name) => inputsOf(name, sources)));
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => known.has(name)));
}

/** Where an app is: known of a repository, whether or not the workflows that were chosen ask for it. */
const PLACE = ['vercel-project', 'vercel-team', 'production-url'];

/** What somebody has given must arrive somewhere. */
function unknownInputs(sets: readonly StarterSet[], sources: Sources, { inputs = {}, scoped }: Choices) {
  const all = [...new Set(sets.flatMap(({ names }) => names))];
  const known = new Set(all.flatMap((name) => inputsOf(name, sources)));
  const given: Inputs = Object.assign({}, inputs, ...scoped.values());
  const strange = Object.entries(given).filter(([name]) => !known.has(name) && !PLACE.includes(name));
  if (strange.length === 0) return [];
  try {
    planFiles(all, sources, { inputs: Object.fromEntries(strange) });
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

/** Names that are there already, without regard to case: a file of one would be that of another. */
export function repeatedNames(names: readonly string[]): readonly string[] {
  const small = names.map((name) => name.toLowerCase());
  return names.filter((_name, nth) => small.indexOf(small[nth] ?? '') !== nth);
}

function nameProblems({ apps, environments, scoped }: Choices): readonly string[] {
  const appNames = apps.map(({ name }) => name);
  // The name of the only app is in no name of a file.
  const counted = appNames.filter((name) => appNames.length > 1 || scoped.has(name));
  const known = new Set(environments.map((name) => name.toLowerCase()));
  return [
    ...repeatedNames(appNames).map((name) => `--apps: expected a name for each app, got "${name}" twice`),
    ...repeatedNames(environments).map((name) => `--environments: expected different names, got "${name}" twice`),
    ...counted
      .filter((name) => known.has(name.toLowerCase()))
      .map((name) => `--apps: expected another name than that of an environment, got "${name}"`),
  ];
}

function scopeProblems({ apps, environments, scoped }: Choices): readonly string[] {
  const known = [...apps.map(({ name }) => name), ...environments];
  return [...scoped.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => `--with ${name}:…: there is no app and no environment ${name}; there is ${known.join(', ')}`);
}

function setsOf(names: readonly string[], choices: Choices): readonly StarterSet[] {
  const { apps, environments, inputs = {}, scoped, named = '' } = choices;
  const short = names.map((name) => name.replace('lockstep-', ''));
  const [first] = apps;
  const of = (name: string | undefined): Inputs => (name === undefined ? {} : (scoped.get(name) ?? {}));
  const last = environments.at(-1);
  const once = short.filter((name) => ONCE.includes(name));
  const shared: StarterSet = {
    named,
    names: once,
    inputs: { ...installing(choices), ...folderOf(first), ...inputs, ...of(last), ...of(first?.name) },
  };
  const rest = short.filter((name) => !ONCE.includes(name));
  const each = (apps.length === 0 ? [undefined] : apps).flatMap((app) =>
    environments.map((environment): StarterSet => {
      const ownNames = app === first ? rest : rest.filter((name) => !OF_DATABASE.includes(name));
      const parts = [named, apps.length > 1 ? app?.name : '', environments.length > 1 ? environment : ''];
      return {
        named: parts.filter(Boolean).join('-'),
        names: releasing(ownNames, environment, choices),
        inputs: {
          ...placeOf(app, choices),
          ...inputsFor(environment, choices),
          ...{ ...inputs, ...of(environment), ...of(app?.name) },
        },
      };
    }),
  );
  return [shared, ...each].filter((set) => set.names.length > 0);
}

/** How releases start in an environment, by who lets them happen. */
function releasing(names: readonly string[], environment: string, choices: Choices): readonly string[] {
  const isPromoted = environment !== choices.environments[0] && choices.environments.length > 1;
  const approved = isLast(environment, choices) && choices.approvals === 'two-person';
  const instead = isPromoted ? ['promote'] : approved ? ['stage', 'promote'] : ['release'];
  const more = approved ? ['approve'] : [];
  return names.flatMap((name) => (name === 'release' ? [...instead, ...more] : [name]));
}

function isLast(environment: string, { environments }: Choices): boolean {
  return environments.length === 1 || environment === environments.at(-1);
}

function inputsFor(environment: string, choices: Choices): Inputs {
  const before = choices.environments[choices.environments.indexOf(environment) - 1];
  const isFinal = isLast(environment, choices);
  return {
    ...(environment === 'production' ? {} : { environment }),
    ...(before === undefined ? {} : { mode: 'same-commit', 'from-environment': before }),
    ...(isFinal && choices.approvals === 'reviewers' ? { 'approval-environment': `${environment}-approval` } : {}),
    ...(isFinal && choices.approvals === 'two-person' ? { 'four-eyes': 'true' } : {}),
    ...(isFinal && choices.strategy === 'rolling' ? { strategy: 'rolling' } : {}),
  };
}

function placeOf(app: App | undefined, { apps }: Choices): Inputs {
  if (app === undefined) return {};
  const withoutSchema = app === apps[0] ? {} : { 'migrations-directory': 'none', 'down-directory': 'none' };
  return { ...(apps.length > 1 ? { service: app.name } : {}), ...folderOf(app), ...withoutSchema };
}

function folderOf(app: App | undefined): Inputs {
  return app === undefined || app.directory === '.' ? {} : { directory: app.directory };
}

/** What the gates of a pull request install with; npm is what they do by themselves. */
function installing({ packageManager }: Choices): Inputs {
  switch (packageManager) {
    case 'pnpm':
      return { cache: 'pnpm', 'install-command': 'pnpm install --frozen-lockfile' };
    case 'yarn':
      return { cache: 'yarn', 'install-command': 'yarn install --immutable' };
    case 'yarn-classic':
      return { cache: 'yarn', 'install-command': 'yarn install --frozen-lockfile' };
    case 'bun':
      return { 'install-command': 'npx --yes bun install --frozen-lockfile' };
    case 'none':
      return { 'install-command': '' };
    default:
      return {};
  }
}
