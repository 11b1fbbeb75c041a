import { existsSync } from 'node:fs';
import path from 'node:path';
import { compareVersions } from './migration.ts';

/** Whether a folder of migrations is one of a Supabase project: beside its config.toml, or in a folder named so. */
export function isSupabaseFolder(directory: string, base: string | undefined): boolean {
  const project = path.dirname(path.resolve(base ?? '.', directory));
  return path.basename(project) === 'supabase' || existsSync(path.join(project, 'config.toml'));
}

/** The Supabase CLI passes over the dump that its first releases wrote (pkg/migration/list.go): only a first file. */
export function isSupabasesFirstDump({ name, version }: { readonly version: string; readonly name: string }): boolean {
  return name === 'init' && /^\d{14}$/.test(version) && compareVersions(version, '20211209000000') < 0;
}
