/** What is known of an app's folder, and of those above it up to what was sent, before anything is installed. */
export interface AppFolder {
  /** Names of the files in each folder, the app's own first, then upwards. */
  readonly files: readonly (readonly string[])[];
  /** `packageManager` of the nearest package.json that has one (`pnpm@9.1.0`). */
  readonly packageManager: string | undefined;
  /** How the nearest lockfile says what wrote it: `pnpm 9.0`, `yarn 1`. */
  readonly writtenBy: string | undefined;
  /** Whether its package.json names dependencies. */
  readonly needsPackages: boolean;
  readonly isOnPath: (program: string) => boolean;
}

export type Manager = 'npm' | 'pnpm' | 'yarn' | 'bun';

export type ManagerPlan =
  /** `program`: how it is called here. `at`: how many folders above the app its lockfile lies. */
  | { readonly kind: 'found'; readonly manager: Manager; readonly program: string; readonly at: number }
  | { readonly kind: 'missing'; readonly why: string };

const LOCKFILES: readonly (readonly [file: string, manager: Manager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

/** The release of a package manager that reads a lockfile, as Vercel chooses it where package.json names none. */
const READERS: Readonly<Record<string, string>> = {
  'pnpm 5.3': 'pnpm@6.35.1',
  'pnpm 5.4': 'pnpm@7.33.7',
  'pnpm 6.0': 'pnpm@8.15.9',
  'pnpm 6.1': 'pnpm@8.15.9',
  'pnpm 9.0': 'pnpm@9.15.9',
  'yarn 1': 'yarn@1.22.22',
};

/** Whose lockfile is nearest, as Vercel looks for it (packages/build-utils/src/fs/run-user-scripts.ts); npm without one. */
export function planManager({ files, packageManager, writtenBy = '', isOnPath }: AppFolder): ManagerPlan {
  const at = files.findIndex((names) => LOCKFILES.some(([file]) => names.includes(file)));
  const found = LOCKFILES.find(([file]) => files[at]?.includes(file) === true);
  if (found === undefined) return { kind: 'found', manager: 'npm', program: 'npm', at: 0 };
  const [file, manager] = found;
  if (isOnPath(manager)) return { kind: 'found', manager, program: manager, at };
  const named = /^(pnpm|yarn|bun)@(\d+\.\d+\.\d+)/.exec(packageManager ?? '');
  if (named?.[1] === manager) return { kind: 'found', manager, program: `npx --yes ${named[0]}`, at };
  const reader = READERS[writtenBy];
  if (reader?.startsWith(`${manager}@`) === true) return { kind: 'found', manager, program: `npx --yes ${reader}`, at };
  return {
    kind: 'missing',
    why: `${file} is of ${manager}, which is not on this machine: run "npm install --global ${manager}", or name it in package.json ("packageManager": "${manager}@…")`,
  };
}

/** The command that installs; undefined where there is nothing to install. */
export function installCommand(folder: AppFolder, manager: Manager, program: string): string | undefined {
  const isLocked = folder.files.some((names) => LOCKFILES.some(([file]) => names.includes(file)));
  if (!isLocked && !folder.needsPackages) return undefined;
  const ownLock = folder.files.some(
    (names) => names.includes('package-lock.json') || names.includes('npm-shrinkwrap.json'),
  );
  switch (manager) {
    case 'npm':
      return ownLock ? 'npm ci --no-audit --no-fund' : 'npm install --no-audit --no-fund';
    case 'pnpm':
      return `${program} install --frozen-lockfile`;
    case 'yarn':
      return `${program} install`;
    case 'bun':
      return `${program} install --frozen-lockfile`;
  }
}
