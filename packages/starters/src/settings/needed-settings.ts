import { describe } from '@lockstep/base';
import { parse } from 'yaml';
import { plainSteps } from '../plain/plain-steps.ts';
import type { Sources } from '../sources.ts';
import { calledBy, workflowOf } from '../workflows.ts';
import { actionOf, type Granted, type Job, named, type Step, type Workflow } from './workflow-shape.ts';

/** Where something is needed. `crosses`: the job is in a workflow of ours, and its environment's secrets may not arrive. */
export interface Place {
  readonly environment: string;
  readonly where: string;
  readonly crosses: boolean;
}

export interface NeededName extends Place {
  readonly name: string;
  readonly required: boolean;
}

export interface NeededEnvironment {
  readonly name: string;
  /** People let its jobs in. */
  readonly approves: boolean;
  /** A rollback must not wait for them. */
  readonly urgent: boolean;
}

export interface NeededProject {
  readonly project: string;
  readonly team: string;
  readonly directory: string;
  readonly swaps: boolean;
  /** How its users get a candidate, as far as the text says it: `promote`, `rolling`. */
  readonly strategies: readonly string[];
  /** It is confirmed that pushes do not deploy by themselves. */
  readonly allowed: boolean;
}

export interface Audit extends Place {
  readonly step: Step;
}

export interface Needed {
  /** Once for each environment ('' for a job without one). */
  readonly secrets: readonly NeededName[];
  readonly variables: readonly NeededName[];
  readonly environments: readonly NeededEnvironment[];
  readonly projects: readonly NeededProject[];
  /** Names of the checks to require. */
  readonly checks: readonly string[];
  /** `owner/name` of every action and workflow of others. */
  readonly uses: readonly string[];
  /** Calls that grant less than the workflow that they call needs, one line each. */
  readonly grants: readonly string[];
  /** Steps of platform-audit: what they need is in their policy. */
  readonly audits: readonly Audit[];
  /** Files that could not be understood, with why. */
  readonly unread: readonly string[];
}

/** Inputs that an action asks for by its command, besides those that its action.yml requires always. */
const ASKED: Readonly<Record<string, (given: Readonly<Record<string, unknown>>) => readonly string[]>> = {
  migrate: (given) => (given['command'] === 'lint' ? [] : ['database-url']),
  backup: (given) => {
    const command = given['command'] ?? 'create';
    return command === 'create' ? ['database-url'] : command === 'drill' ? ['decrypt-with'] : [];
  },
  preview: (given) => (given['command'] === 'open' ? ['database-server'] : []),
};
const LEVELS = ['none', 'read', 'write'];

/**
 * What installed workflows need of the settings around them, by their texts. Expressions that only a run can know are left
 * out.
 */
export function neededSettings(files: ReadonlyMap<string, string>, sources: Sources): Needed {
  const notes = new Notes(sources);
  for (const [where, text] of files) {
    try {
      notes.add(where, text);
    } catch (error) {
      notes.unread.push(`${where}: ${describe(error)}`);
    }
  }
  return notes.all();
}

