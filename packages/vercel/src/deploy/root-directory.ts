import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { InputError } from '@lockstep/base';
import { checkPrebuilt, neededFiles, OUTPUT_FOLDER, rootOf } from './prebuilt.ts';

/** What is known before anything is sent. Paths are absolute. */
export interface RootFacts {
  /** The checkout: nothing above it is sent. */
  readonly workspace: string;
  /** As the caller gave it. */
  readonly directory: string;
  /** Root Directory of the Vercel project: where Vercel builds, below what it was sent. */
  readonly rootDirectory: string | undefined;
  readonly prebuilt: 'auto' | 'true' | 'false';
  readonly isFolder: (path: string) => boolean;
  /** Whether a folder holds a Build Output. */
  readonly isBuilt: (path: string) => boolean;
}

export type RootPlan =
  | { readonly kind: 'source'; readonly root: string }
  | {
      readonly kind: 'prebuilt';
      /** The folder with `.vercel/output`. */
      readonly built: string;
      /**
       * What paths of the deployment are relative to: the first of these from which every file is there that the
       * functions name. `vercel build` names them from the folder that it took for the repository's root.
       */
      readonly roots: readonly string[];
    };

/**
 * Where a deployment is sent from. Vercel's CLI sends the repository's root and lets Vercel go into the project's Root
 * Directory (packages/cli/src/commands/deploy/index.ts); its Build Output lies at that root, or in the Root Directory
 * where the link is the repository's. A `directory` that names the Root Directory itself means the same: sent from there,
 * Vercel would look for the path twice (`apps/web/apps/web`). Throws InputError where the two do not fit.
 */
export function planRoot(facts: RootFacts): RootPlan {
  const { directory, prebuilt, isFolder, isBuilt } = facts;
  const within = normal(facts.rootDirectory);
  const above = within === undefined ? undefined : aboveOf(facts, within);
  const inside = within === undefined ? directory : join(directory, within);
  const roots = isFolder(inside) || above === undefined ? [directory] : [above, directory];
  if (prebuilt !== 'false') {
    const places = [...new Set(isFolder(inside) ? [directory, inside] : roots.toReversed())].filter(isBuilt);
    if (places.length > 1)
      throw new InputError(
        `there are two build outputs, ${places.map((place) => shown(facts, place)).join(' and ')}: delete the one that should not be deployed`,
      );
    const [built] = places;
    if (built !== undefined) return { kind: 'prebuilt', built, roots };
    if (prebuilt === 'true')
      throw new InputError(
        `.vercel/output/config.json is not in ${[...new Set([...roots, inside])]
          .filter(isFolder)
          .map((place) => shown(facts, place))
          .join(' or ')}: run "vercel build" there first`,
      );
  }
  const [root = directory] = roots;
  if (within !== undefined && !isFolder(join(root, within))) throw new InputError(misfit(facts, within));
  return { kind: 'source', root };
}

/** A deployment's folders, as they are on this disk. */
export interface DeploymentRoot {
  /** What its paths are relative to. */
  readonly directory: string;
  /** The folder with the Build Output; undefined for the source. */
  readonly built: string | undefined;
}

/** Finds them. Throws InputError for a Build Output that cannot be deployed to `target`. */
export async function findRoot(
  request: Omit<RootFacts, 'isFolder' | 'isBuilt'>,
  target: string,
): Promise<DeploymentRoot> {
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const isBuilt = (path: string) => existsSync(join(path, OUTPUT_FOLDER, 'config.json'));
  const plan = planRoot({ ...request, isFolder, isBuilt });
  if (plan.kind === 'source') return { directory: plan.root, built: undefined };
  await checkPrebuilt(plan.built, target);
  const directory = rootOf(await neededFiles(plan.built), plan.roots, existsSync);
  return { directory, built: plan.built };
}

/** A Root Directory as path segments; undefined where it is the root itself. Throws InputError for what Vercel refuses. */
function normal(rootDirectory: string | undefined): string | undefined {
  const parts = (rootDirectory ?? '').split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..') || rootDirectory?.startsWith('/') === true)
    throw new InputError(
      `Root Directory ${JSON.stringify(rootDirectory)} of the Vercel project is not a path below the repository: change it in the project's settings, Build and Deployment`,
    );
  return parts.length === 0 ? undefined : parts.join(sep);
}

/** The folder above a `directory` that ends in the Root Directory, within the checkout. */
function aboveOf({ workspace, directory }: RootFacts, within: string): string | undefined {
  const path = relative(workspace, directory);
  if (path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return undefined;
  if (path === within) return workspace;
  return path.endsWith(`${sep}${within}`) ? join(workspace, path.slice(0, -within.length - 1)) : undefined;
}

function misfit(facts: RootFacts, within: string): string {
  const { workspace, directory, isFolder } = facts;
  const said = `Root Directory "${within}" of the Vercel project is not in ${shown(facts, directory)}`;
  if (isFolder(join(workspace, within))) return `${said}: set directory to "." or to "${within}"`;
  return `${said}: correct it in the project's settings (Build and Deployment), or set directory to the folder that holds ${within}`;
}

function shown({ workspace }: RootFacts, place: string): string {
  const path = relative(workspace, place);
  return path === '' ? 'the checkout' : path.startsWith('..') ? place : path;
}
