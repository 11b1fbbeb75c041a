#!/usr/bin/env node
/**
 * Copies files for a Next.js app into it. They are yours from then on.
 *
 *   node scripts/install-app.mjs --into FOLDER [SET …]   health, headers, errors, vitals, rate-limit; where none is
 *                        named, all of them
 *     --middleware   writes middleware.ts, for Next.js 14 and 15, in place of proxy.ts
 *     --force        replaces files that you have changed
 *
 * Run it again to update: files that are as they were installed are replaced, files that you have changed are kept and
 * named. What was installed is recorded in .lockstep/app.json.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMain } from './is-main.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', 'app');
const RECORD = '.lockstep/app.json';

/** The sets: what each has and needs. */
export function readSets() {
  return JSON.parse(readFileSync(join(home, 'sets.json'), 'utf8'));
}

/** The texts of the files, by their path in the app. `src`: whether the app has its folders below src/. */
export function filesOf(names, { src = false, middleware = false } = {}) {
  const sets = readSets();
  const chosen = names.length === 0 ? Object.keys(sets) : names;
  const unknown = chosen.filter((name) => !(name in sets));
  if (unknown.length > 0) throw new Error(`no set ${unknown.join(', ')}; there are ${Object.keys(sets).join(', ')}`);
  const paths = [...new Set(chosen.flatMap((name) => sets[name].files))];
  const entries = paths.map((path) => {
    const text = readFileSync(join(home, 'files', path), 'utf8');
    if (path !== 'proxy.ts' || !middleware) return [path, text];
    return ['middleware.ts', text.replace('function proxy(', 'function middleware(')];
  });
  return new Map(entries.map(([path, text]) => [src ? `src/${path}` : path, text]));
}

/**
 * What happens to each file: `new`, `same`, `updated` (as it was installed, and there is a newer one), or `kept` (changed
 * by you). `read` gives the text of a file of the app, undefined where there is none.
 */
export function planInstall(files, recorded, { read, force = false }) {
  return [...files].map(([path, text]) => {
    const there = read(path);
    if (there === undefined) return { path, text, what: 'new' };
    if (there === text) return { path, text, what: 'same' };
    return { path, text, what: force || recorded[path] === digestOf(there) ? 'updated' : 'kept' };
  });
}

export function digestOf(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** The release of Next.js that the app names, `undefined` where it names none. */
export function majorOf(manifest) {
  const range = manifest.dependencies?.next ?? manifest.devDependencies?.next;
  if (range === undefined) return undefined;
  const [, major] = /(\d+)/.exec(range) ?? [];
  return major === undefined ? 16 : Number(major);
}

function install(into, names, { middleware, force }) {
  const manifest = join(into, 'package.json');
  const major = existsSync(manifest) ? majorOf(JSON.parse(readFileSync(manifest, 'utf8'))) : undefined;
  if (major === undefined) throw new Error(`--into: expected the folder of a Next.js app, got "${into}"`);
  const src = existsSync(join(into, 'src/app')) || existsSync(join(into, 'src/pages'));
  const files = filesOf(names, { src, middleware: middleware || major < 16 });
  const record = join(into, RECORD);
  const recorded = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {};
  const read = (path) => (existsSync(join(into, path)) ? readFileSync(join(into, path), 'utf8') : undefined);
  const plan = planInstall(files, recorded, { read, force });
  for (const { path, text, what } of plan) {
    if (what === 'kept') continue;
    recorded[path] = digestOf(text);
    if (what !== 'same') write(join(into, path), text);
  }
  write(record, `${JSON.stringify(recorded, Object.keys(recorded).sort(), 2)}\n`);
  return plan;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function main(args) {
  if (args.includes('--help')) return console.log(help());
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      into: { type: 'string', default: '' },
      middleware: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
    },
  });
  const plan = install(values.into, positionals, values);
  for (const { path, what } of plan)
    if (what !== 'same') console.log(what === 'kept' ? `kept ${path}: you have changed it` : `wrote ${path} (${what})`);
  const sets = readSets();
  const chosen = positionals.length === 0 ? Object.keys(sets) : positionals;
  const packages = [...new Set(chosen.flatMap((name) => sets[name].packages))];
  if (packages.length > 0) console.log(`these files use: ${packages.join(' ')}`);
  for (const name of chosen) console.log(`${name}: ${sets[name].then}`);
}

/** The words at the head of this file. */
function help() {
  const [, text = ''] = /\/\*\*\n([\s\S]*?) \*\//.exec(readFileSync(fileURLToPath(import.meta.url), 'utf8')) ?? [];
  return text.replace(/^ \* ?/gm, '').trimEnd();
}

if (isMain(import.meta.url)) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(`install-app: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
