#!/usr/bin/env node
/**
 * Checks whether a repository has the settings that its Lockstep workflows need, and lists what is missing, with links:
 * secrets, variables, environments, required checks, permissions, and Vercel's own Git deployments. Changes nothing.
 *
 *   GITHUB_TOKEN=… VERCEL_TOKEN=… node scripts/check-settings.mjs --in FOLDER --repository OWNER/NAME
 *     --vercel-api-url URL   where Vercel's API is (https://api.vercel.com)
 *
 * FOLDER is a checkout. GITHUB_TOKEN is yours (`gh auth token`), not a workflow's: reading settings needs Administration,
 * Environments, Secrets, Variables (read). Without VERCEL_TOKEN Vercel is not checked. Exits 1 if something is missing
 * or could not be checked.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { githubReader } from './github-reader.mjs';
import { isMain } from './is-main.mjs';
import { neededSettings } from './needed-settings.mjs';
import { policyNeeds } from './policy-needs.mjs';

/** The workflows of a checkout that use us: path → text. */
export function workflowsIn(folder) {
  const path = '.github/workflows';
  const names = existsSync(join(folder, path)) ? readdirSync(join(folder, path)) : [];
  const texts = names
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => [`${path}/${name}`, readFileSync(join(folder, path, name), 'utf8')]);
  return new Map(texts.filter(([, text]) => text.includes('lockstep-ci/lockstep/')));
}

/**
 * Findings, each { verdict: 'missing' | 'unknown', what, link }. Empty where everything is there.
 * `github` and `vercel` are readers, see `githubReader` and `reader`; without `vercel` its settings are unknown.
 */
export async function checkSettings(folder, repository, { github, vercel, server = 'https://github.com' }) {
  const needed = neededSettings(workflowsIn(folder));
  const settings = `${server}/${repository}/settings`;
  const at = { github, repository, settings };
  const secrets = await holdings('secrets', at);
  const policy = policyNeeds(folder, needed.audits);
  const wanted = policy.secrets.map(({ section, path, where, ...secret }) => ({
    ...{ ...secret, where: `the section "${section}" of ${path} in ${where}`, required: true },
  }));
  const findings = [
    ...needed.unread.map((what) => unknown(what)),
    ...needed.grants.map((what) => missing(what, `${server}/${repository}/tree/HEAD/.github/workflows`)),
    ...(await environments(needed.environments, at)),
    ...(await names('secrets', needed.secrets, secrets, at)),
    ...policy.problems.map((what) => missing(what)),
    ...(await names('secrets', wanted, secrets, at)),
    ...(await names('variables', needed.variables, await holdings('variables', at), at)),
    ...(await requiredChecks(needed.checks, at)),
    ...(await allowedActions(needed.uses, at)),
  ];
  const bypasses = needed.secrets.filter(({ name }) => name === 'PROTECTION_BYPASS');
  const bypass = await Promise.all(bypasses.map(({ name, environment }) => secrets.find(name, environment)));
  const lacksBypass = secrets.readable && bypass.includes(undefined);
  for (const project of needed.projects)
    findings.push(...(await vercelProject(project, { vercel, folder, lacksBypass })));
  return findings;
}

function missing(what, link) {
  return { verdict: 'missing', what, link };
}

function unknown(what, link) {
  return { verdict: 'unknown', what, link };
}

async function environments(needed, { github, settings }) {
  const link = `${settings}/environments`;
  const found = [];
  for (const { name, approves, urgent } of needed) {
    const { status, body } = await github('repos.getEnvironment', { environment_name: name });
    if (status === 404)
      found.push(missing(`environment ${name}: there is none; GitHub would make it, open to every branch`, link));
    else if (status !== 200) found.push(unknown(`environment ${name}: ${sayStatus(status)}`, link));
    const reviewed = body?.protection_rules?.some(({ type }) => type === 'required_reviewers');
    if (status === 200 && approves && !reviewed)
      found.push(
        missing(
          `environment ${name}: no one has to approve; name required reviewers, or use two-person approval if your plan has none`,
          link,
        ),
      );
    if (status === 200 && urgent && reviewed)
      found.push(
        missing(
          `environment ${name}: an emergency rollback waits for its reviewers; give it secrets-environment, one without`,
          link,
        ),
      );
  }
  return found;
}

/** GitHub's lists of names: the repository's, its organization's, and an environment's own. */
const LISTS = {
  secrets: {
    everywhere: 'actions.listRepoSecrets',
    shared: 'actions.listRepoOrganizationSecrets',
    own: 'actions.listEnvironmentSecrets',
  },
  variables: {
    everywhere: 'actions.listRepoVariables',
    shared: 'actions.listRepoOrganizationVariables',
    own: 'actions.listEnvironmentVariables',
  },
};

