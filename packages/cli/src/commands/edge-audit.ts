import {
  checksJson,
  checksText,
  InputError,
  judgeChecks,
  makeCheckList,
  parseDuration,
  Secret,
  systemClock,
} from '@lockstep/base';
import type { AuditOptions, Beacon, EdgePlan } from '@lockstep/edge';
import type { Call, Command } from '../command.ts';
import { OwnWords } from '../own-words.ts';
import { ownVersion } from './version.ts';

const list = (text: string, absent: readonly string[] = []): readonly string[] => {
  const words = text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return words.length === 0 ? absent : words;
};

export const edgeAudit: Command = {
  name: 'edge-audit',
  summary: 'looks at a site from outside: TLS, headers, policies, cookies, DNS',
  details: `
Runs the checks of the action edge-audit that only read. Exit code: 0 where all pass, 1 where one failed, 2 where one is
unknown. A protected deployment of Vercel is reached with VERCEL_AUTOMATION_BYPASS_SECRET in the environment.

  lockstep edge-audit https://shop.example.com --paths /,/login --checks '!dns-*'

An app that runs on your machine has neither a CDN nor plain HTTP next to it:

  lockstep edge-audit http://localhost:3000 --checks '!https-redirect,!cdn-hit'`,
  arguments: [{ name: 'URL', meaning: 'the address of the site', required: true }],
  options: [
    { name: 'paths', value: 'PATHS', meaning: 'pages, with commas between them', absent: '/' },
    { name: 'api-paths', value: 'PATHS', meaning: 'paths of the API, for CORS' },
    { name: 'cors-origins', value: 'ORIGINS', meaning: 'origins of other sites of yours that may read those paths' },
    {
      name: 'expect-deployment',
      value: 'ID',
      meaning: 'deployment that has to answer; it is asked for before all else',
    },
    { name: 'expect-commit', value: 'SHA', meaning: 'commit that has to answer' },
    {
      name: 'identity-path',
      value: 'PATH',
      meaning: 'health route that says which build answers',
      absent: '/api/health',
    },
    {
      name: 'telemetry',
      value: 'NAMES',
      meaning: 'telemetry that the pages send: vercel-analytics, speed-insights, sentry',
    },
    { name: 'checks', value: 'IDS', meaning: 'checks to run; * matches anything, ! leaves one out' },
    { name: 'hosts', value: 'HOSTS', meaning: 'other hosts of yours that may be requested' },
    { name: 'http-url', value: 'URL', meaning: 'where the host answers without TLS' },
    {
      name: 'csp',
      value: 'LEVEL',
      meaning: 'findings that fail',
      choices: ['strict', 'balanced', 'report'],
      absent: 'balanced',
    },
    { name: 'min-grade', value: 'GRADE', meaning: 'lowest grade of the headers that passes', absent: 'B+' },
    {
      name: 'min-tls',
      value: 'VERSION',
      meaning: 'oldest TLS that may answer',
      choices: ['1.2', '1.3'],
      absent: '1.2',
    },
    { name: 'min-days-left', value: 'DAYS', meaning: 'days that the certificate must be valid', absent: '21' },
    { name: 'dns-resolvers', value: 'ADDRESSES', meaning: 'DNS resolvers', absent: '1.1.1.1,8.8.8.8' },
    { name: 'dns-expect', value: 'NAMES', meaning: 'addresses or the name that the host must point at' },
    { name: 'dns-authority', value: 'ADDRESSES', meaning: 'name servers of the zone, in place of those found' },
    { name: 'dns-max-ttl', value: 'DURATION', meaning: 'longest time to live of a record', absent: '60m' },
    { name: 'skip-paths', value: 'PATHS', meaning: 'paths that are never requested; * matches anything' },
    { name: 'request-timeout', value: 'DURATION', meaning: 'how long one request may take', absent: '10s' },
    { name: 'deadline', value: 'DURATION', meaning: 'how long the whole audit may take', absent: '3m' },
  ],
  run: async (call) => {
    const edge = await import('@lockstep/edge');
    const settings = readSettings(call, edge.selectionProblems);
    const { checks, gaps } = await edge.auditEdge(settings.plan, settings.options);
    const { nowMs } = settings.options;
    const made = makeCheckList({
      ...{ subject: settings.plan.url.host, nowMs, run: null },
      tool: { name: 'edge-audit', version: ownVersion() },
      ...{ checks: OWN_WORDS.checks(checks), notVerified: OWN_WORDS.gaps(gaps) },
    });
    const judgement = judgeChecks(made, { onUnknown: 'fail', reportOnly: false }, nowMs);
    const text = call.json ? checksJson(judgement) : checksText(judgement, call.terminal.paint);
    call.terminal.write(text.endsWith('\n') ? text : `${text}\n`);
    return judgement.verdict;
  },
};

/** Named here, so that `lockstep --help` does not load the audit. */
const BEACON_NAMES: readonly Beacon[] = ['vercel-analytics', 'speed-insights', 'sentry'];
const BYPASS = 'VERCEL_AUTOMATION_BYPASS_SECRET';

/** The inputs of the action that send more than a look, which this command does not do. */
const ACTION_ALONE = ['csrf-paths', 'bursts', 'other-client', 'probe-production', 'site-kind'];
const OWN_WORDS = new OwnWords({
  ...Object.fromEntries(edgeAudit.options.map(({ name }) => [name, `--${name}`])),
  ...Object.fromEntries(ACTION_ALONE.map((name) => [name, `${name} of the action edge-audit`])),
  'protection-bypass': BYPASS,
});

