import { deploymentJson } from './deployment-json.ts';
import { configJson } from './rolling-config.ts';
import { type Deployment, type Domain, type GitLink, hostKey, lastJob, type Project, type State } from './state.ts';
import type { World } from './world.ts';

/** `rollbackInfo` is undocumented and decisive: without it `lastAliasRequest` is null, whatever happened. */
export function projectJson(world: World, state: State, project: Project, rollbackInfo: boolean): object {
  const job = lastJob(project);
  const production = project.productionId === null ? undefined : state.deployments.get(project.productionId);
  const cronDeployment = state.deployments.get(project.crons.deploymentId ?? '');
  const { link, rollbackDescription: note, rollback } = project;
  const resources = { functionDefaultRegions: ['iad1'] };
  return {
    id: project.id,
    name: project.name,
    accountId: project.ownerId,
    createdAt: project.createdAt,
    updatedAt: project.updatedAt,
    alias: project.domains.map((domain) => projectAliasJson(world, state, domain)),
    autoAssignCustomDomains: project.autoAssign,
    rootDirectory: project.rootDirectory,
    sourceFilesOutsideRootDirectory: true,
    installCommand: project.installCommand,
    buildCommand: project.buildCommand,
    outputDirectory: project.outputDirectory,
    framework: null,
    nodeVersion: project.nodeVersion,
    directoryListing: false,
    live: false,
    customEnvironments: project.customEnvironments.map(({ id, slug }) => ({
      ...{ id, slug, type: 'preview', createdAt: project.createdAt, updatedAt: project.createdAt },
    })),
    crons: {
      deploymentId: project.crons.deploymentId,
      definitions: (cronDeployment?.crons ?? []).map((cron) => ({ host: cronDeployment?.url, ...cron })),
      enabledAt: project.createdAt,
      disabledAt: null,
      updatedAt: project.crons.updatedAt,
    },
    defaultResourceConfig: resources,
    resourceConfig: resources,
    deploymentExpiration: {},
    ...(link === undefined ? {} : { link: linkJson(project.createdAt, link) }),
    targets: production === undefined ? {} : { production: targetJson(world, state, production) },
    lastAliasRequest:
      job === undefined || !rollbackInfo
        ? null
        : {
            type: job.type,
            fromDeploymentId: job.fromDeploymentId,
            toDeploymentId: job.toDeploymentId,
            ...(job.fromRollingReleaseId === undefined ? {} : { fromRollingReleaseId: job.fromRollingReleaseId }),
            requestedAt: job.requestedAt,
            jobStatus: job.status,
          },
    lastRollbackTarget: project.rolledBack && rollback !== undefined ? { id: rollback.toDeploymentId } : null,
    ...(note === undefined
      ? {}
      : {
          rollbackDescription: {
            description: note.text,
            userId: note.by.id,
            username: note.by.username,
            createdAt: note.at,
          },
        }),
    rollingRelease: configJson(project.rollingConfig),
    skewProtectionMaxAge: project.skewProtectionMaxAge,
    ssoProtection: project.ssoProtection === null ? null : { deploymentType: project.ssoProtection },
    protectionBypass: Object.fromEntries(
      Object.entries(project.bypassSecrets).map(([secret, createdAt]) => [
        secret,
        { createdAt, createdBy: world.user.id, scope: 'automation-bypass' },
      ]),
    ),
    ...project.more,
    gitProviderOptions: {
      createDeployments: project.createDeployments,
      ...(project.more['gitProviderOptions'] as object | undefined),
    },
  };
}

function projectAliasJson(world: World, state: State, domain: Domain): object {
  const holder = state.aliases.get(hostKey(domain.name))?.deploymentId;
  const deployment = holder == null ? undefined : state.deployments.get(holder);
  const production = domain.gitBranch === undefined && domain.customEnvironmentId === undefined;
  return {
    domain: domain.name,
    environment: production ? 'production' : 'preview',
    target: production ? 'PRODUCTION' : 'PREVIEW',
    deployment: deployment === undefined ? null : targetJson(world, state, deployment),
    gitBranch: domain.gitBranch ?? null,
    redirect: domain.redirect ?? null,
  };
}

function linkJson(at: number, link: GitLink) {
  const since = { createdAt: at, updatedAt: at };
  return { type: 'github', ...link, repoId: 1, gitCredentialId: 'cred_local', deployHooks: [], ...since };
}

function targetJson(world: World, state: State, deployment: Deployment): object {
  return {
    ...deploymentJson(world, state, deployment),
    deploymentHostname: deployment.url,
    private: false,
    teamId: deployment.ownerId === world.team.id ? world.team.id : null,
    userId: deployment.creator.id,
  };
}
