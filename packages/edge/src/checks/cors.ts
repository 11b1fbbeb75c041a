import { type Answer, type Exchange, header, isWall, shown } from '../ask/exchange.ts';
import type { Site } from '../site.ts';
import { whatOf } from '../site.ts';
import { type EdgeCheck, type Finding, failed, leftOut, passed, unclear } from './check.ts';

export const cors: EdgeCheck = {
  id: 'cors-credentials',
  title: 'Other sites cannot read answers with the cookies of a visitor',
  expected: 'no Access-Control-Allow-Credentials for an origin that is not on a list',
  remedy:
    'Compare the Origin of a request with a list of exact origins, and send `Access-Control-Allow-Credentials` only for those. Never repeat whatever Origin came.',
  look: async (site) => {
    const { plan } = site;
    const paths = [...new Set([...plan.paths, ...plan.apiPaths])];
    return await Promise.all(paths.map((path) => judge(site, path)));
  },
};

/** Origins that nobody allows on purpose: another site, one that begins or ends like this, and a sandboxed page. */
function foreignOrigins({ hostname }: URL): readonly string[] {
  return [
    'https://lockstep-audit.invalid',
    `https://${hostname}.lockstep-audit.invalid`,
    `https://lockstep-audit${hostname}`,
    'null',
  ];
}

async function judge(site: Site, path: string): Promise<Finding> {
  const { asker, plan } = site;
  const what = whatOf(plan, path);
  const url = new URL(path, plan.url);
  const control = await asker.ask(url);
  let last = control;
  for (const origin of foreignOrigins(plan.url)) {
    last = await asker.ask(url, { headers: { origin } });
    if (last.kind === 'none') break;
    const fault = faultOf(last, origin);
    // Whoever answered: an answer that a browser would hand over is a fault.
    if (fault !== undefined) return failed(fault, what, `Access-Control-Allow-Credentials for the origin ${origin}`);
  }
  if (last.kind === 'none') return unclear('no-answer', what, shown(last), { remedy: UNREACHABLE });
  // An origin that is meant to read it is the positive control: whoever answers so has a say in CORS.
  if (await isControlled(site, path)) return passed(what, 'shared with the origins of `cors-origins`, not with others');
  if (isWall(last) || last.status >= 500)
    return unclear('answered-by-a-wall', what, `${shown(last)}, also without another origin: ${shown(control)}`, {
      remedy: WALL,
    });
  return passed(
    what,
    header(last, 'access-control-allow-origin') === undefined ? 'not shared' : 'shared without credentials',
  );
}

function faultOf(answer: Answer, origin: string): string | undefined {
  if (header(answer, 'access-control-allow-credentials')?.trim().toLowerCase() !== 'true') return undefined;
  const allowed = allowedOrigin(answer);
  if (allowed === origin) return origin === 'null' ? 'null-origin-allowed' : 'any-origin-allowed';
  // Browsers refuse the pair; whoever wrote it meant to allow everyone.
  return allowed === '*' ? 'wildcard-with-credentials' : undefined;
}

const UNREACHABLE = 'Check that the path is reachable from where the audit runs, and run it again.';
const WALL =
  'A refusal says nothing of what is sent to whoever is signed in. List an origin that may read the path under `cors-origins`, or a path that answers without a token, or pass `protection-bypass` for a protected deployment.';

export const corsOrigins: EdgeCheck = {
  id: 'cors-origins',
  title: 'Your own other sites can read the API',
  expected: 'Access-Control-Allow-Origin with the origin, for each of `cors-origins`',
  remedy:
    'Add the origin to the list that the API compares with, and answer `OPTIONS` and errors with the same headers. Without them the browser of a visitor discards the answer.',
  look: async (site) => {
    const { apiPaths, corsOrigins: origins, url } = site.plan;
    if (origins.length === 0)
      return [leftOut(url.host, 'no origin is listed for it', 'List origins under `cors-origins`.')];
    if (apiPaths.length === 0) return [leftOut(url.host, 'no path is listed for it', 'List paths under `api-paths`.')];
    const all = apiPaths.flatMap((path) => origins.map((origin) => ({ path, origin })));
    return await Promise.all(all.map(({ path, origin }) => judgeAllowed(site, path, origin)));
  },
};

function askAs({ asker, once, plan }: Site, path: string, origin: string): Promise<Exchange> {
  return once(`cors ${origin} ${path}`, () => asker.ask(new URL(path, plan.url), { headers: { origin } }));
}

async function judgeAllowed(site: Site, path: string, origin: string): Promise<Finding> {
  const what = `${whatOf(site.plan, path)} from ${origin}`;
  const answer = await askAs(site, path, origin);
  if (answer.kind === 'none') return unclear('no-answer', what, shown(answer), { remedy: UNREACHABLE });
  if (allowedOrigin(answer) === origin || allowedOrigin(answer) === '*') return passed(what, shown(answer));
  return isWall(answer) || answer.status >= 500
    ? unclear('answered-by-a-wall', what, shown(answer), { remedy: WALL })
    : failed('origin-not-allowed', what, `${shown(answer)} without the header`);
}

async function isControlled(site: Site, path: string): Promise<boolean> {
  if (!site.plan.apiPaths.includes(path)) return false;
  for (const origin of site.plan.corsOrigins) {
    const answer = await askAs(site, path, origin);
    if (answer.kind === 'answer' && allowedOrigin(answer) === origin) return true;
  }
  return false;
}

function allowedOrigin(answer: Answer): string | undefined {
  return header(answer, 'access-control-allow-origin')?.trim();
}
