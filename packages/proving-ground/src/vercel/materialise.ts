import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { BuildFailure } from './build-failure.ts';
import type { Deployment, FileRef } from './state.ts';
import { blobKey } from './upload.ts';
import type { World } from './world.ts';

const ARCHIVE = /^\.vercel\/source\.tgz\.part(\d+)$/;

/** Writes the files of a deployment to a folder of its own: archives unpacked, symlinks as symlinks. */
export async function materialise(world: World, deployment: Deployment): Promise<string> {
  const root = path.join(world.folder, deployment.id);
  await mkdir(root, { recursive: true });
  const parts: { readonly number: number; readonly ref: FileRef }[] = [];
  for (const ref of deployment.files) {
    const part = ARCHIVE.exec(ref.file);
    if (part === null) await writeOne(world, deployment.ownerId, root, ref);
    else parts.push({ number: Number(part[1]), ref });
  }
  if (parts.length > 0) {
    parts.sort((a, b) => a.number - b.number);
    const archive = path.join(world.folder, `${deployment.id}.tgz`);
    await writeFile(archive, Buffer.concat(parts.map(({ ref }) => blob(world, deployment.ownerId, ref))));
    await promisify(execFile)('tar', ['-xzf', archive, '--no-same-owner', '-C', root]);
  }
  return root;
}

async function writeOne(world: World, ownerId: string, root: string, ref: FileRef): Promise<void> {
  const target = path.join(root, ref.file);
  const kind = ref.mode & 0o170000;
  if (kind === 0o040000) return void (await mkdir(target, { recursive: true }));
  await mkdir(path.dirname(target), { recursive: true });
  const bytes = blob(world, ownerId, ref);
  if (kind === 0o120000) await symlink(bytes.toString('utf8'), target);
  else await writeFile(target, bytes, { mode: ref.mode & 0o777 || 0o644 });
}

function blob(world: World, ownerId: string, ref: FileRef): Buffer {
  const bytes = world.blobs.get(blobKey(ownerId, ref.sha));
  if (bytes === undefined) throw new Error(`the stand-in lost the file ${ref.file} (${ref.sha})`);
  return bytes;
}

/**
 * Puts the files that a function only names (`filePathMap`: path in the function to path in the source) where it
 * expects them, beside its own: https://vercel.com/docs/build-output-api/v3/primitives
 */
export async function completeFunctions(root: string, output: string): Promise<void> {
  const functions = path.join(output, 'functions');
  const entries = await readdir(functions, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.name !== '.vc-config.json') continue;
    const config = JSON.parse(await readFile(path.join(entry.parentPath, entry.name), 'utf8')) as {
      readonly runtime?: string;
      readonly launcherType?: string;
      readonly filePathMap?: Readonly<Record<string, string>>;
    };
    if (!config.runtime?.startsWith('nodejs') || config.launcherType !== 'Nodejs')
      throw new BuildFailure(
        'UNSUPPORTED_BY_PROVING_GROUND',
        `${path.relative(functions, entry.parentPath)} is not a Node function (runtime ${config.runtime})`,
      );
    for (const [inside, outside] of Object.entries(config.filePathMap ?? {}))
      await cp(path.join(root, outside), path.join(entry.parentPath, inside), { recursive: true, dereference: false });
  }
}
