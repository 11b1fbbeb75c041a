import { aliasesOf, type Deployment, hostKey, type State } from './state.ts';
import type { World } from './world.ts';

/** A deployment as `GET /v13/deployments/{id}` words it. The members are those of Vercel's OpenAPI description. */
export function deploymentJson(world: World, state: State, deployment: Deployment): object {
  const { id, target } = deployment;
  const project = state.projects.get(deployment.projectId);
  const aliases = aliasesOf(state, id).map(({ name }) => name);
  const isAutomatic = (name: string) => hostKey(name).endsWith(`.${hostKey(world.suffix)}`);
  const environment = project?.customEnvironments.find(({ slug }) => slug === target);
  return {
    ...shared(world, deployment),
    id,
    version: 2,
    createdIn: 'iad1',
    bootedAt: deployment.buildingAt ?? deployment.createdAt,
    buildingAt: deployment.buildingAt ?? deployment.createdAt,
    ...(deployment.canceledAt === undefined ? {} : { canceledAt: deployment.canceledAt }),
    ...(deployment.error?.step === undefined ? {} : { errorStep: deployment.error.step }),
    ...(deployment.readyStateReason === undefined ? {} : { readyStateReason: deployment.readyStateReason }),
    status: deployment.readyState,
    alias: aliases,
    automaticAliases: aliases.filter(isAutomatic),
    userAliases: aliases.filter((name) => !isAutomatic(name)),
    aliasAssigned: deployment.aliasAssignedAt !== false,
    aliasAssignedAt: deployment.aliasAssignedAt === false ? null : deployment.aliasAssignedAt,
    aliasWarning: null,
    autoAssignCustomDomains: deployment.autoAssign,
    build: { env: [] },
    buildSkipped: false,
    env: Object.keys(deployment.env).filter((key) => !key.startsWith('VERCEL')),
    isInConcurrentBuildsQueue: false,
    isInSystemBuildsQueue: false,
    ownerId: deployment.ownerId,
    plan: world.team.plan,
    project: { id: deployment.projectId, name: project?.name ?? deployment.name, framework: null },
    projectSettings: { framework: null, buildCommand: null, ...deployment.settings },
    public: false,
    regions: ['iad1'],
    routes: null,
    ...(environment === undefined ? {} : { customEnvironment: { id: environment.id } }),
    ...(deployment.ownerId === world.team.id ? { team: { id: world.team.id, ...nameOf(world) } } : {}),
  };
}

/** A deployment as the list words it: `uid`, and a time or null in `aliasAssigned`. */
export function deploymentItemJson(world: World, deployment: Deployment, isRollbackCandidate: boolean): object {
  return {
    ...shared(world, deployment),
    uid: deployment.id,
    created: deployment.createdAt,
    ...(deployment.buildingAt === undefined ? {} : { buildingAt: deployment.buildingAt }),
    state: deployment.readyState,
    aliasAssigned: deployment.aliasAssignedAt === false ? null : deployment.aliasAssignedAt,
    isRollbackCandidate,
  };
}

function shared(world: World, deployment: Deployment): object {
  const { readySubstate, error, seatBlock, target, creator } = deployment;
  return {
    name: deployment.name,
    url: deployment.url,
    projectId: deployment.projectId,
    type: 'LAMBDAS',
    source: deployment.source,
    target: target === 'production' ? 'production' : null,
    meta: deployment.meta,
    prebuilt: deployment.prebuilt,
    createdAt: deployment.createdAt,
    ...(deployment.readyAt === undefined ? {} : { ready: deployment.readyAt }),
    readyState: deployment.readyState,
    ...(readySubstate === undefined ? {} : { readySubstate }),
    ...(error === undefined ? {} : { errorCode: error.code, errorMessage: error.message }),
    ...(seatBlock === undefined ? {} : { seatBlock }),
    aliasError: deployment.aliasError ?? null,
    creator: { uid: creator.id, username: creator.username, email: creator.email },
    inspectorUrl: inspectorUrl(world, deployment),
  };
}

function nameOf({ team }: World): object {
  return { name: team.name, slug: team.slug };
}

function inspectorUrl(world: World, { ownerId, id, name }: Deployment): string {
  const owner = ownerId === world.team.id ? world.team.slug : world.user.username;
  return `https://vercel.com/${owner}/${name}/${id.replace(/^dpl_/, '')}`;
}
