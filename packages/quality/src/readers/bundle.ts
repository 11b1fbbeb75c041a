import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isMap } from '@lockstep/base';
import { type ReportReading, reading, unreadable } from '../report.ts';
import { type ReportSource, statOf, UnreadableError } from '../source.ts';

/** Sizes in gzipped bytes, since that is what goes over the wire. */
const SHIPPED = /\.(?:m?js|css)$/;
/** No browser is sent a larger file, or that many. */
const LARGEST_FILE = 64 * 1_048_576;
const MOST_FILES = 100_000;

/** A folder of files that are shipped to browsers: `total`, `js` and `css`. */
export async function readBundle(source: ReportSource): Promise<ReportReading> {
  if (statOf(source.path)?.isDirectory() !== true) return unreadable('report-malformed', 'it is not a folder');
  const files = shippedIn(source.path);
  const metrics = { total: 0, js: 0, css: 0 };
  for (const file of files) {
    const size = await gzipped(source, file);
    metrics.total += size;
    metrics[file.endsWith('.css') ? 'css' : 'js'] += size;
  }
  return reading({ checked: files.length, findings: [], metrics });
}

/**
 * Next.js's build folder (`.next`): the JavaScript that each route loads first, and `total` of everything under
 * `static`. A build that failed leaves no BUILD_ID.
 */
export async function readNextBuild(source: ReportSource): Promise<ReportReading> {
  if (statOf(join(source.path, 'BUILD_ID')) === undefined)
    return unreadable('report-incomplete', 'it has no BUILD_ID: the build did not succeed');
  const sizes = new Map<string, number>();
  const sizeOf = async (file: string): Promise<number> => {
    const size = sizes.get(file) ?? (await gzipped(source, file));
    sizes.set(file, size);
    return size;
  };
  const routes = routesOf(source.path);
  const metrics: Record<string, number> = {};
  for (const [route, files] of routes) {
    metrics[route] = 0;
    for (const file of files) if (file.endsWith('.js')) metrics[route] += await sizeOf(file);
  }
  const shipped = join(source.path, 'static');
  const all = statOf(shipped) === undefined ? [] : shippedIn(shipped);
  metrics['total'] = 0;
  for (const file of all) metrics['total'] += await sizeOf(join('static', file));
  return reading({ checked: routes.size + all.length, findings: [], metrics });
}

function shippedIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => SHIPPED.test(file) && statOf(join(folder, file))?.isDirectory() !== true);
  if (files.length > MOST_FILES) throw new UnreadableError('report-too-large', `it has ${files.length} files`);
  return files;
}

/**
 * Files by route. Next.js 16 writes them down itself (diagnostics/route-bundle-stats.json); before it, the app router's
 * are in app-build-manifest.json, the pages router's in build-manifest.json. Polyfills are left out: browsers of
 * today do not load them.
 */
function routesOf(folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const routes = new Map<string, ReadonlySet<string>>();
  const pages = manifest(join(folder, 'build-manifest.json'));
  const own = isMap(pages['pages']) ? pages['pages'] : {};
  for (const [page, files] of Object.entries(own))
    if (!page.startsWith('/_')) routes.set(page, new Set([...listed(own['/_app']), ...listed(files)]));
  const app = manifest(join(folder, 'app-build-manifest.json'));
  for (const [page, files] of Object.entries(isMap(app['pages']) ? app['pages'] : {})) {
    if (!page.endsWith('/page')) continue;
    const route = page.replace(/\/page$/, '').replace(/\/\([^/]+\)/g, '') || '/';
    routes.set(route, new Set([...listed(pages['rootMainFiles']), ...listed(files)]));
  }
  for (const entry of statsOf(folder)) {
    const { route, firstLoadChunkPaths: chunks } = entry;
    // They begin with the build folder's own name, whatever it is.
    if (typeof route === 'string')
      routes.set(route, new Set(listed(chunks).map((path) => path.replace(/^.*?static\//, 'static/'))));
  }
  return routes;
}

function statsOf(folder: string): readonly Readonly<Record<string, unknown>>[] {
  const stats = json(join(folder, 'diagnostics', 'route-bundle-stats.json'));
  return Array.isArray(stats) ? stats.filter(isMap) : [];
}

function manifest(path: string): Readonly<Record<string, unknown>> {
  const value = json(path);
  return isMap(value) ? value : {};
}

function json(path: string): unknown {
  if (statOf(path)?.isFile() !== true) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new UnreadableError('report-malformed', `${path} is no JSON`);
  }
}

function listed(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Bytes over the wire; none of a file that is named and not there. A pipe or a device would be read forever. */
async function gzipped(source: ReportSource, file: string): Promise<number> {
  source.signal?.throwIfAborted();
  const path = join(source.path, file);
  const stats = statOf(path);
  if (stats === undefined) return 0;
  if (!stats.isFile()) throw new UnreadableError('report-malformed', `${file} is no plain file`);
  if (stats.size > LARGEST_FILE) throw new UnreadableError('report-too-large', `${file} has ${stats.size} bytes`);
  return (await promisify(gzip)(await readFile(path), { level: 9 })).length;
}
