import { inconsistencies } from './consistency.ts';
import type { Criticality } from './criticality.ts';
import { isCritical } from './criticality.ts';
import type { Exchange } from './exchange.ts';
import { allowing, type Finding, type Rule, violation } from './finding.ts';
import { detectFormat, type Format, formatNamed } from './formats.ts';
import { staleness, type TimedRead } from './freshness.ts';
import { type ExpectedIdentity, type Identity, matchIdentity, noIdentity } from './identity.ts';
import { platformError } from './platform.ts';
import { redirectTarget, wallIn } from './protection.ts';
import type { FormatName, Reading } from './reading.ts';

/** What an answer is. Never collapsed: each calls for something else. */
export const responseClasses = [
  'healthy',
  'degraded',
  'unhealthy',
  'contract-violation',
  'wrong-identity',
  'identity-absent',
  'stale',
  'protected',
  'redirected',
  'platform-error',
  'timeout',
  'network',
] as const;
export type ResponseClass = (typeof responseClasses)[number];

/** How the caller wants answers to be judged. */
export interface Expectations {
  readonly format: FormatName | 'auto';
  readonly identity: ExpectedIdentity;
  readonly criticality: Criticality;
  readonly maxAgeMs: number;
  readonly allowed: readonly Rule[];
}

/** One probe, judged. Holds nothing of the body but what `fields.ts` lets out. */
export interface Judgement {
  readonly class: ResponseClass;
  /** One line: why this class. */
  readonly because: string;
  /** What to do about it, where the answer itself tells. */
  readonly remedy: string | undefined;
  readonly findings: readonly Finding[];
  readonly identity: Identity;
  readonly format: FormatName | undefined;
  readonly status: number | undefined;
  readonly at: number;
  readonly ms: number;
  /** Undefined where the answer says nothing of its time. */
  readonly read: TimedRead | undefined;
}

/** Judges one exchange. `earlier` is the last read of the same path that carried a timestamp. */
export function judge(exchange: Exchange, expect: Expectations, earlier: TimedRead | undefined): Judgement {
  const { at, ms } = exchange;
  const base = { at, ms, remedy: undefined, findings: [], identity: noIdentity, format: undefined, read: undefined };
  if (exchange.kind !== 'answer') {
    const because = exchange.kind === 'timeout' ? 'no answer in time' : `no connection (${exchange.code})`;
    return { ...base, class: exchange.kind, because, status: undefined };
  }
  const { status } = exchange;
  const wall = wallIn(exchange, expect.format !== 'plain');
  if (wall !== undefined)
    return { ...base, class: 'protected', because: `met ${wall.what}`, remedy: wall.remedy, status };
  const away = redirectTarget(exchange);
  if (away !== undefined) {
    const remedy = `probe ${away} itself if that is where the application lives`;
    return { ...base, class: 'redirected', because: `redirected to ${away} (HTTP ${status})`, remedy, status };
  }
  const platform = platformError(exchange);
  if (platform !== undefined) return { ...base, class: 'platform-error', because: platform, status };

  const { format, body, problem } = understand(exchange.body, exchange.headers['content-type'] ?? '', expect.format);
  if (format === undefined)
    return { ...base, class: 'contract-violation', because: problem.message, findings: [problem], status };
  const reading = format.read(body);
  const stale = staleness(exchange, reading, format, expect.maxAgeMs, earlier);
  const length = exchange.truncated ? [violation('too-long', 'the body is longer than the gate reads')] : [];
  const inconsistent = [...length, ...inconsistencies(reading, format, status, expect.criticality)];
  const findings = allowing([...stale, ...inconsistent], expect.allowed);
  const read =
    typeof reading.timestamp === 'number' ? { at, timestamp: reading.timestamp, uptime: reading.uptime } : undefined;
  return {
    ...base,
    ...verdictOn(reading, format, findings, expect),
    findings,
    identity: reading.identity,
    format: format.name,
    status,
    read,
  };
}

type Understood =
  | { readonly format: Format; readonly body: unknown; readonly problem?: undefined }
  | { readonly format?: undefined; readonly body?: undefined; readonly problem: Finding };

function understand(text: string, contentType: string, wanted: FormatName | 'auto'): Understood {
  if (wanted === 'plain') return { format: formatNamed('plain'), body: undefined };
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    const what = contentType.includes('html') ? 'an HTML page' : 'no JSON';
    return { problem: violation('not-json', `answered ${what} where health JSON is expected`) };
  }
  if (wanted !== 'auto') return { format: formatNamed(wanted), body };
  const format = detectFormat(body, contentType);
  if (format !== undefined) return { format, body };
  return {
    problem: violation('unrecognised-format', 'answered JSON of no known health format; name it with "format"'),
  };
}

const staleRules: readonly Rule[] = ['cached-answer', 'old-timestamp', 'repeating-timestamp'];

function verdictOn(
  reading: Reading,
  format: Format,
  findings: readonly Finding[],
  expect: Expectations,
): Pick<Judgement, 'class' | 'because' | 'remedy'> {
  const match = matchIdentity(expect.identity, reading.identity);
  if (match.kind === 'other') {
    const because = `${match.what} ${match.got} answered, not ${match.expected}`;
    return { class: 'wrong-identity', because, remedy: 'see which deployment the host serves before going on' };
  }
  const broken = findings.filter((finding) => finding.weight === 'violation');
  const stale = broken.find((finding) => staleRules.includes(finding.rule));
  if (stale !== undefined)
    return {
      class: 'stale',
      because: stale.message,
      remedy:
        "make the route dynamic: in Next.js, export const dynamic = 'force-dynamic', and send cache-control: no-store",
    };
  const [first] = broken;
  if (first !== undefined) return { class: 'contract-violation', because: first.message, remedy: undefined };
  if (match.kind === 'absent' && format.identifies)
    return {
      class: 'identity-absent',
      because: `the answer names no ${match.what}`,
      remedy: `let the route report it (metadata.${match.what === 'commit' ? 'git_commit' : 'deployment_id'}), or ask for none`,
    };
  return stateOf(reading, expect.criticality);
}

/** What the answer's own contract says, with checks that are only advisory left out. */
function stateOf(reading: Reading, criticality: Criticality): Pick<Judgement, 'class' | 'because' | 'remedy'> {
  const { health = 'unhealthy', word } = reading;
  const troubled = reading.checks.filter((check) => check.state !== 'pass');
  const critical = troubled.filter((check) => isCritical(check.name, criticality));
  const shown = troubled.map((check) => `${check.name}: ${check.state}`).join(', ');
  const because = `says "${word}"${shown === '' ? '' : ` (${shown})`}`;
  if (health === 'healthy') return { class: 'healthy', because, remedy: undefined };
  if (troubled.length > 0 && critical.length === 0)
    return { class: 'healthy', because: `${because}; only advisory checks are troubled`, remedy: undefined };
  const failsElsewhere = troubled.some((check) => check.state === 'fail' && !critical.includes(check));
  if (health === 'unhealthy' && failsElsewhere && critical.every((check) => check.state === 'warn'))
    return { class: 'degraded', because: `${because}; its failing checks are advisory`, remedy: undefined };
  return { class: health, because, remedy: undefined };
}
