/**
 * What installed workflows need of the settings around them. Pure: reads the texts and our own files, asks nobody.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { onceEach } from './once-each.mjs';
import { plainSteps } from './plain-steps.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const OURS = /^lockstep-ci\/lockstep\/actions\/([\w-]+)@/;
const CALLED = /^lockstep-ci\/lockstep\/\.github\/workflows\/([\w-]+)\.yml@/;
/** Inputs that an action asks for by its command, beside those that its action.yml requires always. */
const ASKED = {
  migrate: ({ command }) => (command === 'lint' ? [] : ['database-url']),
  backup: ({ command = 'create' }) => ({ create: ['database-url'], drill: ['decrypt-with'] })[command] ?? [],
  preview: ({ command }) => (command === 'open' ? ['database-server'] : []),
};
const LEVELS = ['none', 'read', 'write'];

/**
 * `files`: path → text of workflows that use us. Gives
 *   secrets      { name, environment, required, where, crosses }, once for each environment ('' for a job without one);
 *                `crosses` where the job is in a workflow of ours
 *   variables    the same
 *   environments { name, approves, urgent }: whether people let jobs in, and whether a rollback must not wait for them
 *   checks       names of the checks to require
 *   uses         `owner/name` of every action and workflow of others
 *   grants       calls that grant less than the workflow that they call needs, one line each
 *   projects     { project, team, directory, swaps, bypass, allowed }
 *   audits       steps of platform-audit, { step, environment, where, crosses }: what they need is in their policy
 *   unread       files that could not be understood, with why
 * Expressions that only a run can know are left out.
 */
export function neededSettings(files) {
  const needed = { secrets: new Map(), variables: new Map(), environments: new Map(), projects: new Map() };
  const lists = { checks: [], uses: new Set(), grants: [], audits: [], unread: [] };
  for (const [where, text] of files) {
    try {
      lists.grants.push(...missingGrants(where, parse(text)));
      for (const uses of usesIn(parse(text))) lists.uses.add(uses);
      const workflow = parse(plainSteps(text));
      for (const uses of usesIn(workflow)) lists.uses.add(uses);
      lists.checks.push(...checksOf(workflow));
      const crosses = usesIn(parse(text), ['uses']).includes('lockstep-ci/lockstep');
      for (const job of Object.values(workflow.jobs)) {
        noteJob(needed, { where, crosses }, job);
        const audits = (job.steps ?? []).filter((step) => actionOf(step) === 'platform-audit');
        const place = { environment: literalName(job.environment), where, crosses };
        lists.audits.push(...audits.map((step) => ({ step, ...place })));
      }
    } catch (error) {
      lists.unread.push(`${where}: ${error.message}`);
    }
  }
  const values = Object.fromEntries(Object.entries(needed).map(([kind, found]) => [kind, [...found.values()]]));
  return { ...values, ...lists, uses: [...lists.uses].sort() };
}

function noteJob(needed, origin, job) {
  const environment = literalName(job.environment);
  const steps = job.steps ?? [];
  if (environment !== '') {
    const known = needed.environments.get(environment) ?? { name: environment, approves: false, urgent: false };
    const approves = Object.keys(job.permissions ?? { all: true }).length === 0;
    const urgent = steps.some((step) => actionOf(step) === 'rollback');
    needed.environments.set(environment, {
      ...known,
      approves: known.approves || approves,
      urgent: known.urgent || urgent,
    });
  }
  for (const name of named('vars', job)) keep(needed.variables, { name, environment, required: true, ...origin });
  for (const name of named('secrets', job))
    if (name !== 'GITHUB_TOKEN') keep(needed.secrets, { name, environment, required: false, ...origin });
  for (const step of steps) {
    if (step.if === undefined)
      for (const name of requiredSecrets(step)) keep(needed.secrets, { name, environment, required: true, ...origin });
    noteProject(needed.projects, step);
  }
}

function literalName(environment) {
  const name = typeof environment === 'object' ? environment?.name : environment;
  return name === undefined || String(name).includes('${{') ? '' : String(name);
}

