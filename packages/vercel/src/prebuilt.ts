import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@lockstep/base';
import { at, textAt } from './answer.ts';

export const OUTPUT_FOLDER = '.vercel/output';

/** Whether `directory` is to be deployed as it was built. Throws InputError when it should be and is not. */
export async function isPrebuilt(directory: string, wanted: 'auto' | 'true' | 'false'): Promise<boolean> {
  if (wanted === 'false') return false;
  const built = await exists(join(directory, OUTPUT_FOLDER, 'config.json'));
  if (!built && wanted === 'true')
    throw new InputError(`${OUTPUT_FOLDER}/config.json is not in ${directory}: run "vercel build" there first`);
  return built;
}

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
    throw new InputError(`${path}: the build failed (${textAt(problem, 'message') ?? 'no message'}): build again`);
  const built = textAt(builds, 'target');
  if (built !== undefined && built !== target)
    throw new InputError(
      `${path}: built for ${built}, and is to be deployed to ${target}: ${
        target === 'production' ? 'run "vercel build --prod"' : `run "vercel build --target ${target}"`
      }, or set target: ${built}`,
    );
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
    throw new InputError(`${path}: not readable as JSON: build again`, { cause });
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
