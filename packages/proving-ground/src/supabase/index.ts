export { startEdgeFunctions } from './edge-functions.ts';
export type { EdgeFunctionSeed, ProjectOptions as SupabaseProjectOptions, SupabaseProjectSeed } from './project.ts';
export { routes as supabaseRoutes } from './routes.ts';
export {
  loadSupabaseContract,
  type Supabase,
  type SupabaseGrant,
  type SupabaseOptions,
  startSupabase,
} from './stand-in.ts';
