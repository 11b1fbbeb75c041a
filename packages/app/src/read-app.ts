import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, type NotVerified } from '@lockstep/base';
import { type AppFacts, factsOf } from './app-facts.ts';
import { majorOf } from './detect.ts';

const SOURCE = /(?:\.[cm]?[jt]sx?|^vercel\.json)$/;
/** Of others, or written by a build; tests are no part of the app. */
const LEFT_OUT = /^(?:node_modules|\..*|coverage|dist|build|out|public|tests?|__tests__|e2e|supabase)$/;
const TEST_FILE = /\.(?:test|spec|d)\.[cm]?tsx?$|\.(?:test|spec)\.[cm]?jsx?$/;
const MOST_FILES = 5_000;
const MOST_BYTES = 1_000_000;

/** What the checks know of the app in a folder. Throws InputError where there is none. */
export function readApp(folder: string): { readonly facts: AppFacts; readonly notVerified: readonly NotVerified[] } {
  const manifest = readManifest(folder);
  const sources = new Map<string, string>();
  const skipped: string[] = [];
  for (const path of pathsBelow(folder, '')) {
    if (sources.size >= MOST_FILES || statSync(join(folder, path)).size > MOST_BYTES) skipped.push(path);
    else sources.set(path, readFileSync(join(folder, path), 'utf8'));
  }
  const gaps = skipped.map((path) => ({
    id: 'sources',
    what: path,
    because: `longer than ${MOST_BYTES} bytes, or behind the first ${MOST_FILES} files`,
    remedy: 'Name the folder of the app itself.',
    chosen: false,
  }));
  return { facts: factsOf(manifest, sources, readPrerendered(folder)), notVerified: gaps };
}

/** The manifest of an app of Next.js. Throws InputError for any other folder. */
export function readManifest(folder: string): unknown {
  const file = join(folder, 'package.json');
  const refuse = () =>
    new InputError(`"${folder}": expected the folder of a Next.js app, with next in its package.json`);
  if (!existsSync(file)) throw refuse();
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new InputError(`${file} is no JSON`, { cause });
  }
  if (majorOf(manifest) === undefined) throw refuse();
  return manifest;
}

function pathsBelow(folder: string, below: string): readonly string[] {
  const entries = readdirSync(join(folder, below), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return LEFT_OUT.test(entry.name) ? [] : pathsBelow(folder, path);
    return entry.isFile() && SOURCE.test(entry.name) && !TEST_FILE.test(entry.name) ? [path] : [];
  });
}

/** What the last build prerendered; undefined where there was no build, or one that another version wrote. */
function readPrerendered(folder: string): readonly string[] | undefined {
  try {
    const { routes } = JSON.parse(readFileSync(join(folder, '.next/prerender-manifest.json'), 'utf8')) as {
      readonly routes: Readonly<Record<string, unknown>>;
    };
    return Object.keys(routes);
  } catch {
    return undefined;
  }
}
