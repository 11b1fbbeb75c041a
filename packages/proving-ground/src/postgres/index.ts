export { type PostgresHome, type PostgresVersion, systemVersions } from './binaries.ts';
export { borrowPostgres } from './borrow.ts';
export { type Postgres, type PostgresOptions, startPostgres } from './postgres.ts';
export { supabaseProject } from './supabase-project.ts';
export * from './supabase-roles.ts';