/** Which secrets or variables a job of an environment finds: the repository's, its organization's, its own. */
async function holdings(kind, { github }) {
  const lists = LISTS[kind];
  const everywhere = await listed(github, lists.everywhere, kind);
  const shared = await listed(github, lists.shared, kind);
  const own = new Map();
  return {
    readable: everywhere.status === 200,
    /** Why the repository's own could not be listed, where that is so. */
    why: sayList(everywhere.status),
    /** 'everywhere', 'environment', undefined where it is certainly nowhere, or { unseen: why } where nobody could look. */
    async find(name, environment) {
      if ([...everywhere.names, ...shared.names].includes(name)) return 'everywhere';
      if (environment !== '' && !own.has(environment))
        own.set(environment, await listed(github, lists.own, kind, { environment_name: environment }));
      const list = own.get(environment);
      if (list?.names.includes(name)) return 'environment';
      // A 404 says that there is none: whether the token may see lists, the repository's own has shown.
      const hidden = [shared, ...(list === undefined ? [] : [list])].find(
        ({ status }) => status !== 200 && status !== 404,
      );
      return hidden === undefined ? undefined : { unseen: sayList(hidden.status) };
    },
  };
}

async function names(kind, needed, held, { repository, settings }) {
  const link = `${settings}/${kind}/actions`;
  if (needed.length === 0) return [];
  if (!held.readable) return [unknown(`${kind}: ${held.why}`, link)];
  const found = [];
  for (const { name, environment, where, required, crosses } of needed) {
    const place = await held.find(name, environment);
    const what = `${kind.replace(/s$/, '')} ${name}`;
    const inEnvironment = environment === '' ? '' : `, in the repository or in the environment ${environment}`;
    if (place?.unseen !== undefined && required) found.push(unknown(`${what}: ${place.unseen}`, link));
    if (place === undefined && required) found.push(missing(`${what}: ${where} needs it${inEnvironment}`, link));
    if (place === 'environment' && crosses && !repository.startsWith('lockstep-ci/'))
      found.push(
        unknown(
          `${what}: only the environment ${environment} has it, and in a workflow of another owner it may arrive empty; set it in the repository, or install with --plain-steps`,
          link,
        ),
      );
  }
  return found;
}

async function requiredChecks(needed, { github, settings }) {
  if (needed.length === 0) return [];
  const link = `${settings}/rules`;
  const { status, body } = await github('repos.get');
  if (status !== 200) return [unknown(`required checks: ${sayStatus(status)}`, link)];
  const branch = body.default_branch;
  const rules = await github('repos.getBranchRules', { branch, per_page: 100 });
  const classic = await github('repos.getBranch', { branch });
  if (rules.status !== 200 || classic.status !== 200)
    return [
      unknown(
        `required checks of ${body.default_branch}: ${sayStatus(rules.status === 200 ? classic.status : rules.status)}`,
        link,
      ),
    ];
  const required = [
    ...rules.body.flatMap(({ parameters }) => parameters?.required_status_checks ?? []),
    ...(classic.body.protection?.required_status_checks?.checks ?? []),
  ].map(({ context }) => context);
  return needed
    .filter((name) => !required.includes(name))
    .map((name) => missing(`required check ${name}: ${body.default_branch} can be merged to without it`, link));
}

