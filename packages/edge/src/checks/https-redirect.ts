import { type Exchange, isWall, shown } from '../ask/exchange.ts';
import type { Site } from '../site.ts';
import { redirectOf } from '../visit.ts';
import { type EdgeCheck, type Finding, failed, passed, unclear } from './check.ts';

export const httpsRedirect: EdgeCheck = {
  id: 'https-redirect',
  title: 'Plain HTTP is redirected to HTTPS on the first hop',
  expected: 'a redirect to https:// on the same host as the very first answer',
  remedy:
    'Redirect every request over HTTP to the same host and path over HTTPS before anything else, and only then to another host.',
  look: async (site) => [decide(site, await askPlain(site))],
};

/** The very first answer over plain HTTP. */
export function askPlain({ asker, once, plan }: Site): Promise<Exchange> {
  return once('plain', () => asker.ask(new URL('/', plan.httpUrl)));
}

function decide({ plan }: Site, answer: Exchange): Finding {
  const what = plan.httpUrl.origin;
  if (answer.kind === 'none') return unclear('no-answer', what, shown(answer), { remedy: NO_ANSWER });
  const to = redirectOf(answer);
  if (to === undefined) {
    if (isWall(answer) || answer.status >= 500)
      return unclear('not-the-app', what, shown(answer), { remedy: NO_ANSWER });
    return failed('served-without-tls', what, shown(answer));
  }
  const measured = `HTTP ${answer.status} to ${to.origin}`;
  if (to.protocol !== 'https:') return failed('redirect-without-tls', what, measured);
  if (to.hostname !== plan.httpUrl.hostname) return failed('redirect-to-other-host', what, measured);
  return passed(what, measured);
}

const NO_ANSWER =
  'It could not be seen what happens over plain HTTP. If port 80 is closed on purpose, leave this check out with `checks: !https-redirect`; otherwise check that the host is reachable.';
