/**
 * The hooks by which Node loads tests: TypeScript as it is written, packages of this repository from their sources. What
 * lies in a `test` folder carries the number of its run in its address, and so is evaluated anew for each test file;
 * all else is evaluated once in each worker.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { transformed } = createRequire(import.meta.url)('./transform.cjs');
const root = new URL('../../', import.meta.url);
const globals = new URL('globals.mjs', import.meta.url).href;

export async function resolve(specifier, context, next) {
  const run = context.parentURL === undefined ? '' : new URL(context.parentURL).search;
  if (specifier === '@jest/globals') return { url: globals + run, format: 'module', shortCircuit: true };
  const own = /^@lockstep\/([^/]+)(\/.+)?$/.exec(specifier);
  if (own !== null) return { url: sourceOf(own[1], `.${own[2] ?? ''}`), format: 'module', shortCircuit: true };
  const found = await next(specifier, context);
  return isTest(found.url) ? { ...found, url: found.url + run } : found;
}

export async function load(url, context, next) {
  const { protocol, pathname } = new URL(url);
  if (protocol === 'file:' && pathname.endsWith('.ts') && !pathname.includes('/node_modules/'))
    return { format: 'module', source: transformed(fileURLToPath(url)), shortCircuit: true };
  // GitHub's workflow parser imports its schemas without the attribute that Node asks for.
  const json = pathname.endsWith('.json') && pathname.includes('/@actions/');
  return next(url, json ? { ...context, importAttributes: { ...context.importAttributes, type: 'json' } } : context);
}

/** The TypeScript that an entry of the package is compiled from. */
function sourceOf(name, entry) {
  const folder = new URL(`packages/${name}/`, root);
  const { exports } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  const by = exports[entry] ?? exports['./*'];
  const compiled = (by?.default ?? by)?.replaceAll('*', entry.slice('./'.length));
  if (compiled === undefined) throw new Error(`@lockstep/${name} does not export ${entry}`);
  return new URL(compiled.replace(/^\.\/lib\/(.*)\.js$/, 'src/$1.ts'), folder).href;
}

function isTest(url) {
  return (
    url.startsWith(root.href) &&
    !url.includes('/node_modules/') &&
    /\/test\//.test(url.slice(root.href.length - 1)) &&
    !url.includes('?')
  );
}