function actionOf({ uses = '' }) {
  return OURS.exec(uses)?.[1];
}

function named(context, node) {
  const found = JSON.stringify(node).matchAll(new RegExp(`\\b${context}\\.([A-Za-z_][A-Za-z0-9_]*)`, 'g'));
  return new Set([...found].map(([, name]) => name.toUpperCase()));
}

function keep(all, one) {
  const key = `${one.environment}/${one.name}`;
  const known = all.get(key);
  if (known === undefined) all.set(key, one);
  else if (one.required) all.set(key, { ...known, required: true });
}

const manifestOf = onceEach((action) => parse(readFileSync(join(root, 'actions', action, 'action.yml'), 'utf8')));

/** Only a step that runs always asks for a secret always. */
function requiredSecrets(step) {
  const action = actionOf(step);
  if (action === undefined) return [];
  const given = step.with ?? {};
  const { inputs } = manifestOf(action);
  const always = Object.keys(inputs).filter((name) => inputs[name].required);
  return [...always, ...(ASKED[action]?.(given) ?? [])].flatMap((name) => [...named('secrets', given[name] ?? '')]);
}

function noteProject(projects, step) {
  const given = step.with ?? {};
  const project = given['vercel-project'];
  const action = actionOf(step);
  if (project === undefined || String(project).includes('${{')) return;
  const team = String(given['vercel-team'] ?? '').includes('${{') ? '' : (given['vercel-team'] ?? '');
  const key = `${team}/${project}`;
  const known = projects.get(key) ?? { project, team, directory: '.', swaps: false, allowed: false };
  projects.set(key, {
    ...known,
    directory: action === 'vercel-deploy' ? (given.directory ?? '.') : known.directory,
    swaps: known.swaps || action === 'alias-swap',
    allowed: known.allowed || String(given['skip-git-deployment-check']) === 'true',
  });
}

/** A verdict that another verdict waits for is no check of its own. */
function checksOf({ jobs }) {
  const verdicts = Object.entries(jobs).filter(([, { steps = [] }]) =>
    steps.some((step) => actionOf(step) === 'gate-verdict'),
  );
  const waitedFor = new Set(verdicts.flatMap(([, { needs = [] }]) => [needs].flat()));
  return verdicts.flatMap(([id, { name }]) => (waitedFor.has(id) ? [] : [name ?? id]));
}

/** Of jobs that call, and of steps. */
function usesIn({ jobs }, kinds = ['uses', 'steps']) {
  const all = Object.values(jobs).flatMap((job) => [
    job.uses,
    ...(kinds.includes('steps') ? (job.steps ?? []).map((step) => step.uses) : []),
  ]);
  return all.flatMap((uses = './') => (/^[\w-][\w.-]*\/[\w.-]+/.test(uses) ? [ownerAndName(uses)] : []));
}

function ownerAndName(uses) {
  return uses.split('@')[0].split('/').slice(0, 2).join('/');
}

/** A called workflow may do at most what its caller grants; what a job asks for beyond that ends the run at once. */
function missingGrants(where, { jobs, permissions }) {
  return Object.entries(jobs).flatMap(([id, job]) => {
    const name = CALLED.exec(job.uses ?? '')?.[1];
    if (name === undefined) return [];
    const granted = job.permissions ?? permissions ?? {};
    const called = parse(readFileSync(join(root, '.github/workflows', `${name}.yml`), 'utf8'));
    const asked = Object.values(called.jobs).flatMap((one) => Object.entries(one.permissions ?? {}));
    const lacking = asked.filter(([what, level]) => LEVELS.indexOf(level) > levelOf(granted, what));
    return [...new Map(lacking.sort(byLevel))].map(
      ([what, level]) => `${where}: job ${id} has to grant ${what}: ${level} to ${name}.yml`,
    );
  });
}

function byLevel([, a], [, b]) {
  return LEVELS.indexOf(a) - LEVELS.indexOf(b);
}

function levelOf(granted, what) {
  if (typeof granted === 'string') return LEVELS.indexOf(granted.replace('-all', ''));
  return LEVELS.indexOf(granted[what] ?? 'none');
}
