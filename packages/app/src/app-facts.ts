import { majorOf } from './detect.ts';
import { reachedFrom, type Sources } from './source/reach.ts';

/** What the checks know of an app: its texts, and what its last build wrote. */
export interface AppFacts {
  readonly sources: Sources;
  /** Of Next.js. */
  readonly major: number;
  /** Paths that the last `next build` prerendered; undefined where there was none. */
  readonly prerendered: readonly string[] | undefined;
}

export interface HealthRoute {
  /** `/api/health` */
  readonly path: string;
  readonly file: string;
  readonly router: 'app' | 'pages';
}

const ROUTE = /^(?:src\/)?(?:app\/(.*\/)?route|pages\/(.*))\.[cm]?[jt]sx?$/;
const HEALTH = /^\/api\/(?:.*\/)?(?:health|healthz|live|ready|readiness|liveness)$/;

export function factsOf(manifest: unknown, sources: Sources, prerendered: readonly string[] | undefined): AppFacts {
  return { sources, major: majorOf(manifest) ?? 16, prerendered };
}

/** The routes that a health check asks, by their names. */
export function healthRoutes({ sources }: AppFacts): readonly HealthRoute[] {
  return [...sources.keys()].sort().flatMap((file): HealthRoute[] => {
    const [matched, inApp, inPages] = ROUTE.exec(file) ?? [];
    if (matched === undefined) return [];
    const router = inPages === undefined ? 'app' : 'pages';
    // Folders in brackets only group.
    const own = (inPages ?? inApp ?? '').replace(/\([^)/]*\)\//g, '').replace(/\/?(?:index)?$/, '');
    return HEALTH.test(`/${own}`) ? [{ path: `/${own}`, file, router }] : [];
  });
}

/** The health routes and all code of the app that they reach. */
export function healthCode(facts: AppFacts): readonly string[] {
  const files = healthRoutes(facts).map(({ file }) => file);
  return reachedFrom(files, facts.sources);
}
