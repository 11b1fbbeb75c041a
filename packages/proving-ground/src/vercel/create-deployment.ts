import { requireDeployment, requireGrant, requireProject } from './access.ts';
import { type Call, readBody, text } from './api.ts';
import { startBuild } from './build.ts';
import { newProject } from './projects.ts';
import { Refusal } from './refusal.ts';
import { type Deployment, type FileRef, hostKey, type Person, type Project } from './state.ts';
import { takeFiles } from './upload.ts';
import { variablesFor } from './variables.ts';
import { findProject, makeId, projectOf, type World } from './world.ts';

const TYPED = [
  ...['name', 'project', 'target', 'customEnvironmentSlugOrId', 'deploymentId', 'withLatestCommit', 'files', 'meta'],
  ...['gitSource', 'gitMetadata', 'gitAccessToken', 'projectSettings', 'monorepoManager', 'buildMachine'],
];
/** In no description, and sent by Vercel's own client and CLI (packages/client/src/types.ts, DeploymentOptions). */
const UNTYPED = [
  ...['autoAssignCustomDomains', 'version', 'env', 'build', 'builds', 'routes', 'regions', 'functions', 'source'],
  ...['actor', 'public', 'crons', 'headers', 'redirects', 'rewrites', 'cleanUrls', 'trailingSlash', 'images', 'git'],
];

type Body = Readonly<Record<string, unknown>>;

/** `POST /v13/deployments`: files, or the id of a deployment to build again. Throws Refusal. */
export function createDeployment(world: World, call: Call): Deployment {
  const body = readBody(call, [...TYPED, ...UNTYPED]);
  const { access, query } = call;
  const again = text(body, 'deploymentId');
  if (body['gitSource'] !== undefined || body['withLatestCommit'] === true)
    throw new Refusal(400, 'incorrect_git_source_info', 'The proving ground has no repository to build from.');
  const source = again === undefined ? undefined : requireDeployment(world, world.store.now, access, again);
  const project = source === undefined ? requireTarget(world, call, body) : projectOf(world, source);
  const target = environment(project, text(body, 'customEnvironmentSlugOrId') ?? text(body, 'target'));
  const meta = { ...source?.meta, ...strings(body['meta'], 'meta') };
  return addDeployment(world, {
    project,
    target,
    by: access.person,
    source: source === undefined ? 'cli' : 'redeploy',
    prebuilt: source?.prebuilt ?? query.get('prebuilt') === '1',
    staged: body['autoAssignCustomDomains'] === false,
    settings: { ...source?.settings, ...objectOf(body['projectSettings']) },
    env: strings(body['env'], 'env'),
    files: source?.files ?? takeFiles(world, access.ownerId, body['files'] ?? []),
    ...(source?.output === undefined ? {} : { output: source.output }),
    ...commitOf(meta, objectOf(body['gitMetadata']), source),
  });
}

export interface NewDeployment {
  /** Its settings count as they are now, whenever the row was read. */
  readonly project: Pick<Project, 'id'>;
  readonly target: string;
  readonly by: Person;
  readonly source: Deployment['source'];
  readonly prebuilt: boolean;
  /** Production without the production domains. Also where the project has auto-assignment off. */
  readonly staged: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: readonly FileRef[];
  /** A folder with a finished Build Output, instead of files. */
  readonly output?: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly commit: string | undefined;
  readonly branch: string | undefined;
}

/** Makes the deployment and sends it on its way. */
export function addDeployment(world: World, made: NewDeployment): Deployment {
  const { target, commit, branch } = made;
  const project = world.store.now.projects.get(made.project.id);
  if (project === undefined) throw new Refusal(404, 'not_found', 'Project not found.');
  const id = makeId('dpl');
  const url = `${project.name}-${makeId('', 9).toLowerCase()}.${world.suffix}`;
  const deployment: Deployment = {
    id,
    url,
    name: project.name,
    projectId: project.id,
    ownerId: project.ownerId,
    target,
    creator: made.by,
    source: made.source,
    meta: made.meta,
    commit,
    branch,
    prebuilt: made.prebuilt,
    autoAssign: project.autoAssign && !made.staged,
    settings: made.settings ?? {},
    env: {
      ...projectEnv(project, target, branch),
      ...made.env,
      ...systemEnv(project, { id, url, target, commit, branch }),
    },
    files: made.files ?? [],
    readyState: 'QUEUED',
    aliasAssignedAt: false,
    createdAt: world.store.stamp(),
    crons: [],
    events: [],
    ...(made.output === undefined ? {} : { output: made.output }),
  };
  world.hosts.set(hostKey(url), id);
  world.store.put('deployments', id, deployment);
  startBuild(world, id);
  return deployment;
}

