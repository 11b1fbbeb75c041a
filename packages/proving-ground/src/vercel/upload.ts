import { createHash } from 'node:crypto';
import type { Route } from './api.ts';
import { Refusal } from './refusal.ts';
import type { FileRef } from './state.ts';
import type { World } from './world.ts';

export const uploadRoutes: readonly Route[] = [
  {
    method: 'POST',
    paths: ['/v2/files'],
    answer: (world, { request, access }) => {
      const digest = request.headers['x-vercel-digest'] ?? request.headers['x-now-digest'];
      if (typeof digest !== 'string')
        throw new Refusal(400, 'bad_request', 'Missing required header `x-vercel-digest`');
      const actual = sha1(request.body);
      if (actual !== digest)
        throw new Refusal(400, 'bad_request', `The digest ${digest} does not match the file (${actual})`);
      const size = request.headers['x-now-size'];
      if (size !== undefined && Number(size) !== request.body.length)
        throw new Refusal(400, 'bad_request', `The size ${size} does not match the file (${request.body.length})`);
      world.blobs.set(blobKey(access.ownerId, digest), request.body);
      return { status: 200, body: { urls: [] } };
    },
  },
];

/** Uploads are shared between the projects of one owner, and never between owners. */
export function blobKey(ownerId: string, sha: string): string {
  return `${ownerId}:${sha}`;
}

/**
 * The files of a new deployment: inlined ones are stored like uploads. Throws Refusal: `missing_files` with the digests
 * that the owner never uploaded, 400 for a path that leaves the folder.
 */
export function takeFiles(world: World, ownerId: string, files: unknown): readonly FileRef[] {
  if (!Array.isArray(files)) throw new Refusal(400, 'bad_request', 'Invalid request: `files` should be array.');
  const refs = files.map((file: unknown) => takeFile(world, ownerId, file));
  const missing = new Set(
    refs.map(({ sha }) => sha).filter((sha) => sha !== '' && !world.blobs.has(blobKey(ownerId, sha))),
  );
  if (missing.size > 0) throw new Refusal(400, 'missing_files', 'Missing files', { missing: [...missing] });
  return refs;
}

function takeFile(world: World, ownerId: string, file: unknown): FileRef {
  const entry = (typeof file === 'object' && file !== null ? file : {}) as Record<string, unknown>;
  const { file: name, sha, data, encoding, size } = entry;
  const mode = typeof entry['mode'] === 'number' ? entry['mode'] : 0o100644;
  const bad = (message: string) => new Refusal(400, 'bad_request', `Invalid request: ${message}`);
  if (typeof name !== 'string' || name === '') throw bad('`file` is missing.');
  if (name.startsWith('/') || name.split('/').includes('..')) throw bad(`\`file\` ${name} leaves the deployment.`);
  if (data === undefined) {
    const isFolder = (mode & 0o170000) === 0o040000;
    if (typeof sha !== 'string' && !isFolder) throw bad(`\`sha\` of ${name} is missing.`);
    return { file: name, sha: typeof sha === 'string' ? sha : '', mode };
  }
  if (typeof data !== 'string' || sha !== undefined || size !== undefined)
    throw bad(`${name} is inlined and must have \`data\` and no \`sha\` or \`size\`.`);
  const bytes = Buffer.from(data, encoding === 'base64' ? 'base64' : 'utf8');
  const digest = sha1(bytes);
  world.blobs.set(blobKey(ownerId, digest), bytes);
  return { file: name, sha: digest, mode };
}

function sha1(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('hex');
}
