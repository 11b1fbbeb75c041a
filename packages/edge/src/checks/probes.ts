import { type Exchange, header, shown } from '../ask/exchange.ts';
import { type Burst, mayProbe } from '../plan.ts';
import { type Site, whatOf } from '../site.ts';
import { type EdgeCheck, type Finding, failed, leftOut, passed, unclear } from './check.ts';

const DECLARE =
  'Set `site-kind` to `preview` or `candidate`, or allow probes of production with `probe-production: true`.';

export const csrf: EdgeCheck = {
  id: 'csrf',
  title: 'A form of another site is refused',
  expected: 'a refusal (4xx) of a POST from another origin, where one from the own origin is answered otherwise',
  remedy:
    'Compare `Origin` (or `Sec-Fetch-Site`) with the own host for every request that changes something, and refuse with 403; or require a token that another site cannot know.',
  last: true,
  look: async (site) => {
    if (site.plan.csrfPaths.length === 0)
      return [leftOut(site.plan.url.host, 'no path is listed for it', 'List paths under `csrf-paths`.')];
    if (!mayProbe(site.plan)) return [leftOut(site.plan.url.host, 'probes do not run against production', DECLARE)];
    const found: Finding[] = [];
    for (const path of site.plan.csrfPaths) found.push(await judgeCsrf(site, path));
    return found;
  },
};

async function judgeCsrf({ asker, plan }: Site, path: string): Promise<Finding> {
  const what = `POST ${whatOf(plan, path)}`;
  const url = new URL(path, plan.url);
  const post = (origin: string, relation: string) =>
    asker.ask(url, {
      method: 'POST',
      // What a form of another site can send without asking first.
      headers: {
        origin,
        'sec-fetch-site': relation,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': '0',
      },
      body: '',
    });
  const foreign = await post('https://lockstep-audit.invalid', 'cross-site');
  if (foreign.kind === 'none' || foreign.status >= 500)
    return unclear('no-answer', what, shown(foreign), { remedy: CONTROL });
  if (foreign.status === 404 || foreign.status === 405)
    return unclear('no-such-route', what, shown(foreign), { remedy: CONTROL });
  if (foreign.status < 400) return failed('foreign-post-accepted', what, shown(foreign));
  const own = await post(plan.url.origin, 'same-origin');
  const measured = `${shown(foreign)} from another site, ${shown(own)} from the own`;
  if (own.kind === 'none' || own.status >= 500) return unclear('no-control', what, measured, { remedy: CONTROL });
  return own.status === foreign.status
    ? unclear('refused-for-another-reason', what, measured, { remedy: CONTROL })
    : passed(what, measured);
}

const CONTROL =
  'A refusal counts only where the same request from the own origin is answered otherwise. List a route that accepts POST without signing in, and pass `protection-bypass` for a protected deployment.';

export const rateLimit: EdgeCheck = {
  id: 'rate-limit',
  title: 'Many requests in a row are limited',
  expected: 'status 429 with Retry-After within the number of requests that was given',
  remedy:
    'Limit the route where every request passes (Vercel Firewall, or a store that all instances share), and answer with 429 and `Retry-After`.',
  last: true,
  look: async (site) => {
    if (site.plan.bursts.length === 0)
      return [leftOut(site.plan.url.host, 'no path is listed for it', 'List paths under `bursts`.')];
    if (!mayProbe(site.plan)) return [leftOut(site.plan.url.host, 'probes do not run against production', DECLARE)];
    const found: Finding[] = [];
    for (const burst of site.plan.bursts) found.push(...(await judgeBurst(site, burst)));
    return found;
  },
};

async function judgeBurst(site: Site, burst: Burst): Promise<readonly Finding[]> {
  const limited = await judgeLimit(site, burst);
  const isLimited = limited.kind === 'seen' && limited.verdict === 'pass';
  return isLimited ? [limited, await judgeOther(site, burst)] : [limited];
}

async function judgeLimit({ asker, plan }: Site, { method, path, requests }: Burst): Promise<Finding> {
  const what = `${method} ${whatOf(plan, path)}`;
  const url = new URL(path, plan.url);
  for (let sent = 1; sent <= requests; sent++) {
    const answer: Exchange = await asker.ask(url, { method });
    if (answer.kind === 'none' || answer.status >= 500)
      return unclear('no-answer', what, `${shown(answer)} at request ${sent}`, { remedy: BURST });
    if (answer.status === 401 || answer.status === 403 || answer.status === 404)
      return unclear('not-the-route', what, `${shown(answer)} at request ${sent}`, { remedy: BURST });
    if (answer.status !== 429) continue;
    // Whoever is refused from the start was refused for something else.
    if (sent === 1) return unclear('refused-at-once', what, 'HTTP 429 at request 1', { remedy: BURST });
    return header(answer, 'retry-after') === undefined
      ? failed('no-retry-after', what, `HTTP 429 at request ${sent}, without Retry-After`)
      : passed(what, `HTTP 429 at request ${sent}`);
  }
  return failed('never-limited', what, `${requests} requests, none refused`);
}

/** One request of another client, right after the limit: a limit that everyone shares is a switch to turn the site off. */
async function judgeOther({ asker, plan }: Site, { method, path }: Burst): Promise<Finding> {
  const what = `${method} ${whatOf(plan, path)} of another client`;
  if (plan.otherClient.length === 0)
    return leftOut(what, 'no other client is given', 'Give its headers as `other-client`.');
  const headers = Object.fromEntries(plan.otherClient.map(({ name, value }) => [name, value.reveal()]));
  const answer = await asker.ask(new URL(path, plan.url), { method, headers });
  if (answer.kind === 'none' || answer.status >= 500)
    return unclear('no-answer', what, shown(answer), { remedy: BURST });
  if (answer.status === 401 || answer.status === 403)
    return unclear('other-client-not-known', what, shown(answer), {
      remedy: 'Give headers under `other-client` that the route accepts.',
    });
  return answer.status === 429
    ? failed('limits-everyone', what, shown(answer), {
        remedy:
          'Count requests for each client (its user, key or address), not for all together: one client can otherwise turn the route off for everyone.',
      })
    : passed(what, shown(answer));
}

const BURST =
  'List a route that answers without signing in, wait until an earlier limit is over, and run the audit again.';