class Notes {
  readonly unread: string[] = [];
  readonly #secrets = new Map<string, NeededName>();
  readonly #variables = new Map<string, NeededName>();
  readonly #environments = new Map<string, NeededEnvironment>();
  readonly #projects = new Map<string, NeededProject>();
  readonly #checks: string[] = [];
  readonly #uses = new Set<string>();
  readonly #grants: string[] = [];
  readonly #audits: Audit[] = [];
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  add(where: string, text: string): void {
    const own = parse(text) as Workflow;
    this.#grants.push(...missingGrants(where, own, this.#sources));
    const plain = parse(plainSteps(text, this.#sources)) as Workflow;
    for (const uses of [...usesIn(own), ...usesIn(plain)]) this.#uses.add(uses);
    this.#checks.push(...checksOf(plain));
    const crosses = Object.values(own.jobs).some(({ uses = '' }) => uses.startsWith('lockstep-ci/lockstep/'));
    for (const job of Object.values(plain.jobs)) {
      const place = { environment: literalName(job.environment), where, crosses };
      this.#addJob(job, place);
      for (const step of job.steps ?? [])
        if (actionOf(step) === 'platform-audit') this.#audits.push({ step, ...place });
    }
  }

  all(): Needed {
    return {
      secrets: [...this.#secrets.values()],
      variables: [...this.#variables.values()],
      environments: [...this.#environments.values()],
      projects: [...this.#projects.values()],
      ...{ checks: this.#checks, uses: [...this.#uses].sort(), grants: this.#grants },
      ...{ audits: this.#audits, unread: this.unread },
    };
  }

  #addJob(job: Job, place: Place): void {
    const steps = job.steps ?? [];
    if (place.environment !== '') this.#addEnvironment(job, place.environment);
    for (const name of named('vars', job)) keep(this.#variables, { name, required: true, ...place });
    for (const name of named('secrets', job))
      if (name !== 'GITHUB_TOKEN') keep(this.#secrets, { name, required: false, ...place });
    for (const step of steps) {
      // Only a step that runs always asks for a secret always.
      if (step.if === undefined)
        for (const name of requiredSecrets(step, this.#sources))
          keep(this.#secrets, { name, required: true, ...place });
      this.#addProject(step);
    }
  }

  #addEnvironment({ permissions, steps = [] }: Job, name: string): void {
    const known = this.#environments.get(name);
    const approves = typeof permissions === 'object' && Object.keys(permissions).length === 0;
    const urgent = steps.some((step) => actionOf(step) === 'rollback');
    this.#environments.set(name, {
      name,
      approves: known?.approves === true || approves,
      urgent: known?.urgent === true || urgent,
    });
  }

  #addProject(step: Step): void {
    const given = step.with ?? {};
    const project = String(given['vercel-project'] ?? '');
    if (project === '' || project.includes('${{')) return;
    const named = String(given['vercel-team'] ?? '');
    const team = named.includes('${{') ? '' : named;
    const key = `${team}/${project}`;
    const known = this.#projects.get(key) ?? {
      project,
      team,
      directory: '.',
      swaps: false,
      strategies: [],
      allowed: false,
    };
    const action = actionOf(step);
    this.#projects.set(key, {
      ...known,
      directory: action === 'vercel-deploy' ? String(given['directory'] ?? '.') : known.directory,
      swaps: known.swaps || action === 'alias-swap',
      strategies:
        action === 'alias-swap' ? [...known.strategies, String(given['strategy'] ?? 'promote')] : known.strategies,
      allowed: known.allowed || String(given['skip-git-deployment-check']) === 'true',
    });
  }
}

function literalName(environment: Job['environment']): string {
  const name = typeof environment === 'object' ? environment.name : environment;
  return name === undefined || name.includes('${{') ? '' : name;
}

function keep(all: Map<string, NeededName>, one: NeededName): void {
  const key = `${one.environment}/${one.name}`;
  const known = all.get(key);
  if (known === undefined) all.set(key, one);
  else if (one.required) all.set(key, { ...known, required: true });
}

function requiredSecrets(step: Step, sources: Sources): readonly string[] {
  const action = actionOf(step);
  if (action === undefined) return [];
  const given = step.with ?? {};
  const inputs = sources.actions.get(action) ?? {};
  const always = Object.keys(inputs).filter((name) => inputs[name]?.required === true);
  return [...always, ...(ASKED[action]?.(given) ?? [])].flatMap((name) => [...named('secrets', given[name] ?? '')]);
}

/** A verdict that another verdict waits for is no check of its own. */
function checksOf({ jobs }: Workflow): readonly string[] {
  const verdicts = Object.entries(jobs).filter(([, { steps = [] }]) =>
    steps.some((step) => actionOf(step) === 'gate-verdict'),
  );
  const waitedFor = new Set(verdicts.flatMap(([, { needs = [] }]) => [needs].flat()));
  return verdicts.flatMap(([id, { name }]) => (waitedFor.has(id) ? [] : [name ?? id]));
}

/** Of jobs that call, and of steps. */
function usesIn({ jobs }: Workflow): readonly string[] {
  const all = Object.values(jobs).flatMap((job) => [job.uses, ...(job.steps ?? []).map((step) => step.uses)]);
  return all.flatMap((uses = './') => (/^[\w-][\w.-]*\/[\w.-]+/.test(uses) ? [ownerAndName(uses)] : []));
}

function ownerAndName(uses: string): string {
  return uses.split(/[@/]/).slice(0, 2).join('/');
}

/** A called workflow may do at most what its caller grants; what a job asks for beyond that ends the run at once. */
function missingGrants(where: string, { jobs, permissions }: Workflow, sources: Sources): readonly string[] {
  return Object.entries(jobs).flatMap(([id, job]) => {
    const name = calledBy(job.uses);
    if (name === undefined) return [];
    const granted = job.permissions ?? permissions ?? {};
    const called = workflowOf(sources, name).toJS() as Workflow;
    const asked = Object.values(called.jobs).flatMap((one) =>
      typeof one.permissions === 'object' ? Object.entries(one.permissions) : [],
    );
    const lacking = asked.filter(([what, level]) => LEVELS.indexOf(level) > levelOf(granted, what));
    lacking.sort(([, a], [, b]) => LEVELS.indexOf(a) - LEVELS.indexOf(b));
    return [...new Map(lacking)].map(
      ([what, level]) => `${where}: job ${id} has to grant ${what}: ${level} to ${name}.yml`,
    );
  });
}

function levelOf(granted: Granted, what: string): number {
  if (typeof granted === 'string') return LEVELS.indexOf(granted.replace('-all', ''));
  return LEVELS.indexOf(granted[what] ?? 'none');
}
