import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the lockfiles and settings of a folder, and this machine's, say that packages come from. */
const FILES = ['.npmrc', '.yarnrc.yml', 'package-lock.json', 'yarn.lock'];
const USUAL = ['registry.npmjs.org', 'registry.yarnpkg.com'];

/** Hosts that package managers may ask while they install. */
export function registriesOf(folder: string): readonly string[] {
  const texts = FILES.map((name) => join(folder, name)).filter(existsSync);
  const urls = texts.flatMap((file) => urlsIn(readFileSync(file, 'utf8')));
  return [...new Set([...USUAL, ...urls.map(hostOf), hostOf(ofThisMachine(folder))])].filter((host) => host !== '');
}

function urlsIn(text: string): readonly string[] {
  const found = text.matchAll(
    /(?:registry(?:Server)?["']?\s*[=:]\s*|"resolved": ?|^ {2}resolved )"?(https?:\/\/[^\s"'#]+)/gim,
  );
  return [...found].map(([, url = '']) => url);
}

function ofThisMachine(folder: string): string {
  try {
    return execFileSync('npm', ['config', 'get', 'registry'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000,
    }).trim();
  } catch {
    return '';
  }
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}
