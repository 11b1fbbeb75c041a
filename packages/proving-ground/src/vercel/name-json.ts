import { type Alias, type Domain, hostKey, type Project, type State } from './state.ts';

/** An alias as the list and the single read word it. */
export function aliasJson(state: State, alias: Alias): object {
  const deployment = alias.deploymentId === null ? undefined : state.deployments.get(alias.deploymentId);
  const { creator } = alias;
  return {
    uid: alias.uid,
    alias: alias.name,
    created: new Date(alias.createdAt).toISOString(),
    createdAt: alias.createdAt,
    updatedAt: alias.updatedAt,
    creator: { uid: creator.id, username: creator.username, email: creator.email },
    deploymentId: alias.deploymentId,
    ...(deployment === undefined ? {} : { deployment: { id: deployment.id, url: deployment.url, meta: '{}' } }),
    projectId: alias.projectId,
    redirect: alias.redirect ?? null,
    redirectStatusCode: alias.redirectStatusCode ?? null,
  };
}

export function domainJson(project: Project, domain: Domain): object {
  const apex = hostKey(domain.name).split('.').slice(-2).join('.');
  const verification = {
    type: 'TXT',
    domain: `_vercel.${apex}`,
    value: `vc-domain-verify=${domain.name},0123456789abcdef0123`,
    reason: 'pending_domain_verification',
  };
  return {
    name: domain.name,
    apexName: apex,
    projectId: project.id,
    redirect: domain.redirect ?? null,
    redirectStatusCode: domain.redirectStatusCode ?? null,
    gitBranch: domain.gitBranch ?? null,
    customEnvironmentId: domain.customEnvironmentId ?? null,
    createdAt: domain.createdAt,
    updatedAt: domain.createdAt,
    verified: domain.verified,
    ...(domain.verified ? {} : { verification: [verification] }),
  };
}