async function allowedActions(uses, { github, settings }) {
  const link = `${settings}/actions`;
  const { status, body } = await github('actions.getGithubActionsPermissionsRepository');
  if (status !== 200) return [unknown(`allowed actions: ${sayStatus(status)}`, link)];
  if (!body.enabled) return [missing('GitHub Actions is switched off', link)];
  if (body.allowed_actions === 'all' || body.allowed_actions === undefined) return [];
  const selected =
    body.allowed_actions === 'selected' ? await github('actions.getAllowedActionsRepository') : { body: {} };
  const { github_owned_allowed: own = false, patterns_allowed: patterns = [] } = selected.body ?? {};
  return uses
    .filter((name) => !(own && /^(actions|github)\//.test(name)) && !patterns.some((pattern) => matches(pattern, name)))
    .map((name) => missing(`allowed actions: ${name} may not be used; allow ${name}/*`, link));
}

/** `owner/*`, `owner/name@*`, `owner/name/path@ref`: what allows some version of a repository, read kindly. */
function matches(pattern, name) {
  const [repository] = pattern.split('@');
  const parts = repository.split('/');
  return parts.length === 2 && parts[1] === '*'
    ? name.startsWith(`${parts[0]}/`)
    : parts.slice(0, 2).join('/') === name;
}

async function vercelProject({ project, team, directory, swaps, allowed }, { vercel, folder, lacksBypass }) {
  const page = `https://vercel.com/${team || 'dashboard'}/${project}/settings`;
  if (project.startsWith('YOUR-')) return [missing(`vercel-project is still ${project}`)];
  if (vercel === undefined) return [unknown(`Vercel's project ${project}: no VERCEL_TOKEN to look with`, page)];
  const owner = team === '' ? '' : `?${team.startsWith('team_') ? 'teamId' : 'slug'}=${encodeURIComponent(team)}`;
  const { status, body } = await vercel(`/v9/projects/${encodeURIComponent(project)}${owner}`);
  if (status !== 200)
    return [(status === 404 ? missing : unknown)(`Vercel's project ${project}: ${sayStatus(status)}`, page)];
  const found = [];
  const branch = body.link?.productionBranch ?? 'main';
  const byItself = body.link?.type !== undefined && body.gitProviderOptions?.createDeployments !== 'disabled';
  if (swaps && byItself && !switchedOff(folder, directory, branch))
    found.push(
      missing(
        `Vercel's own Git deployments: a push to ${branch} goes live without any gate; set {"git": {"deploymentEnabled": {"${branch}": false}}} in vercel.json`,
        `${page}/git`,
      ),
    );
  else if (swaps && byItself && !allowed)
    found.push(
      missing(
        "Vercel's own Git deployments are disabled in vercel.json, which its API does not show: confirm it with skip-git-deployment-check: true",
        'https://vercel.com/docs/project-configuration/git-configuration',
      ),
    );
  if (body.ssoProtection && lacksBypass)
    found.push(
      missing(
        `secret PROTECTION_BYPASS: Vercel protects ${project}, and no gate gets in without it`,
        `${page}/deployment-protection`,
      ),
    );
  if (swaps && body.rollingRelease)
    found.push(
      missing(
        `rolling releases are on for ${project}: a promote would start one instead of a swap`,
        `${page}/build-and-deployment`,
      ),
    );
  return found;
}

/** vercel.com/docs/project-configuration/git-configuration: false for all branches, or by name. */
function switchedOff(folder, directory, branch) {
  const path = join(folder, directory, 'vercel.json');
  const enabled = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).git?.deploymentEnabled : undefined;
  return enabled === false || enabled?.[branch] === false;
}

function sayStatus(status) {
  if (status === 404) return 'not there, or this token may not see it';
  if (status === 0) return 'no answer';
  return status === 401 || status === 403 ? 'this token may not see it' : `no answer (HTTP ${status})`;
}

/** Why a list could not be read. */
function sayList(status) {
  if (status === 0) return 'no answer';
  return [401, 403, 404].includes(status) ? 'this token may not list them' : `no answer (HTTP ${status})`;
}

/** All names of a list that comes in pages of an object with `total_count`, and the status of what ended it. */
async function listed(github, endpoint, key, parameters = {}) {
  const all = [];
  for (let page = 1; ; page++) {
    const { status, body } = await github(endpoint, { ...parameters, per_page: 100, page });
    if (status !== 200) return { status, names: all };
    all.push(...body[key].map(({ name }) => name));
    if (body[key].length === 0 || all.length >= body.total_count) return { status, names: all };
  }
}

/** Asks Vercel: path → { status, body }; status 0 where nobody answers. The token goes nowhere else. */
export function reader(base, token) {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json', 'user-agent': 'lockstep' };
  return async (path) => {
    try {
      const answer = await fetch(new URL(path.slice(1), `${base}/`), {
        headers,
        redirect: 'error',
        signal: AbortSignal.timeout(15_000),
      });
      return { status: answer.status, body: await answer.json() };
    } catch {
      return { status: 0, body: undefined };
    }
  };
}

/**
 * Checks, prints what is found, and gives what to exit with.
 *
 * @param {string} folder
 * @param {string} repository
 * @param {{ env?: Record<string, string | undefined>, vercelApi?: string | undefined, print?: (line: string) => void }} [options]
 */
export async function reportSettings(folder, repository, { env = process.env, vercelApi, print = console.log } = {}) {
  const github = githubReader({
    base: env.GITHUB_API_URL ?? 'https://api.github.com',
    token: env.GITHUB_TOKEN ?? env.GH_TOKEN ?? '',
    repository,
  });
  const vercel = env.VERCEL_TOKEN ? reader(vercelApi ?? 'https://api.vercel.com', env.VERCEL_TOKEN) : undefined;
  const findings = await checkSettings(folder, repository, { github, vercel, server: env.GITHUB_SERVER_URL });
  for (const { verdict, what, link } of findings)
    print(`${verdict}: ${what}${link === undefined ? '' : `\n  ${link}`}`);
  if (findings.length === 0) print('every setting that was looked for is there');
  return findings.length === 0 ? 0 : 1;
}

function options(args) {
  const { values } = parseArgs({
    args,
    options: { in: { type: 'string' }, repository: { type: 'string' }, 'vercel-api-url': { type: 'string' } },
  });
  const { in: folder = '', repository = '' } = values;
  if (!existsSync(folder)) throw new Error(`--in: expected the folder of your repository, got "${folder}"`);
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new Error(`--repository: expected OWNER/NAME, got "${repository}"`);
  return { folder, repository, vercelApi: values['vercel-api-url'] };
}

if (isMain(import.meta.url)) {
  try {
    const { folder, repository, vercelApi } = options(process.argv.slice(2));
    process.exitCode = await reportSettings(folder, repository, { vercelApi });
  } catch (error) {
    console.error(`check-settings: ${error.message}`);
    process.exitCode = 1;
  }
}
