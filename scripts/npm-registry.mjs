/** What the npm registry has of our packages, and whether it is what was packed. Node and tar alone. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOf } from './npm-files.mjs';
import { compareFiles, readBackProblems } from './npm-plan.mjs';

/** A registry shows what it took a little later. */
const READ_BACK = { tries: 24, waitMs: Number(process.env['PUBLISH_NPM_WAIT_MS'] || '5000') };

/** What the registry has of a package; undefined where it has none. */
export async function ask(registry, { files, name, tarball, version }) {
  const url = `${registry.replace(/\/$/, '')}/${name.replace('/', '%2f')}`;
  const response = await get(url);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${url}: the registry answered ${response.status}; run it again`);
  /** @type {any} */
  const answer = await response.json();
  const { 'dist-tags': tags = {}, versions: all = {} } = answer;
  const versions = new Map(Object.keys(all).map((text) => [text, true]));
  const dist = all[version]?.dist;
  if (dist !== undefined) versions.set(version, await isSame(dist, { files, tarball }));
  const attested = new Set(Object.keys(all).filter((text) => all[text].dist?.attestations !== undefined));
  return { versions, tags, attested };
}

/** Waits until the registry shows what a step did. Throws with what it does not show. */
export async function readBack(registry, one, step) {
  let problems = [];
  for (let nth = 0; nth < READ_BACK.tries; nth++) {
    problems = readBackProblems(step, await ask(registry, one));
    if (problems.length === 0) return;
    await pause();
  }
  throw new Error(problems.join('\n'));
}

/** Compressed elsewhere, the same files are other bytes: then file by file. */
async function isSame(dist, { files, tarball }) {
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (dist.integrity === integrity) return true;
  const response = await get(dist.tarball);
  if (!response.ok) throw new Error(`${dist.tarball}: the registry answered ${response.status}; run it again`);
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-published-'));
  try {
    const file = join(folder, 'published.tgz');
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
    return compareFiles(filesOf(file), files, []).length === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Reads: as often as it takes, since nothing changes by it. A connection that was kept while npm published is closed by
 * then, and the first read afterwards fails on it.
 */
async function get(url, tries = 4) {
  try {
    return await fetch(url, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(30_000) });
  } catch (/** @type {any} */ error) {
    if (tries === 1)
      throw new Error(`${url}: ${error.cause?.message ?? error.message}; run it again`, { cause: error });
    await pause();
    return get(url, tries - 1);
  }
}

const pause = () => new Promise((resolved) => setTimeout(resolved, READ_BACK.waitMs));
