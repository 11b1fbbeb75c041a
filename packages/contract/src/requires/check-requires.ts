import { type Check, isMap } from '@lockstep/base';
import type { Send } from '../ask/client.ts';
import { type Exchange, jsonOf } from '../ask/exchange.ts';
import { seen } from '../checks/check.ts';
import type { Condition } from './condition.ts';
import type { Requirement } from './requirement.ts';

/** Asks each health route once, and holds what it says against what is needed. */
export async function checkRequirements(
  requirements: readonly Requirement[],
  { healthUrl, send, contact }: { readonly healthUrl: URL | undefined; readonly send: Send; readonly contact: string },
): Promise<readonly Check[]> {
  const answers = new Map<string, Exchange>();
  const checks: Check[] = [];
  for (const { at, name, needs, url: own } of requirements) {
    const url = own ?? healthUrl;
    // Without a version only its ledger is asked.
    if (needs === undefined || url === undefined) continue;
    const exchange = answers.get(url.href) ?? (await send({ method: 'GET', url, headers: {} }));
    answers.set(url.href, exchange);
    checks.push(judge({ at, name, needs }, url, exchange, contact));
  }
  return checks;
}

type Needed = Pick<Requirement, 'at' | 'name'> & { readonly needs: Condition };

function judge({ at, name, needs }: Needed, url: URL, exchange: Exchange, contact: string): Check {
  const facts = {
    id: 'requires/live',
    title: 'What this release requires is live',
    what: name,
    expected: `${needs.text}, at ${at} of ${url.host}${url.pathname}`,
  };
  const value = exchange.kind === 'answer' ? versionAt(jsonOf(exchange)?.value, at) : undefined;
  if (value === undefined)
    return {
      ...facts,
      verdict: 'unknown',
      reason: exchange.kind === 'lost' ? 'no-answer' : 'no-version',
      measured: seen(exchange),
      remedy: `${contact === '' ? '' : `call ${contact}; `}let the health route name the version of ${name}, or set "at" to where it does`,
    };
  const holds = needs.holds(value);
  if (holds === undefined)
    return {
      ...facts,
      verdict: 'unknown',
      reason: 'not-comparable',
      measured: 'no version of digits and dots',
      remedy: 'name versions by digits and dots',
    };
  return holds
    ? { ...facts, verdict: 'pass', reason: 'live', measured: value, remedy: '' }
    : {
        ...facts,
        verdict: 'fail',
        reason: 'not-live-yet',
        measured: value,
        remedy: `release ${name} first; in a rollback, roll this release back before ${name}`,
      };
}

/** A version in the JSON; undefined where there is none, or something that cannot be one. */
function versionAt(value: unknown, at: string): string | undefined {
  let found = value;
  for (const key of at.slice(1).split('/')) found = isMap(found) ? found[key] : undefined;
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && /^[\w.+-]{1,80}$/.test(found) ? found : undefined;
}
