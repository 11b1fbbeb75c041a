import { type Check, Fields, isMap } from '@lockstep/base';
import type { Send } from '../ask/client.ts';
import { type Exchange, jsonOf } from '../ask/exchange.ts';
import { seen } from '../checks/check.ts';
import { CONDITION_FORM, type Condition, readCondition } from './condition.ts';

/** A version that must be live before this release may be. */
export interface Requirement {
  /** What reports call it: `backend`, `schema`, `functions`. */
  readonly name: string;
  /** A health route; undefined means the one of the backend. */
  readonly url: URL | undefined;
  /** Where in its JSON the version is: `/metadata/version`. */
  readonly at: string;
  readonly needs: Condition;
}

/** Reads what a release requires from data that is already parsed. Nothing may be used where there is a problem. */
export function readRequirements(
  value: unknown,
  where: string,
): { readonly requirements: readonly Requirement[]; readonly problems: readonly string[] } {
  if (value === undefined || value === null || value === '') return { requirements: [], problems: [] };
  if (!isMap(value)) return { requirements: [], problems: [`${where}: expected a map of names to what is needed`] };
  const problems: string[] = [];
  const requirements = Object.entries(value).flatMap(([name, entry]): readonly Requirement[] => {
    const short = typeof entry === 'string' || typeof entry === 'number' ? { needs: String(entry) } : entry;
    const fields = new Fields(isMap(short) ? short : {}, `${where}: ${name}`);
    const needs = fields.text('needs', { required: true, expected: CONDITION_FORM });
    const url = fields.text('url');
    const at =
      fields.text('at') || `/metadata/${name === 'schema' ? 'schema_version' : name === 'backend' ? 'version' : name}`;
    fields.refuseOthers();
    const condition = readCondition(needs);
    if (needs !== '' && condition === undefined) fields.complain('needs', `expected ${CONDITION_FORM}`);
    if (url !== '' && !(/^https?:/.test(url) && URL.canParse(url))) fields.complain('url', 'expected a URL');
    if (!at.startsWith('/')) fields.complain('at', 'expected a path within JSON, such as /metadata/version');
    problems.push(...fields.problems);
    if (condition === undefined || fields.problems.length > 0) return [];
    return [{ name, url: url === '' ? undefined : new URL(url), at, needs: condition }];
  });
  return { requirements, problems };
}

/** Asks each health route once, and holds what it says against what is needed. */
export async function checkRequirements(
  requirements: readonly Requirement[],
  { healthUrl, send, contact }: { readonly healthUrl: URL; readonly send: Send; readonly contact: string },
): Promise<readonly Check[]> {
  const answers = new Map<string, Exchange>();
  const checks: Check[] = [];
  for (const requirement of requirements) {
    const url = requirement.url ?? healthUrl;
    const exchange = answers.get(url.href) ?? (await send({ method: 'GET', url, headers: {} }));
    answers.set(url.href, exchange);
    checks.push(judge(requirement, url, exchange, contact));
  }
  return checks;
}

function judge({ at, name, needs }: Requirement, url: URL, exchange: Exchange, contact: string): Check {
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
