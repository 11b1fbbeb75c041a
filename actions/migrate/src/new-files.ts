import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Shell } from '@lockstep/action-shell';
import type { Folder, PullVersions } from '@lockstep/migrations';

/** Where nobody answers, the files are judged one by one: nothing hangs on it. */
const WITHIN_MS = 20_000;

/**
 * The versions of the folder that the change under test adds or rewrites; undefined where git does not know what it is
 * compared with, as in a clone without history.
 */
export async function changedVersions(folder: Folder, { env, signal }: Shell): Promise<PullVersions | undefined> {
  const base = baseOf(env.event());
  if (!/^[0-9a-f]{40}$/.test(base) || /^0+$/.test(base)) return undefined;
  const options = ['--name-status', '--no-renames', '--relative', '-z', '--no-ext-diff'];
  const args = ['-C', env.workspace, 'diff', ...options, `${base}...HEAD`];
  try {
    const { stdout } = await promisify(execFile)('git', args, { maxBuffer: 64 << 20, timeout: WITHIN_MS, signal });
    const status = new Map<string, string>();
    const fields = stdout.split('\0');
    for (let at = 0; at + 1 < fields.length; at += 2) status.set(fields[at + 1] ?? '', fields[at] ?? '');
    const those = (isSo: (letter: string) => boolean) =>
      new Set(
        folder.migrations
          .filter(({ file }) => isSo(status.get(path.posix.normalize(file)) ?? 'D'))
          .map(({ version }) => version),
      );
    return {
      added: those((letter) => letter === 'A'),
      rewritten: those((letter) => letter !== 'A' && letter !== 'D'),
    };
  } catch {
    return undefined;
  }
}

/** The commit that a pull request, a merge queue or a push is compared with. */
function baseOf(event: Readonly<Record<string, unknown>>): string {
  const at = (...names: readonly string[]) =>
    names.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], event);
  const found = at('pull_request', 'base', 'sha') ?? at('merge_group', 'base_sha') ?? at('before');
  return typeof found === 'string' ? found : '';
}

/** Whether the folder lies in a project of Supabase's CLI. */
export function isInSupabaseProject(directory: string, workspace: string): boolean {
  return existsSync(path.join(path.resolve(workspace, directory), '..', 'config.toml'));
}
