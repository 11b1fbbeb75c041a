import nodePath, { type PlatformPath } from 'node:path';

/** A path of the caller's as git and workflows write it: with `/`, whatever this system has between folders. Pure. */
export function withSlashes(path: string, { sep }: PlatformPath = nodePath): string {
  return path.split(sep).join('/');
}

/** A folder as files of a repository name it: `./apps\web\` is `apps/web`. Pure. */
export function repositoryFolder(path: string, system: PlatformPath = nodePath): string {
  return withSlashes(system.normalize(path), system).replace(/\/$/, '');
}

/** Where findings point to, in SARIF: nothing for a file outside. Pure. */
export function repositoryPath(path: string, system: PlatformPath = nodePath): string | undefined {
  const inside = withSlashes(system.normalize(path), system);
  return system.isAbsolute(path) || inside === '..' || inside.startsWith('../') ? undefined : inside;
}

interface Search {
  /** The variable PATH. */
  readonly path: string;
  /** Endings of programs; Windows has several. */
  readonly endings: readonly string[];
  readonly isThere: (file: string) => boolean;
}

/** Whether a program would be found by its name. Pure. */
export function isProgram(
  name: string,
  { endings, isThere, path }: Search,
  { delimiter, join }: PlatformPath = nodePath,
): boolean {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => endings.some((ending) => isThere(join(folder, `${name}${ending}`))));
}
