import { existsSync } from 'node:fs';
import path from 'node:path';
import { readProgram, type Shell } from '@lockstep/action-shell';
import { gitPath } from '@lockstep/base';
import type { Folder, PullVersions } from '@lockstep/migrations';

/** Where nobody answers, the files are judged one by one: nothing hangs on it. */
const WITHIN_MS = 20_000;
const MOST_BYTES = 64 << 20;

/**
 * The versions of the folder that the change under test adds or rewrites; undefined where git does not know what it is
 * compared with, as in a clone without history.
 */
export async function changedVersions(
  folder: Folder,
  { clock, env, signal }: Shell,
): Promise<PullVersions | undefined> {
  const base = baseOf(env.event());
  if (!/^[0-9a-f]{40}$/.test(base) || /^0+$/.test(base)) return undefined;
  const options = ['--name-status', '--no-renames', '--relative', '--no-ext-diff'];
  const args = ['-C', env.workspace, '-c', 'core.quotePath=false', 'diff', ...options, `${base}...HEAD`];
  try {
    const limits = { clock, signal, withinMs: WITHIN_MS, mostBytes: MOST_BYTES };
    const lines = (await readProgram('git', args, limits)).split('\n');
    const status = new Map(
      lines.map((line) => {
        const [letter = '', shown = ''] = line.split('\t');
        return [gitPath(shown), letter];
      }),
    );
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