interface Settings {
  readonly plan: EdgePlan;
  readonly options: AuditOptions;
}

/** Everything that the command line says. Throws InputError with all that is wrong in it. */
function readSettings(call: Call, selectionProblems: (patterns: readonly string[]) => readonly string[]): Settings {
  const { text } = call;
  const problems: string[] = [];
  const need = <T>(value: T | undefined, problem: string, absent: T): T => {
    if (value === undefined) problems.push(problem);
    return value ?? absent;
  };
  const address = (name: string, given: string) =>
    need(addressOf(given), `${name} "${given}": expected an address like https://shop.example.com`, NOWHERE);
  const duration = (name: string, absent: string) => {
    const given = text(name) || absent;
    return need(parseDuration(given), `--${name} "${given}": expected a duration like 10s or 3m`, 0);
  };
  const url = address('URL', text('URL'));
  const httpUrl =
    text('http-url') === '' ? new URL(`http://${url.hostname}/`) : address('--http-url', text('http-url'));
  const days = text('min-days-left') || '21';
  const path = text('identity-path') || '/api/health';
  const requestTimeoutMs = duration('request-timeout', '10s');
  const plan: EdgePlan = {
    ...{ url, httpUrl, environment: 'production', minTls: text('min-tls') === '1.3' ? 'TLSv1.3' : 'TLSv1.2' },
    ...{ paths: list(text('paths'), ['/']), apiPaths: list(text('api-paths')), skipPaths: list(text('skip-paths')) },
    ...{ corsOrigins: list(text('cors-origins')), hosts: list(text('hosts')), checks: list(text('checks')) },
    ...{ otherClient: [], csrfPaths: [], bursts: [], probeProduction: false },
    minDaysLeft: need(
      /^[1-9]\d{0,2}$/.test(days) ? Number(days) : undefined,
      `--min-days-left "${days}": expected a whole number from 1`,
      21,
    ),
    minGrade: (text('min-grade') || 'B+').toUpperCase(),
    csp: cspOf(text('csp')),
    beacons: BEACON_NAMES.filter((name) => list(text('telemetry')).includes(name)),
    dns: {
      resolvers: list(text('dns-resolvers'), ['1.1.1.1', '8.8.8.8']),
      maxTtlSeconds: Math.floor(duration('dns-max-ttl', '60m') / 1000),
      expect: list(text('dns-expect')).map((one) => one.toLowerCase().replace(/\.$/, '')),
      authority: list(text('dns-authority')),
    },
  };
  const deadline = { ms: duration('deadline', '3m'), clock: systemClock };
  problems.push(...listProblems(plan, list(text('telemetry'))));
  if (!isPath(path)) problems.push(`--identity-path "${path}": expected a path that starts with one /`);
  problems.push(...selectionProblems(plan.checks).map((problem) => OWN_WORDS.text(problem)));
  if (problems.length > 0) throw new InputError(problems);
  const bypass = new Secret(process.env[BYPASS] ?? '');
  const identity = identityOf(call, { url, path, timeoutMs: requestTimeoutMs, bypass });
  return {
    plan,
    options: {
      ...{ requestTimeoutMs, mostRequests: 300, bypass, nowMs: Date.now(), deadline, signal: call.signal },
      ...(identity === undefined ? {} : { identity }),
    },
  };
}

function listProblems(plan: EdgePlan, telemetry: readonly string[]): readonly string[] {
  return [
    ...(['paths', 'apiPaths'] as const).flatMap((kind) =>
      plan[kind]
        .filter((path) => !isPath(path))
        .map(
          (path) => `--${kind === 'paths' ? 'paths' : 'api-paths'} "${path}": expected a path that starts with one /`,
        ),
    ),
    ...plan.corsOrigins
      .filter((one) => !URL.canParse(one) || new URL(one).origin !== one)
      .map((one) => `--cors-origins "${one}": expected an origin like https://app.example.com`),
    ...telemetry
      .filter((one) => !BEACON_NAMES.some((name) => name === one))
      .map((one) => `--telemetry "${one}": expected one of ${BEACON_NAMES.join(', ')}`),
    ...(/^(A\+?|A-|B[+-]?|C[+-]?|D[+-]?|F)$/.test(plan.minGrade)
      ? []
      : [`--min-grade "${plan.minGrade}": expected a grade such as A+ or B`]),
  ];
}

interface Asked {
  readonly url: URL;
  readonly path: string;
  readonly timeoutMs: number;
  readonly bypass: Secret;
}

/** Which build is expected, and how to ask for the one that answers; nothing where none is expected. */
function identityOf({ text }: Call, { bypass, path, timeoutMs, url }: Asked): AuditOptions['identity'] {
  const expected = { deployment: text('expect-deployment') || undefined, commit: text('expect-commit') || undefined };
  if (expected.deployment === undefined && expected.commit === undefined) return undefined;
  return {
    expected,
    ask: async (signal) => {
      const { askIdentity, bypassOnly } = await import('@lockstep/health');
      const question = { path, timeoutMs, credentials: bypassOnly(bypass), proxyEnv: process.env };
      const { identity, because } = await askIdentity(url, question, signal);
      return { ...identity, because };
    },
  };
}

function isPath(path: string): boolean {
  return /^\/(?!\/)\S*$/.test(path);
}

function cspOf(csp: string): EdgePlan['csp'] {
  return csp === 'strict' || csp === 'report' ? csp : 'balanced';
}

const NOWHERE = new URL('https://nowhere.invalid');

function addressOf(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? new URL(url.origin) : undefined;
}
