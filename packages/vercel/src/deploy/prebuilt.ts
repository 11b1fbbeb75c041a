import { readdir, readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { at, InputError, nameSome, textAt } from '@lockstep/base';

export const OUTPUT_FOLDER = '.vercel/output';

/**
 * Refuses a Build Output that failed, or was built for another environment than it is deployed to: it would carry the
 * wrong environment variables. The same check as in Vercel's CLI (packages/cli/src/commands/deploy/index.ts). Throws
 * InputError.
 */
export async function checkPrebuilt(directory: string, target: string): Promise<void> {
  const path = join(directory, OUTPUT_FOLDER, 'builds.json');
  const builds = await readJson(path);
  if (builds === undefined) return;
  const problem = at(builds, 'error') ?? (at(builds, 'builds', '0', 'error') as unknown);
  if (problem !== undefined && problem !== null)
    throw new InputError(`${path}: the build failed (${textAt(problem, 'message') ?? 'no message'}): run it again`);
  const built = textAt(builds, 'target');
  if (built !== undefined && built !== target)
    throw new InputError(
      `${path}: built for ${built}, but the target is ${target}: ${
        target === 'production' ? 'run "vercel build --prod"' : `run "vercel build --target ${target}"`
      }, or set target: ${built}`,
    );
}

/** A file that a function needs outside its own folder, relative to where the build ran (`filePathMap`). */
export interface NeededFile {
  readonly path: string;
  /** `api/hello.func` */
  readonly by: string;
}

/** What the functions of a Build Output name. `directory` holds `.vercel/output`. Throws InputError for what is no JSON. */
export async function neededFiles(directory: string): Promise<readonly NeededFile[]> {
  const functions = join(directory, OUTPUT_FOLDER, 'functions');
  const entries = await readdir(functions, { recursive: true, withFileTypes: true }).catch(() => []);
  const needed: NeededFile[] = [];
  for (const entry of entries) {
    if (entry.name !== '.vc-config.json') continue;
    const config = await readJson(join(entry.parentPath, entry.name));
    const map = at(config, 'filePathMap');
    if (typeof map !== 'object' || map === null) continue;
    const by = relative(functions, entry.parentPath);
    for (const path of Object.values(map)) if (typeof path === 'string') needed.push({ path, by });
  }
  return needed;
}

/**
 * The first of `roots` that has all of these, else the first. Throws InputError for a file that lies outside of it:
 * Vercel's client silently leaves that out, and the function would fail at its first request.
 */
export function rootOf(
  needed: readonly NeededFile[],
  roots: readonly string[],
  exists: (path: string) => boolean,
): string {
  const root = roots.find((one) => needed.every(({ path }) => exists(join(one, path)))) ?? roots[0] ?? '.';
  const outside = needed.filter(({ path }) => leaves(root, path));
  if (outside.length === 0) return root;
  const named = outside.map(({ path, by }) => `${path} (for ${by})`).sort();
  throw new InputError(
    `functions need files from outside ${root}: ${nameSome(named, 5)}; set directory to the folder in which "vercel build" ran, the repository's root in a monorepo`,
  );
}

function leaves(root: string, path: string): boolean {
  const inside = relative(root, join(root, path));
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new InputError(`${path}: not valid JSON: run the build again`, { cause });
  }
}
