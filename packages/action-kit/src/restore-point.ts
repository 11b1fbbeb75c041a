import { InputError, type Secret } from '@lockstep/base';
import { readDatabaseUrl } from '@lockstep/postgres';
import { type DatabaseOwner, ownerOf, type SupabaseApi } from '@lockstep/supabase';

export {
  type DatabaseOwner,
  type MadeRestorePoint,
  makeRestorePoint,
  type RestorePoint,
  restorePointName,
} from '@lockstep/supabase';

/** Whether the database of the input `database-url` is the one of the project. */
export function databaseOwner(api: SupabaseApi, ref: string, url: Secret): Promise<DatabaseOwner> {
  return ownerOf(api, ref, readDatabaseUrl(url.reveal()));
}

/** What is wrong with the input `database-url`, before anything is asked. */
export function databaseUrlProblems(url: Secret): readonly string[] {
  if (url.isEmpty) return [];
  try {
    readDatabaseUrl(url.reveal());
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [error.message];
  }
}
