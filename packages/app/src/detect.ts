import type { Layout, Router } from './sets.ts';

/** How an app is looked at: its manifest, and which paths are there. */
export interface AppFolder {
  readonly manifest: unknown;
  readonly has: (path: string) => boolean;
}

export interface LayoutOptions {
  readonly router: Router | 'auto';
  readonly middleware: boolean;
}

/** The release of Next.js that a manifest names; 16 where it names one without a number, undefined where it names none. */
export function majorOf(manifest: unknown): number | undefined {
  const { dependencies, devDependencies } = (manifest ?? {}) as Record<string, Record<string, unknown> | undefined>;
  const range = dependencies?.['next'] ?? devDependencies?.['next'];
  if (typeof range !== 'string') return undefined;
  const [, major] = /(\d+)/.exec(range) ?? [];
  return major === undefined ? 16 : Number(major);
}

/** Where the files of an app are; undefined where it is no app of Next.js. */
export function layoutOf({ manifest, has }: AppFolder, options: LayoutOptions): Layout | undefined {
  const major = majorOf(manifest);
  if (major === undefined) return undefined;
  // Next.js ignores src/ where the folder is at the top as well.
  const top = has('app') || has('pages');
  const src = !top && (has('src/app') || has('src/pages'));
  const below = src ? 'src/' : '';
  // With both routers the routes of the app router are written: it is the one that grows.
  const found: Router = has(`${below}pages`) && !has(`${below}app`) ? 'pages' : 'app';
  return {
    router: options.router === 'auto' ? found : options.router,
    src,
    middleware: options.middleware || major < 16,
  };
}
