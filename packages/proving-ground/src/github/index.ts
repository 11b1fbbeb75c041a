export type { Dispatch, Events as GitHubEvents } from './call.ts';
export { loadContract as loadGitHubContract } from './contract.ts';
export type { CommitSeed } from './seed/commits.ts';
export type { PullSeed } from './seed/pulls.ts';
export type { RepositorySeed } from './seed/repository-seed.ts';
export type { RunSeed } from './seed/runs.ts';
export { type GitHub, type GitHubOptions, routes as gitHubRoutes, startGitHub } from './stand-in.ts';
export type { Grant as GitHubGrant, Permissions as GitHubPermissions } from './tokens.ts';
export type {
  Conclusion as RunConclusion,
  Deployment as GitHubDeployment,
  DeploymentStatus as GitHubDeploymentStatus,
  RunStatus,
} from './world.ts';
