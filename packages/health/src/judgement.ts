import type { Condition } from './conditions/condition.ts';
import { pinsStatus, unmet } from './conditions/evaluate.ts';
import { inconsistencies } from './consistency.ts';
import { type Criticality, isCritical } from './criticality.ts';
import type { HttpResponse, ProbeExchange } from './exchange.ts';
import { type AnswerFinding, allowing, type FindingRule, violation } from './finding.ts';
import type { FormatName } from './formats.ts';
import { staleness, type TimedRead } from './freshness.ts';
import {
  type ExpectedIdentity,
  type Identity,
  type IdentityMatch,
  identityOfAnswer,
  matchIdentity,
  noIdentity,
} from './identity.ts';
import { platformError } from './platform.ts';
import { redirectTarget, wallIn } from './protection.ts';
import type { HealthReading } from './reading.ts';
import type { ResponseClass } from './response-class.ts';
import { understand } from './understand.ts';

/** How the caller wants the answers of one path to be judged. */
export interface Expectations {
  readonly format: FormatName | 'auto';
  readonly identity: ExpectedIdentity;
  /** A response header that names the build, in addition to the body; lower-case. */
  readonly identityHeader: string | undefined;
  readonly conditions: readonly Condition[];
  readonly criticality: Criticality;
  readonly maxAgeMs: number;
  /** Rules that are noted instead of held against the answer. */
  readonly allowed: readonly FindingRule[];
}

interface Class {
  readonly class: ResponseClass;
  /** One line: why this class. */
  readonly because: string;
  /** What to do about it, where the answer shows that. */
  readonly remedy?: string;
}

/** One probe, judged. Holds nothing of the body but what `fields.ts` lets out. */
export interface JudgedAnswer extends Class {
  readonly findings: readonly AnswerFinding[];
  readonly identity: Identity;
  /** Whether the answer names every part of the identity that was asked for, and they fit. */
  readonly identified: boolean;
  readonly format: FormatName | undefined;
  readonly status: number | undefined;
  readonly at: number;
  readonly ms: number;
  /** Undefined where the answer carries no time. */
  readonly read: TimedRead | undefined;
}

/** Judges one exchange. `earlier` is the first read of the same path that carried the last timestamp. */
export function judgeAnswer(
  exchange: ProbeExchange,
  expect: Expectations,
  earlier: TimedRead | undefined,
): JudgedAnswer {
  const { at, ms } = exchange;
  const nothing = {
    at,
    ms,
    findings: [],
    identity: noIdentity,
    identified: false,
    format: undefined,
    status: undefined,
    read: undefined,
  };
  if (exchange.kind !== 'answer') {
    const because =
      exchange.kind === 'timeout' ? 'no response within the request timeout' : `no connection (${exchange.code})`;
    return { ...nothing, class: exchange.kind, because };
  }
  const answered = { ...nothing, status: exchange.status };
  const foreign = notFromApplication(exchange, expect);
  if (foreign !== undefined) return { ...answered, ...foreign };
  const understood = understand(exchange, expect.format);
  if (understood.format === undefined)
    return { ...answered, ...violated(understood.problem), findings: [understood.problem] };

  const { format, body } = understood;
  const reading = format.read(body);
  const identity = identityOfAnswer(exchange, reading.identity, expect.identityHeader);
  const findings = allowing(
    [
      ...staleness(exchange, reading, format, { maxAgeMs: expect.maxAgeMs, earlier }),
      ...inconsistencies(reading, format, expect.criticality, {
        status: exchange.status,
        isNamed: namesStatus(expect, exchange.status),
      }),
      ...expect.conditions
        .flatMap((condition) => unmet(condition, exchange) ?? [])
        .map((text) => violation('condition', text)),
    ],
    expect.allowed,
  );
  const match = matchIdentity(expect.identity, identity);
  const mustIdentify = format.identifies || expect.identityHeader !== undefined;
  const { timestamp, uptime } = reading;
  return {
    ...answered,
    ...(otherBuild(match) ??
      worst(findings) ??
      (mustIdentify ? unidentifiedBuild(match) : undefined) ??
      (format.withoutChecks ? { class: 'ok', because: 'responded' } : stateOf(reading, expect.criticality))),
    findings,
    identity,
    identified: match.kind === 'same',
    format: format.name,
    read: typeof timestamp === 'number' ? { at, timestamp, uptime } : undefined,
  };
}

