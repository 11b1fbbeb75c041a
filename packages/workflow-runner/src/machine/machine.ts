import { delimiter } from 'node:path';

/**
 * What the machine itself gives to every process of a job. Nothing else of this process's environment leaks in, nor
 * do the folders that a package manager puts on PATH.
 */
export function machineVariables(home: string): Record<string, string> {
  const folders = (process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin').split(delimiter);
  const path = folders.filter((folder) => !folder.includes('node_modules')).join(delimiter);
  return { PATH: path, HOME: home, LANG: 'C.UTF-8', CI: 'true', GITHUB_ACTIONS: 'true' };
}
