import { onOrigin } from '@lockstep/base';
import { type FormatName, formatNamed } from './formats.ts';
import { anyOf, gatusCondition } from './gatus-condition.ts';
import type { Expectations } from './judgement.ts';
import type { Health } from './reading.ts';
import type { DegradedPolicy } from './response-class.ts';

/** What a monitor asks, in Gatus's terms. */
export interface GatusGate {
  readonly origin: URL;
  /** Sent in place of the origin's own host. */
  readonly host: string | undefined;
  readonly paths: readonly string[];
  /** Of paths that were asked: where a redirect within the origin ends, and the format that was recognized. */
  readonly seen?: Readonly<Record<string, SeenPath>>;
  readonly expectations: Readonly<Record<string, Expectations>>;
  readonly degraded: DegradedPolicy;
  readonly requestTimeoutMs: number;
  /** The deployment is protected: the monitor needs the secret too. */
  readonly isProtected: boolean;
}

export interface SeenPath {
  readonly landed: string;
  readonly format: FormatName | undefined;
}

/** A gate asks every few seconds for minutes; a monitor asks for years. */
const INTERVAL = '60s';

/**
 * The endpoints and conditions of a gate as a file for Gatus (github.com/TwiN/gatus, v5), as YAML whose values are JSON.
 * What Gatus would read otherwise than the gate does is left out and said in a comment: it takes `21d` for 0, cuts fractions
 * off, knows no headers, and finds that what is absent differs from anything. Gatus itself is the judge, in .ci/judges.
 */
export function gatusFile(gate: GatusGate): string {
  const lines = [
    '# Written by the health gate of Lockstep: the same paths and conditions, for Gatus (https://github.com/TwiN/gatus).',
    '# Add who is notified of a failure: https://github.com/TwiN/gatus#alerting',
    'endpoints:',
    ...namesOf(gate.paths).flatMap(([path, name]) => endpoint(gate, path, name)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Gatus refuses a file in which two names are one to it: it tells apart neither `/a/b`, `/a-b` and `/a.b` nor case. */
function namesOf(paths: readonly string[]): (readonly [string, string])[] {
  const seen = new Map<string, number>();
  return paths.map((path) => {
    const key = path.toLowerCase().replace(/[/_., #+&]/g, '-');
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    return [path, earlier === 0 ? path : `${path} (${earlier + 1})`];
  });
}

function endpoint(gate: GatusGate, path: string, name: string): string[] {
  const { origin, host, requestTimeoutMs } = gate;
  const seen = gate.seen?.[path];
  const expected = gate.expectations[path];
  const format = expected?.format === 'auto' ? (seen?.format ?? 'auto') : (expected?.format ?? 'auto');
  const { conditions, left } = conditionsOf(expected && { ...expected, format }, gate.degraded);
  const headers = [
    ...(host === undefined ? [] : [['Host', host]]),
    // Gatus reads the secret from its own environment.
    ...(gate.isProtected ? [['x-vercel-protection-bypass', '${VERCEL_AUTOMATION_BYPASS_SECRET}']] : []),
  ];
  return [
    // It replaces `$NAME` in comments as well.
    ...left.map((what) => `  # Not in it: ${what.replaceAll('$', '$$$$')}`),
    `  - name: ${literal(name)}`,
    `    group: ${literal(host ?? origin.host)}`,
    `    url: ${literal(onOrigin(seen?.landed ?? path, origin).href)}`,
    `    interval: ${INTERVAL}`,
    ...(headers.length === 0
      ? []
      : ['    headers:', ...headers.map(([name = '', value]) => `      ${name}: ${JSON.stringify(value)}`)]),
    '    client:',
    `      timeout: ${requestTimeoutMs}ms`,
    // Gatus would follow a redirect to another host as well, such as to a login page.
    '      ignore-redirect: true',
    '    conditions:',
    ...conditions.map((one) => `      - ${literal(one)}`),
  ];
}

/** A value as YAML; Gatus replaces `$NAME` by its environment in the whole file, and `$$` by one dollar sign. */
function literal(value: string): string {
  return JSON.stringify(value.replaceAll('$', '$$$$'));
}

interface Exported {
  readonly conditions: readonly string[];
  /** What could not be said, for a comment. */
  readonly left: readonly string[];
}

function conditionsOf(expected: Expectations | undefined, degraded: DegradedPolicy): Exported {
  const accepted: readonly Health[] = degraded === 'fail' ? ['healthy'] : ['healthy', 'degraded'];
  const left: string[] = [];
  const conditions = new Set(expected === undefined ? [] : ofFormat(expected, accepted));
  if (expected?.format === 'auto')
    left.push('what the answers say of themselves; name the format of the path instead of `auto`');
  for (const condition of expected?.conditions ?? []) {
    const said = gatusCondition(condition);
    if ('not' in said) left.push(`${oneLine(condition.source)} (${said.not})`);
    else for (const one of said.conditions) conditions.add(one);
  }
  const { critical, advisory } = expected?.criticality ?? { critical: [], advisory: [] };
  if (critical.length + advisory.length > 0)
    left.push('critical-checks and advisory-checks, since Gatus knows no advisory check');
  return { conditions: conditions.size > 0 ? [...conditions] : ['[CONNECTED] == true'], left };
}

/** The status codes and words of a format that are well: found by asking the format itself, which alone knows them. */
function ofFormat({ conditions, format }: Expectations, accepted: readonly Health[]): string[] {
  const named = formatNamed(format === 'auto' ? 'plain' : format);
  const codes = Array.from({ length: 500 }, (_, at) => at + 100).filter((code) =>
    accepted.some((health) => named.statusFits(health, code)),
  );
  const [first = 100, last = 599] = [codes[0], codes.at(-1)];
  // A code that a condition asserts is the one to come, whatever the format expects.
  const isNamed = conditions.some(({ left, operator }) => left.place === 'STATUS' && operator === '==');
  const status = isNamed
    ? []
    : first === last
      ? [`[STATUS] == ${first}`]
      : codes.length === 500
        ? []
        : [`[STATUS] >= ${first}`, `[STATUS] < ${last + 1}`];
  if (named.withoutChecks === true) return status;
  const isWell = (status: string) => {
    const { health } = named.read({ status });
    return health !== undefined && accepted.includes(health);
  };
  // Where any word is well, the format does not go by that field.
  const words = isWell('no word of a format') ? [] : WORDS.filter(isWell);
  return words.length === 0 ? status : [...status, `[BODY].status == ${anyOf(words)}`];
}

/** Words that routes use for being well; which of them a format knows is asked of it. */
const WORDS = ['healthy', 'degraded', 'alive', 'ready', 'ok', 'pass', 'warn', 'up', 'UP', 'UNKNOWN'];

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
