export type { Actor, Push } from './foreign.ts';
export { writeHelloOutput } from './hello-output.ts';
export { documentedLimits, type Limit, rateLimited } from './limits.ts';
export type { BuildEnd, BuildPlan, JobPlan, Plans } from './plans.ts';
export { byApproval, byTime, type RollingConfig, type RollingGate, type RollingRelease } from './rolling-state.ts';
export { startVercel } from './start.ts';
export type {
  Alias,
  AliasJob,
  Deployment,
  Domain,
  Person,
  Project,
  SsoProtection,
  State,
  Team,
} from './state.ts';
export type { NewProject, Vercel, VercelOptions } from './vercel.ts';