/** The class of an answer that the application did not give. */
function notFromApplication(answer: HttpResponse, expect: Expectations): Class | undefined {
  const statusNamed = namesStatus(expect, answer.status);
  const wall = wallIn(answer, { expectsJson: expect.format !== 'plain', statusNamed });
  if (wall !== undefined) return { class: 'protected', because: `blocked by ${wall.what}`, remedy: wall.remedy };
  const away = statusNamed ? undefined : redirectTarget(answer);
  if (away !== undefined) {
    const because = `redirected to ${away} (HTTP ${answer.status})`;
    return { class: 'redirected', because, remedy: `set "url" to ${away} if the application is served there` };
  }
  const platform = platformError(answer, statusNamed);
  return platform === undefined ? undefined : { class: 'platform-error', because: platform };
}

/** A status that a condition asserts is expected: `[STATUS] == 401` asks for the 401. */
function namesStatus(expect: Expectations, status: number): boolean {
  return expect.conditions.some((condition) => pinsStatus(condition, status));
}

function otherBuild(match: IdentityMatch): Class | undefined {
  if (match.kind !== 'other') return undefined;
  const because = `expected ${match.what} ${match.expected}, got ${match.got}`;
  return { class: 'wrong-identity', because, remedy: 'check which deployment the host serves before you continue' };
}

function unidentifiedBuild(match: IdentityMatch): Class | undefined {
  if (match.kind !== 'absent') return undefined;
  const field = match.what === 'commit' ? 'git_commit' : 'deployment_id';
  const remedy = `add metadata.${field} to the response, name a response header in "identity-header", or remove "expect-${match.what}"`;
  return { class: 'identity-absent', because: `the response names no ${match.what}`, remedy };
}

const staleRules: readonly FindingRule[] = ['cached-answer', 'old-timestamp', 'repeating-timestamp'];

/** A stale answer says nothing of today, so that weighs more than what it says. */
function worst(findings: readonly AnswerFinding[]): Class | undefined {
  const broken = findings.filter((finding) => finding.weight === 'violation');
  const stale = broken.find((finding) => staleRules.includes(finding.rule));
  if (stale === undefined) return broken[0] === undefined ? undefined : violated(broken[0]);
  const remedy =
    "make the route dynamic (Next.js: export const dynamic = 'force-dynamic') and send cache-control: no-store";
  return { class: 'stale', because: stale.message, remedy };
}

function violated(finding: AnswerFinding): Class {
  return { class: 'contract-violation', because: finding.message };
}

/** What the answer's own contract says, with checks that are only advisory left out. */
function stateOf(reading: HealthReading, criticality: Criticality): Class {
  const { health = 'unhealthy', word } = reading;
  const notPassing = reading.checks.filter((check) => check.state !== 'pass');
  const critical = notPassing.filter((check) => isCritical(check.name, criticality));
  const shown = notPassing.map((check) => `${check.name}: ${check.state}`).join(', ');
  const because = `says "${word}"${shown === '' ? '' : ` (${shown})`}`;
  if (health === 'healthy') return { class: 'ok', because };
  if (notPassing.length > 0 && critical.length === 0)
    return { class: 'ok', because: `${because}; only advisory checks do not pass` };
  const failsElsewhere = notPassing.some((check) => check.state === 'fail' && !critical.includes(check));
  if (health === 'unhealthy' && failsElsewhere && critical.every((check) => check.state === 'warn'))
    return { class: 'degraded', because: `${because}; its failing checks are advisory` };
  return { class: health, because };
}
