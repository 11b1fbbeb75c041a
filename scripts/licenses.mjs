/**
 * The licences of what a bundle holds, from the modules that webpack put into it: ncc's own list is written anew by each
 * chunk, so that the last one wins.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^((?:.*[\\/])?node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/;
const TEXT = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** The package of others that a module is from, if any. */
export function packageNameOf(resource) {
  return PACKAGE.exec(resource)?.[2]?.replaceAll('\\', '/');
}

/** Where the packages stand that these modules are from: name and version → folder. Our own are none of them. */
export function packagesOf(resources) {
  const found = new Map();
  for (const resource of resources) {
    const [, folder, name] = PACKAGE.exec(resource) ?? [];
    if (folder === undefined) continue;
    const { version = '' } = manifestOf(folder);
    found.set(`${name.replaceAll('\\', '/')} ${version}`, folder);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Files of every module that a chunk holds, those that were joined into another included; unused ones are in none. */
export function resourcesOf(stats) {
  const resources = new Set();
  const visit = (module) => {
    if (typeof module.resource === 'string') resources.add(module.resource.split('?')[0]);
    for (const inner of module.modules ?? (module.rootModule ? [module.rootModule] : [])) visit(inner);
  };
  const { chunkGraph, modules } = stats.compilation;
  for (const module of modules) if (chunkGraph.getNumberOfModuleChunks(module) > 0) visit(module);
  return resources;
}

/** licenses.txt: each package by name and version, with its licence's name and texts. */
export function licensesText(packages, more = []) {
  const parts = [...packages].map(([name, folder]) => {
    const { license = 'no license named' } = manifestOf(folder);
    const texts = readdirSync(folder)
      .filter((file) => TEXT.test(file))
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim());
    return [name, typeof license === 'string' ? license : license.type, ...texts].join('\n');
  });
  return `${[...parts, ...more.map((text) => text.trim())].join('\n\n')}\n`;
}

function manifestOf(folder) {
  const path = join(folder, 'package.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}
