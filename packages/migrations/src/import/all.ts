import type { ImportTool } from './tool.ts';
import { dbmate } from './tools/dbmate.ts';
import { drizzle } from './tools/drizzle.ts';
import { flyway } from './tools/flyway.ts';
import { golangMigrate } from './tools/golang-migrate.ts';
import { nodePgMigrate } from './tools/node-pg-migrate.ts';
import { prisma } from './tools/prisma.ts';
import { supabase } from './tools/supabase.ts';

/** In the order in which people read of them; the Supabase CLI last, for its table is ours as well. */
export const IMPORT_TOOLS: readonly ImportTool[] = [
  dbmate,
  golangMigrate,
  nodePgMigrate,
  flyway,
  prisma,
  drizzle,
  supabase,
];
