import { type AppFacts, type HealthRoute, healthRoutes } from '../app-facts.ts';
import { withoutComments } from '../source/code.ts';
import type { AppCheck, Finding } from './check.ts';

export const healthThere: AppCheck = {
  id: 'health-routes',
  title: 'The app has health routes',
  expected: '/api/health and a route for liveness',
  remedy: 'Run `lockstep add app health`.',
  look: (facts) => {
    const paths = healthRoutes(facts).map(({ path }) => path);
    const whole = paths.includes('/api/health') && paths.some((path) => /live/.test(path));
    return [
      {
        verdict: whole ? 'pass' : 'fail',
        reason: whole ? 'as-expected' : 'health-missing',
        what: 'app',
        measured: paths.length === 0 ? 'none' : paths.join(', '),
      },
    ];
  },
};

export const healthFresh: AppCheck = {
  id: 'health-fresh',
  title: 'Health is asked for each request',
  expected: 'a route that Next.js does not prerender',
  remedy:
    'Read something of the request in the handler (`request.headers`), or call `headers()`: Next.js 14 otherwise answers forever what was true during the build.',
  look: (facts) => healthRoutes(facts).map((route) => freshness(route, facts)),
};

function freshness({ path, file, router }: HealthRoute, { sources, major, prerendered }: AppFacts): Finding {
  const code = withoutComments(sources.get(file) ?? '');
  const frozen = (measured: string): Finding => ({ verdict: 'fail', reason: 'health-frozen', what: file, measured });
  const fresh = (measured: string): Finding => ({ verdict: 'pass', reason: 'as-expected', what: file, measured });
  // What a build did counts more than what its source looks like.
  if (prerendered?.includes(path) === true) return frozen('the last build prerendered it');
  if (/\bdynamic\s*=\s*(['"])(?:force-static|error)\1/.test(code)) return frozen('dynamic = force-static');
  if (/\brevalidate\s*=\s*[1-9]/.test(code)) return frozen('revalidate keeps old answers');
  if (router === 'pages') return fresh('the pages router prerenders no API route');
  if (prerendered !== undefined) return fresh('the last build did not prerender it');
  if (major >= 15) return fresh(`Next.js ${major} prerenders no route unless it says so`);
  const isDynamic =
    /\bdynamic\s*=\s*(['"])force-dynamic\1/.test(code) ||
    /\b(?:headers|cookies|connection|unstable_noStore)\(/.test(code);
  return isDynamic || readsRequest(code)
    ? fresh('the handler reads the request')
    : frozen(`Next.js ${major} prerenders a handler that reads nothing of the request`);
}

/** The first parameter of GET is used: passed on, or something of it is read. */
function readsRequest(code: string): boolean {
  const [, name] = /\bGET\s*(?:=\s*(?:async\s*)?)?\(\s*(\w+)/.exec(code) ?? [];
  if (name === undefined) return false;
  const body = code.slice(code.search(/\bGET\b/)).replace(/^[^)]*\)/, '');
  return new RegExp(`(?:[(,]\\s*${name}\\b|\\b${name}\\.)`).test(body);
}
