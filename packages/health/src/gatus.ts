import type { Condition, Literal, Reference } from './conditions/condition.ts';
import { formatNamed } from './formats.ts';
import type { Expectations } from './judgement.ts';
import type { Health } from './reading.ts';
import type { DegradedPolicy } from './response-class.ts';

/** What a monitor asks, in Gatus's terms. */
export interface GatusGate {
  readonly origin: URL;
  /** Sent in place of the origin's own host. */
  readonly host: string | undefined;
  readonly paths: readonly string[];
  readonly expectations: Readonly<Record<string, Expectations>>;
  readonly degraded: DegradedPolicy;
  readonly requestTimeoutMs: number;
  /** The deployment is protected: the monitor needs the secret too. */
  readonly isProtected: boolean;
}

/** A gate asks every few seconds for minutes; a monitor asks for years. */
const INTERVAL = '60s';

/**
 * The endpoints and conditions of a gate as a file for Gatus (github.com/TwiN/gatus, v5), as YAML whose values are JSON.
 * What Gatus would read otherwise than the gate does is left out and said in a comment: it takes `21d` for 0, cuts fractions
 * off, and finds that what is absent differs from anything.
 */
export function gatusFile(gate: GatusGate): string {
  const lines = [
    '# Written by the health gate of Lockstep: the same paths and conditions, for Gatus (https://github.com/TwiN/gatus).',
    '# Add who is notified of a failure: https://github.com/TwiN/gatus#alerting',
    'endpoints:',
    ...gate.paths.flatMap((path) => endpoint(gate, path)),
  ];
  return `${lines.join('\n')}\n`;
}

function endpoint(gate: GatusGate, path: string): string[] {
  const { origin, host, requestTimeoutMs } = gate;
  const { conditions, left } = conditionsOf(gate.expectations[path], gate.degraded);
  const headers = [
    ...(host === undefined ? [] : [['Host', host]]),
    // Gatus reads the secret from its own environment.
    ...(gate.isProtected ? [['x-vercel-protection-bypass', '${VERCEL_AUTOMATION_BYPASS_SECRET}']] : []),
  ];
  return [
    ...left.map((what) => `  # Not in it: ${what}`),
    `  - name: ${literal(path)}`,
    `    group: ${literal(host ?? origin.host)}`,
    `    url: ${literal(new URL(path, origin).href)}`,
    `    interval: ${INTERVAL}`,
    ...(headers.length === 0
      ? []
      : ['    headers:', ...headers.map(([name = '', value]) => `      ${name}: ${JSON.stringify(value)}`)]),
    '    client:',
    `      timeout: ${requestTimeoutMs}ms`,
    // A redirect is an answer of its own, to the gate as well.
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
  for (const condition of expected?.conditions ?? []) {
    const said = gatusCondition(condition);
    if (said === undefined) left.push(oneLine(condition.source));
    for (const one of said ?? []) conditions.add(one);
  }
  const { critical, advisory } = expected?.criticality ?? { critical: [], advisory: [] };
  if (critical.length + advisory.length > 0)
    left.push('critical-checks and advisory-checks, since Gatus knows no advisory check');
  return { conditions: conditions.size > 0 ? [...conditions] : ['[CONNECTED] == true'], left };
}

/** The status codes and words of a format that are well: found by asking the format itself, which alone knows them. */
function ofFormat({ format }: Expectations, accepted: readonly Health[]): string[] {
  const named = formatNamed(format === 'auto' ? 'plain' : format);
  const codes = Array.from({ length: 500 }, (_, at) => at + 100).filter((code) =>
    accepted.some((health) => named.statusFits(health, code)),
  );
  const [first = 100, last = 599] = [codes[0], codes.at(-1)];
  const status =
    first === last
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

/** The same condition in Gatus's words, as one or two; undefined where it would mean something else there. */
export function gatusCondition({ left, operator, right }: Condition): readonly string[] | undefined {
  const place = placeOf(left);
  const value = operandOf(right, operator === '==' || operator === '!=');
  if (place === undefined || value === undefined) return undefined;
  const said = `${place} ${operator} ${value}`;
  // What is absent meets no condition of the gate; to Gatus it is a text that differs.
  const mayBeAbsent = operator !== '==' && left.kind !== 'has' && ['BODY', 'HEADER'].includes(left.place);
  return mayBeAbsent && left.path.length > 0 ? [`has(${placeOf({ ...left, kind: 'place' })}) == true`, said] : [said];
}

function placeOf({ kind, place, path }: Reference): string | undefined {
  const steps = path.map((step) =>
    /^\d+$/.test(step) ? `[${step}]` : /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : undefined,
  );
  if (steps.includes(undefined)) return undefined;
  const whole = `[${place}]${steps.join('')}`;
  return kind === 'place' ? whole : `${kind}(${whole})`;
}

function operandOf(right: readonly Literal[], isEquality: boolean): string | undefined {
  const values = right.map((one) => (one.kind === 'pattern' ? patternOf(one.pattern) : plainOf(one.value, isEquality)));
  const [only] = values;
  if (only === undefined || values.includes(undefined)) return undefined;
  if (values.length === 1) return only;
  // Inside any(…) a pattern is a text.
  return right.some(({ kind }) => kind === 'pattern') ? undefined : anyOf(values as string[]);
}

/** Gatus compares whole numbers alone by their order, and texts without quotes. */
function plainOf(value: number | string | boolean | null, isEquality: boolean): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (typeof value === 'boolean') return String(value);
  return value !== null && isEquality && /^[\w.:/+-]+(?: [\w.:/+-]+)*$/.test(value) ? value : undefined;
}

/** Its patterns know more signs than `*`. */
function patternOf(pattern: string): string | undefined {
  return /^[\w\s.:/+*"'{}<>=,-]+$/.test(pattern) && !/ (?:[=!]=|[<>]=?) |\n/.test(pattern)
    ? `pat(${pattern})`
    : undefined;
}

function anyOf(words: readonly string[]): string {
  return words.length === 1 ? (words[0] ?? '') : `any(${words.join(', ')})`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
