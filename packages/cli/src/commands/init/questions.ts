import {
  APPROVALS,
  type App,
  type Approvals,
  type Found,
  type PackageManager,
  STRATEGIES,
  type Strategy,
} from '@lockstep/starters';
import type { Choice, Person, TextQuestion } from '../../person/person.ts';
import { appsIn, environmentsIn, type Given, releases, USUAL } from './choices.ts';

/** Somebody who answers, until the command is interrupted. */
export interface Asked {
  readonly person: Person;
  readonly signal: AbortSignal;
}

const PLACE = ['vercel-project', 'vercel-team', 'production-url'] as const;

/** Asks for what the options do not say. What is proposed is shown with the question, and an empty answer takes it. */
export async function askRest(given: Given, found: Found, asked: Asked): Promise<Given> {
  const apps = given.apps ?? (await askApps(given, found, asked));
  const isReleased = releases(given);
  const environments = given.environments ?? (isReleased ? await askEnvironments(asked) : undefined);
  const approvals = given.approvals ?? (isReleased ? await askApprovals(asked) : undefined);
  const isOpen = isReleased && given.inputs['strategy'] === undefined;
  const strategy = given.strategy ?? (isOpen ? await askStrategy(asked) : undefined);
  const packageManager = given.packageManager ?? (await askPackageManager(given, found, asked));
  const answered = { ...given, apps, environments, approvals, strategy, packageManager };
  if (apps.length <= 1) return { ...answered, inputs: await askPlace(given.inputs, '', asked) };
  const scoped = new Map(given.scoped);
  for (const { name } of apps)
    scoped.set(name, await askPlace({ ...given.inputs, ...scoped.get(name) }, ` of ${name}`, asked));
  return { ...answered, scoped };
}

async function askApps({ into }: Given, { apps }: Found, { person, signal }: Asked): Promise<readonly App[]> {
  const [first] = apps;
  if (apps.length <= 1) return first === undefined || first.directory === '.' ? [] : [first];
  const asking: TextQuestion = {
    question: 'Apps that are released on their own; the first one brings the migrations',
    usual: apps.map(({ name, directory }) => `${name}=${directory}`).join(','),
    problem: (answer) => {
      const problems: string[] = [];
      appsIn(answer, into, problems);
      return problems[0];
    },
  };
  return appsIn(await person.text(asking, signal), into, []);
}

const ENVIRONMENTS: readonly Choice<'one' | 'two' | 'others'>[] = [
  { value: 'one', meaning: 'production: each push is released to it' },
  { value: 'two', meaning: 'staging, then production: people promote from one to the other' },
  { value: 'others', meaning: 'with names of your own' },
];

async function askEnvironments({ person, signal }: Asked): Promise<readonly string[]> {
  const asking = { question: 'Environments', choices: ENVIRONMENTS, usual: 'one' } as const;
  const chosen = await person.choose(asking, signal);
  if (chosen === 'one') return USUAL.environments;
  if (chosen === 'two') return ['staging', 'production'];
  const named: TextQuestion = {
    question: 'Names of the environments in their order, with commas between them',
    usual: 'staging,production',
    problem: (answer) => environmentsIn(answer).problems[0],
  };
  return environmentsIn(await person.text(named, signal)).names;
}

const WHO: Readonly<Record<Approvals, string>> = {
  none: 'each release goes on without an approval',
  reviewers: 'reviewers of an environment at GitHub approve it',
  'two-person': 'one person asks for the release, another one approves it',
};

async function askApprovals({ person, signal }: Asked): Promise<Approvals> {
  const choices = APPROVALS.map((value) => ({ value, meaning: WHO[value] }));
  return await person.choose({ question: 'Who lets a release happen', choices, usual: USUAL.approvals }, signal);
}

const HOW: Readonly<Record<Strategy, string>> = {
  promote: 'all of them at once',
  rolling: 'by stages, with rolling releases of the Vercel project',
};

async function askStrategy({ person, signal }: Asked): Promise<Strategy> {
  const choices = STRATEGIES.map((value) => ({ value, meaning: HOW[value] }));
  return await person.choose({ question: 'How users get a release', choices, usual: USUAL.strategy }, signal);
}

const MANAGERS: readonly Choice<PackageManager>[] = [
  { value: 'none', meaning: 'the gates install no packages' },
  { value: 'npm', meaning: 'npm ci' },
  { value: 'pnpm', meaning: 'pnpm install --frozen-lockfile' },
  { value: 'yarn', meaning: 'yarn install --immutable' },
  { value: 'yarn-classic', meaning: 'yarn install --frozen-lockfile, with Yarn 1' },
  { value: 'bun', meaning: 'bun install --frozen-lockfile' },
];

/** Where a lock file says it there is nothing to ask, nor where no package.json is there. */
async function askPackageManager({ names }: Given, { packageManager }: Found, { person, signal }: Asked) {
  const installs = names.length === 0 || names.some((name) => /^(lockstep-)?pull-request$/.test(name));
  if (packageManager !== 'none' || !installs) return undefined;
  const question = 'No lock file is there. What installs packages for the gates';
  return await person.choose({ question, choices: MANAGERS, usual: packageManager }, signal);
}

async function askPlace(inputs: Readonly<Record<string, string>>, of: string, { person, signal }: Asked) {
  const place: Record<string, string> = { ...inputs };
  const questions: Readonly<Record<(typeof PLACE)[number], string>> = {
    'vercel-project': `Vercel project${of}`,
    'vercel-team': `Vercel team${of}, empty for a personal account`,
    'production-url': `Address of the app${of}`,
  };
  for (const name of PLACE) {
    const asking = { question: questions[name], usual: inputs[name] ?? '', problem: PROBLEMS[name] };
    place[name] = await person.text(asking, signal);
  }
  return place;
}

const PROBLEMS: Readonly<Record<(typeof PLACE)[number], (answer: string) => string | undefined>> = {
  'vercel-project': (answer) => (answer === '' ? 'expected the name of a project' : undefined),
  'vercel-team': () => undefined,
  'production-url': (answer) =>
    URL.canParse(answer) && /^https?:$/.test(new URL(answer).protocol)
      ? undefined
      : 'expected an address like https://shop.example',
};
