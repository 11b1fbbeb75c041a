import type { LookupFunction } from 'node:net';
import { type Check, fits, InputError, type NotVerified, type Secret } from '@lockstep/base';
import { ACTING_PATHS } from './ask/allowed.ts';
import { openAsker } from './ask/asker.ts';
import { type EdgeCheck, type Found, type Gap, gap, reported } from './checks/check.ts';
import { observatory } from './checks/observatory.ts';
import { edgeChecks } from './checks.ts';
import { type Deadline, TimeLeft } from './deadline.ts';
import { nodeDns } from './dns/reader.ts';
import { buildIdentity, type ExpectedBuild, judgeBuild, notLookedAt, type ServedBuild } from './identity.ts';
import type { EdgePlan } from './plan.ts';
import { gradeOf, scoreSite } from './score/site-score.ts';
import type { Site, Visit } from './site.ts';
import { inspect, offer, type TlsTarget } from './tls/inspect.ts';
import { visit } from './visit.ts';

export interface AuditOptions {
  readonly requestTimeoutMs: number;
  readonly mostRequests: number;
  readonly bypass: Secret;
  readonly nowMs: number;
  /** Asks the host for its build, where one is expected. It is asked before anything else. */
  readonly identity?: {
    readonly expected: ExpectedBuild;
    readonly ask: (signal: AbortSignal) => Promise<ServedBuild>;
  };
  /** Certificates that are trusted besides the well-known ones, PEM. */
  readonly ca?: readonly string[];
  /** How names become addresses; by default as the system does it. */
  readonly lookup?: LookupFunction;
  /** How long the audit may take. What is not decided by then is not verified; what is stays. */
  readonly deadline?: Deadline;
  readonly signal: AbortSignal;
}

export interface Audited extends Found {
  /** Of the first page, by the rules of Mozilla Observatory; undefined where it could not be scored. */
  readonly grade: { readonly score: number; readonly grade: string } | undefined;
  /** Requests that were sent. */
  readonly asked: number;
}

/** What is wrong with the patterns of `selectChecks`. */
export function selectionProblems(patterns: readonly string[]): readonly string[] {
  const idle = patterns.filter((pattern) => !edgeChecks.some(({ id }) => fits(pattern.replace(/^!/, ''), id)));
  return idle.map(
    (one) => `input "checks": "${one}" is about no check; there are ${edgeChecks.map(({ id }) => id).join(', ')}`,
  );
}

/** Which checks run, and which the caller left out. Throws InputError for a pattern that is about no check. */
export function selectChecks(patterns: readonly string[]): {
  readonly run: readonly EdgeCheck[];
  readonly leftOut: readonly EdgeCheck[];
} {
  const problems = selectionProblems(patterns);
  if (problems.length > 0) throw new InputError(problems);
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
  const unwanted = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const isWanted = ({ id }: EdgeCheck) =>
    (wanted.length === 0 || wanted.some((pattern) => fits(pattern, id))) &&
    !unwanted.some((pattern) => fits(pattern, id));
  return { run: edgeChecks.filter(isWanted), leftOut: edgeChecks.filter((one) => !isWanted(one)) };
}

/** Looks at a site. Throws only when cancelled, or what `selectChecks` throws. */
export async function auditEdge(plan: EdgePlan, given: AuditOptions): Promise<Audited> {
  const { run, leftOut } = selectChecks(plan.checks);
  const time = new TimeLeft(given.deadline, given.signal);
  const options = { ...given, signal: time.signal };
  const asker = openAsker({
    allowance: {
      hosts: [plan.url.host, plan.httpUrl.host, ...plan.hosts],
      skipPaths: [...ACTING_PATHS, ...plan.skipPaths],
    },
    timeoutMs: options.requestTimeoutMs,
    mostRequests: options.mostRequests,
    bypass: options.bypass,
    origin: plan.url,
    ...(options.ca === undefined ? {} : { ca: options.ca }),
    ...(options.lookup === undefined ? {} : { lookup: options.lookup }),
    signal: options.signal,
  });
  try {
    const site = siteOf(plan, options, asker);
    const checks: Check[] = [];
    const gaps: NotVerified[] = leftOut.map(leftOutGap);
    const add = (found: Found) => {
      checks.push(...found.checks);
      gaps.push(...found.gaps);
    };
    const end = (grade?: Audited['grade']): Audited => ({ checks, gaps, grade, asked: asker.asked });
    const { identity } = options;
    if (identity !== undefined) {
      const served = await time.within(() => identity.ask(time.signal));
      const finding = served === undefined ? tooLate(plan, time) : judgeBuild(plan.url.host, identity.expected, served);
      add(reported(buildIdentity, [finding]));
      // What is found of another build, or of one that nobody knows, says nothing of the one that is meant.
      if (finding.kind === 'gap' || finding.verdict !== 'pass') {
        for (const check of run) add(reported(check, [finding.kind === 'gap' ? finding : notLookedAt(check, finding)]));
        return end();
      }
    }
    const look = async (check: EdgeCheck) =>
      reported(check, (await time.within(() => check.look(site))) ?? [tooLate(plan, time)]);
    for (const found of await Promise.all(run.filter(({ last }) => last !== true).map(look))) add(found);
    // One after the other: each disturbs whoever asks at the same time.
    for (const check of run.filter(({ last }) => last === true)) add(await look(check));
    const isScored = run.some(({ id }) => id === observatory.id);
    const scored = isScored ? await time.within(() => scoreSite(site)) : undefined;
    return end(scored === undefined ? undefined : gradeOf(scored.score));
  } finally {
    time.end();
    asker.close();
  }
}

function tooLate({ url }: EdgePlan, time: TimeLeft): Gap {
  return gap(url.origin, time.over, 'Raise `deadline`, or audit fewer paths.');
}

function siteOf(plan: EdgePlan, options: AuditOptions, asker: Site['asker']): Site {
  const answers = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const known = answers.get(key);
    if (known !== undefined) return known as Promise<T>;
    const made = work();
    answers.set(key, made);
    return made;
  };
  const target: TlsTarget = {
    host: plan.url.hostname.replace(/^\[|\]$/g, ''),
    port: plan.url.port === '' ? 443 : Number(plan.url.port),
    timeoutMs: options.requestTimeoutMs,
    ...(options.ca === undefined ? {} : { ca: options.ca }),
    ...(options.lookup === undefined ? {} : { lookup: options.lookup }),
    signal: options.signal,
  };
  const visitAll = async (): Promise<readonly Visit[]> => {
    const visits: Visit[] = [];
    // A few at a time: an audit is no load test.
    for (let from = 0; from < plan.paths.length; from += 3) {
      const some = plan.paths.slice(from, from + 3);
      visits.push(...(await Promise.all(some.map((path) => visit(asker, plan.url, path)))));
    }
    return visits;
  };
  return {
    plan,
    nowMs: options.nowMs,
    asker,
    once,
    tls: {
      inspect: () => once('tls', () => inspect(target)),
      offer: (version) => once(`tls ${version}`, () => offer(target, version)),
      inspectAgain: () => inspect(target),
      offerAgain: (version) => offer(target, version),
    },
    dns: nodeDns({ timeoutMs: options.requestTimeoutMs, signal: options.signal }),
    visits: () => once('visits', visitAll),
  };
}

function leftOutGap({ id, title }: EdgeCheck): NotVerified {
  return { id, what: title, because: 'left out by the input "checks"', remedy: '', chosen: true };
}