function requireTarget(world: World, { access, query }: Call, body: Body): Project {
  const { now } = world.store;
  const byId = text(body, 'project');
  if (byId !== undefined) return requireProject(now, access, byId);
  const name = text(body, 'name');
  if (name === undefined) throw new Refusal(400, 'bad_request', 'Invalid request: missing required property `name`.');
  const known = findProject(now, access.ownerId, name);
  if (known !== undefined) {
    requireGrant(access, known.id);
    return known;
  }
  // A name that nobody has makes a new project, typing mistakes included.
  requireGrant(access, 'a new project');
  if (body['projectSettings'] === undefined && query.get('skipAutoDetectionConfirmation') !== '1')
    throw new Refusal(
      400,
      'missing_project_settings',
      'The `projectSettings` object is required for new projects, but is missing in the deployment payload',
      { framework: { slug: null }, projectSettings: {} },
    );
  return newProject(world, access.ownerId, { name });
}

function environment(project: Project, target: string | undefined): string {
  if (target === undefined || target === 'preview' || target === 'production') return target ?? 'preview';
  const custom = project.customEnvironments.find(({ id, slug }) => id === target || slug === target);
  if (custom === undefined)
    throw new Refusal(400, 'bad_request', `There is no environment \`${target}\` in the project.`);
  return custom.slug;
}

/** Commit and branch, and the `meta` that the platform makes of `gitMetadata`. */
function commitOf(meta: Readonly<Record<string, string>>, git: Body, source: Deployment | undefined) {
  const prefix = String(git['remoteUrl'] ?? '').includes('github.com') ? 'github' : 'git';
  const told = {
    [`${prefix}CommitSha`]: text(git, 'commitSha'),
    [`${prefix}CommitRef`]: text(git, 'commitRef'),
    [`${prefix}CommitMessage`]: text(git, 'commitMessage'),
    [`${prefix}CommitAuthorName`]: text(git, 'commitAuthorName'),
    gitDirty: git['dirty'] === undefined ? undefined : git['dirty'] === true ? '1' : '0',
  };
  const all: Record<string, string> = { ...meta };
  for (const [key, value] of Object.entries(told)) if (value !== undefined) all[key] = value;
  return {
    meta: all,
    commit: all['githubCommitSha'] ?? all['gitCommitSha'] ?? source?.commit,
    branch: all['githubCommitRef'] ?? all['gitCommitRef'] ?? source?.branch,
  };
}

function projectEnv(project: Project, target: string, branch: string | undefined): Record<string, string> {
  const rows = variablesFor(project, target, branch);
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

/** https://vercel.com/docs/environment-variables/system-environment-variables */
function systemEnv(
  project: Project,
  { id, url, target, commit, branch }: Pick<Deployment, 'id' | 'url' | 'target' | 'commit' | 'branch'>,
): Record<string, string> {
  return {
    VERCEL: '1',
    VERCEL_ENV: target === 'production' ? 'production' : 'preview',
    VERCEL_TARGET_ENV: target,
    VERCEL_URL: url,
    VERCEL_REGION: 'iad1',
    VERCEL_DEPLOYMENT_ID: id,
    VERCEL_PROJECT_ID: project.id,
    VERCEL_PROJECT_PRODUCTION_URL: project.domains[0]?.name ?? url,
    ...(commit === undefined ? {} : { VERCEL_GIT_COMMIT_SHA: commit }),
    ...(branch === undefined ? {} : { VERCEL_GIT_COMMIT_REF: branch }),
  };
}

function objectOf(value: unknown): Body {
  return typeof value === 'object' && value !== null ? (value as Body) : {};
}

function strings(value: unknown, name: string): Record<string, string> {
  const entries = Object.entries(objectOf(value));
  const stranger = entries.find(([, member]) => typeof member !== 'string');
  if (stranger !== undefined)
    throw new Refusal(400, 'bad_request', `Invalid request: \`${name}.${stranger[0]}\` should be string.`);
  return Object.fromEntries(entries) as Record<string, string>;
}
