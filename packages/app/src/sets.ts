import type { FileSet } from './file-set.ts';
import { FILES, SETS } from './files.generated.ts';

export type Router = 'app' | 'pages';

export interface Layout {
  readonly router: Router;
  /** The app has its folders below src/. */
  readonly src: boolean;
  /** `middleware.ts` in place of `proxy.ts`, for Next.js before 16. */
  readonly middleware: boolean;
}

/** The names of all sets, or of those that are installed where none is named. */
export function setNames({ all }: { readonly all: boolean } = { all: true }): readonly string[] {
  return Object.keys(SETS).filter((name) => all || SETS[name]?.optional !== true);
}

export function setOf(name: string): FileSet {
  const set = SETS[name];
  if (set === undefined) throw new Error(`there is no set ${name}`);
  return set;
}

/** The texts of the files of some sets, by their path in the app. */
export function filesOf(names: readonly string[], { router, src, middleware }: Layout): ReadonlyMap<string, string> {
  const paths = new Set(names.map(setOf).flatMap((set) => [...set.files, ...set[router]]));
  return new Map(
    [...paths].map((path) => {
      const text = FILES[path];
      if (text === undefined) throw new Error(`the set has no file ${path}`);
      const [to, what] =
        path === 'proxy.ts' && middleware
          ? ['middleware.ts', text.replace('function proxy(', 'function middleware(')]
          : [path, text];
      return [src ? `src/${to}` : to, what];
    }),
  );
}
