import { type Answer, header, isWall, shown } from '../ask/exchange.ts';
import type { Site } from '../site.ts';
import { whatOf } from '../site.ts';
import { type EdgeCheck, type Finding, failed, passed, unclear } from './check.ts';

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
  const allowed = header(answer, 'access-control-allow-origin')?.trim();
  if (allowed === origin) return origin === 'null' ? 'null-origin-allowed' : 'any-origin-allowed';
  // Browsers refuse the pair; whoever wrote it meant to allow everyone.
  return allowed === '*' ? 'wildcard-with-credentials' : undefined;
}

const UNREACHABLE = 'Check that the path is reachable from where the audit runs, and run it again.';
const WALL =
  'A refusal says nothing of what is sent to whoever is signed in. List a path that answers without a token, or pass `protection-bypass` for a protected deployment.';
