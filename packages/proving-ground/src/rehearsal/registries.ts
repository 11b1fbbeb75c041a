import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the lockfiles and settings of a folder, and this machine's, say that packages come from. */
const FILES = ['.npmrc', '.yarnrc.yml', 'package-lock.json', 'yarn.lock'];
/** What each package manager says of itself where nothing is set; one that is not installed says nothing. */
const ASKED = [
  ['npm', 'config', 'get', 'registry'],
  ['yarn', 'config', 'get', 'npmRegistryServer'],
  ['yarn', 'config', 'get', 'registry'],
] as const;

/** Hosts that package managers may ask while they install; `given`: the input `registry-url`, where it is given by hand. */
export function registriesOf(folder: string, given = ''): readonly string[] {
  const texts = [...FILES, ...workflowsOf(folder)].map((name) => join(folder, name)).filter(existsSync);
  const urls = [given, ...texts.flatMap((file) => urlsIn(readFileSync(file, 'utf8')))];
  const asked = ASKED.filter(([tool]) => tool !== 'yarn' || existsSync(join(folder, 'yarn.lock')));
  const told = asked.map((command) => answerOf(command, folder));
  return [...new Set([...urls, ...told].map(hostOf))].filter((host) => host !== '');
}

function workflowsOf(folder: string): readonly string[] {
  const path = '.github/workflows';
  const names = existsSync(join(folder, path)) ? readdirSync(join(folder, path)) : [];
  return names.filter((name) => /\.ya?ml$/.test(name)).map((name) => join(path, name));
}

function urlsIn(text: string): readonly string[] {
  const found = text.matchAll(
    /(?:registry(?:Server|-url)?["']?\s*[=:]\s*|"resolved": ?|^ {2}resolved )["']?(https?:\/\/[^\s"'#]+)/gim,
  );
  return [...found].map(([, url = '']) => url);
}

function answerOf([tool, ...args]: (typeof ASKED)[number], folder: string): string {
  try {
    return execFileSync(tool, args, {
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
