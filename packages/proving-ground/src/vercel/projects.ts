import { requireAccount, requireProject } from './access.ts';
import { param, type Route, readBody, text } from './api.ts';
import { page } from './page.ts';
import { projectJson } from './project-json.ts';
import { Refusal } from './refusal.ts';
import type { Domain, Project, SsoProtection } from './state.ts';
import { makeId, type World } from './world.ts';

const SSO: readonly string[] = ['preview', 'prod_deployment_urls_and_all_previews', 'all_except_custom_domains', 'all'];

/** What a project keeps as it is given. */
const FREE_MEMBERS = [
  'directoryListing',
  'framework',
  'gitForkProtection',
  'installCommand',
  'publicSource',
  'resourceConfig',
] as const;

export const projectRoutes: readonly Route[] = [
  {
    method: 'GET',
    paths: ['/v9/projects/:project'],
    answer: (world, call) => {
      const project = requireProject(call.state, call.access, param(call, 'project'));
      return { status: 200, body: projectJson(world, call.state, project, call.query.get('rollbackInfo') === 'true') };
    },
  },
  {
    method: 'GET',
    paths: ['/v9/projects', '/v10/projects'],
    answer: (world, { state, access, query }) => {
      const search = query.get('search') ?? '';
      const rows = [...state.projects.values()].filter(
        ({ id, ownerId, name }) =>
          ownerId === access.ownerId && name.includes(search) && (access.projectId ?? id) === id,
      );
      const { items, pagination } = page(rows, ({ createdAt }) => createdAt, query);
      return {
        status: 200,
        body: { projects: items.map((row) => projectJson(world, state, row, false)), pagination },
      };
    },
  },
  {
    method: 'POST',
    paths: ['/v11/projects'],
    answer: (world, call) => {
      requireAccount(call.access, 'User');
      const name = text(readBody(call, ['name', 'framework', 'buildCommand', 'outputDirectory']), 'name');
      if (name === undefined)
        throw new Refusal(400, 'bad_request', 'Invalid request: missing required property `name`.');
      const project = newProject(world, call.access.ownerId, { name });
      return { status: 200, body: projectJson(world, world.store.now, project, false) };
    },
  },
  {
    method: 'PATCH',
    paths: ['/v9/projects/:project'],
    answer: (world, call) => {
      const project = requireProject(world.store.now, call.access, param(call, 'project'));
      const body = readBody(call, [
        'autoAssignCustomDomains',
        'rootDirectory',
        'buildCommand',
        'outputDirectory',
        'ssoProtection',
        'nodeVersion',
        'skewProtectionMaxAge',
        ...FREE_MEMBERS,
      ]);
      const { autoAssignCustomDomains: auto, ssoProtection: sso } = body;
      if (auto !== undefined && typeof auto !== 'boolean')
        throw new Refusal(400, 'bad_request', 'Invalid request: `autoAssignCustomDomains` should be boolean.');
      const changed = world.store.patch('projects', project.id, {
        ...(auto === undefined ? {} : { autoAssign: auto, rolledBack: false }),
        ...('rootDirectory' in body ? { rootDirectory: rootDirectoryOf(body['rootDirectory']) } : {}),
        ...('buildCommand' in body ? { buildCommand: text(body, 'buildCommand') ?? null } : {}),
        ...('outputDirectory' in body ? { outputDirectory: text(body, 'outputDirectory') ?? null } : {}),
        ...(sso === undefined ? {} : { ssoProtection: protection(sso) }),
        ...('nodeVersion' in body ? { nodeVersion: text(body, 'nodeVersion') ?? project.nodeVersion } : {}),
        ...(typeof body['skewProtectionMaxAge'] === 'number'
          ? { skewProtectionMaxAge: body['skewProtectionMaxAge'] }
          : {}),
        more: {
          ...project.more,
          ...Object.fromEntries(FREE_MEMBERS.flatMap((name) => (name in body ? [[name, body[name]]] : []))),
        },
        updatedAt: world.store.stamp(),
      });
      return { status: 200, body: projectJson(world, world.store.now, changed, false) };
    },
  },
  {
    method: 'PATCH',
    paths: ['/v1/projects/:project/protection-bypass'],
    answer: (world, call) => {
      const project = requireProject(world.store.now, call.access, param(call, 'project'));
      const { generate, revoke } = readBody(call, ['generate', 'revoke', 'update']);
      const { [member(revoke, 'secret') ?? '']: _revoked, ...kept } = project.bypassSecrets;
      const made = generate === undefined ? {} : { [member(generate, 'secret') ?? makeId('', 32)]: Date.now() };
      const bypassSecrets = { ...kept, ...made };
      world.store.patch('projects', project.id, { bypassSecrets });
      const protectionBypass = Object.fromEntries(
        Object.entries(bypassSecrets).map(([secret, createdAt]) => [
          secret,
          { createdAt, createdBy: call.access.person.id, scope: 'automation-bypass' },
        ]),
      );
      return { status: 200, body: { protectionBypass } };
    },
  },
];

/** As the API answers: the words are those that the CLI's users report (vercel/vercel#17417). */
export function rootDirectoryOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string' || !/^(?!\.?\/|\.$)(?!(?:.*\/)?\.\.(?:\/|$))[\w@.\-/ ]+$/.test(value))
    throw new Refusal(
      400,
      'bad_request',
      'If defined, the Root Directory must be a relative path not starting with `./` and not including `../` or other special characters.',
    );
  return value;
}

function protection(sso: unknown): SsoProtection | null {
  const wanted = sso === null ? null : member(sso, 'deploymentType');
  if (wanted === null) return null;
  if (wanted === undefined || !SSO.includes(wanted))
    throw new Refusal(400, 'bad_request', 'Invalid request: `ssoProtection.deploymentType` is unknown.');
  return wanted as SsoProtection;
}

function member(value: unknown, name: string): string | undefined {
  const found = (value as Record<string, unknown> | null | undefined)?.[name];
  return typeof found === 'string' ? found : undefined;
}

export type ProjectDraft = Pick<Project, 'name'> &
  Partial<Omit<Project, 'id' | 'name' | 'ownerId' | 'domains' | 'env'>>;

/** Makes a project with the domain that the platform gives it. Throws Refusal 409 where the owner has the name. */
export function newProject(world: World, ownerId: string, draft: ProjectDraft): Project {
  const { store } = world;
  const taken = [...store.now.projects.values()].some((row) => row.ownerId === ownerId && row.name === draft.name);
  if (taken) throw new Refusal(409, 'conflict', `A project named ${draft.name} already exists.`);
  const at = store.stamp();
  const own: Domain = { name: `${draft.name}.${world.suffix}`, verified: true, createdAt: at };
  const project: Project = {
    id: makeId('prj'),
    ownerId,
    createdAt: at,
    updatedAt: at,
    autoAssign: true,
    rolledBack: false,
    productionId: null,
    productionHistory: [],
    crons: { deploymentId: null, updatedAt: at },
    domains: [own],
    env: [],
    customEnvironments: [],
    createDeployments: 'enabled',
    rollingConfig: null,
    skewProtectionMaxAge: 0,
    ssoProtection: null,
    wall: 'unauthorized',
    bypassSecrets: {},
    rootDirectory: null,
    installCommand: null,
    buildCommand: null,
    outputDirectory: null,
    nodeVersion: '24.x',
    more: {},
    ...draft,
  };
  store.put('projects', project.id, project);
  return project;
}
