import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '..', '..', '..', 'dist');

/** Packs the command as users get it, unpacks it into a folder, and gives its program. */
export function unpackCommand(folder: string): string {
  if (!existsSync(join(dist, 'cli', 'index.js'))) throw new Error('build it before: node scripts/build.mjs cli');
  // What is packed is brought together in its folder: others may run from the one here.
  for (const name of ['cli', 'shared']) cpSync(join(dist, name), join(folder, 'dist', name), { recursive: true });
  const env = { ...process.env, npm_config_cache: join(folder, 'cache') };
  run('npm', ['pack', '--silent', '--pack-destination', folder, join(folder, 'dist', 'cli')], folder, env);
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  mkdirSync(join(folder, 'installed'));
  run('tar', ['-xzf', join(folder, tarball), '-C', join(folder, 'installed')], folder, env);
  return join(folder, 'installed', 'package', 'index.js');
}

/** Packs the package for rehearsals in the same way, and installs it next to that program. */
export function unpackRehearse(folder: string): void {
  const env = { ...process.env, npm_config_cache: join(folder, 'cache') };
  const [made, to, packed] = ['rehearse', 'installed/node_modules/@lockstep-ci', 'packed'].map((name) =>
    join(folder, name),
  );
  if (made === undefined || to === undefined || packed === undefined) return;
  run(process.execPath, [join(dist, '..', 'scripts', 'pack-rehearse.mjs'), made], folder, env);
  for (const each of [to, packed]) mkdirSync(each, { recursive: true });
  run('npm', ['pack', '--silent', '--pack-destination', packed, made], folder, env);
  const [tarball = ''] = readdirSync(packed);
  run('tar', ['-xzf', join(packed, tarball), '-C', to], folder, env);
  renameSync(join(to, 'package'), join(to, 'rehearse'));
}

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
}
