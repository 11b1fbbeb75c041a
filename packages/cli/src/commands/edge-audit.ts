import { checksJson, checksText, InputError, judgeChecks, makeCheckList, Secret } from '@lockstep/base';
import type { AuditOptions, Beacon, EdgePlan } from '@lockstep/edge';
import type { Call, Command } from '../command.ts';
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
unknown.

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
    { name: 'resolvers', value: 'ADDRESSES', meaning: 'DNS resolvers', absent: '1.1.1.1,8.8.8.8' },
  ],
  run: async (call) => {
    const { auditEdge } = await import('@lockstep/edge');
    const plan = planOf(call);
    const nowMs = Date.now();
    const identity = identityOf(call, plan);
    const options = {
      requestTimeoutMs: TIMEOUT_MS,
      mostRequests: 300,
      bypass: new Secret(''),
      nowMs,
      signal: call.signal,
      ...(identity === undefined ? {} : { identity }),
    };
    const { checks, gaps } = await auditEdge(plan, options);
    const tool = { name: 'edge-audit', version: ownVersion() };
    const made = makeCheckList({ subject: plan.url.host, nowMs, run: null, tool, checks, notVerified: gaps });
    const judgement = judgeChecks(made, { onUnknown: 'fail', reportOnly: false }, nowMs);
    const text = call.json ? checksJson(judgement) : checksText(judgement, call.terminal.paint);
    call.terminal.write(text.endsWith('\n') ? text : `${text}\n`);
    return judgement.verdict;
  },
};

/** Named here, so that `lockstep --help` does not load the audit. */
const BEACON_NAMES: readonly Beacon[] = ['vercel-analytics', 'speed-insights', 'sentry'];
const TIMEOUT_MS = 10_000;

/** Which build is expected, and how to ask for the one that answers; nothing where none is expected. */
function identityOf({ text, signal }: Call, { url }: EdgePlan): AuditOptions['identity'] {
  const expected = { deployment: text('expect-deployment') || undefined, commit: text('expect-commit') || undefined };
  if (expected.deployment === undefined && expected.commit === undefined) return undefined;
  const path = text('identity-path') || '/api/health';
  if (!isPath(path)) throw new InputError(`--identity-path "${path}": expected a path that starts with one /`);
  return {
    expected,
    ask: async () => {
      const { askIdentity } = await import('@lockstep/health');
      const question = { path, timeoutMs: TIMEOUT_MS, bypass: new Secret(''), proxyEnv: process.env };
      const { identity, because } = await askIdentity(url, question, signal);
      return { ...identity, because };
    },
  };
}

function isPath(path: string): boolean {
  return /^\/(?!\/)\S*$/.test(path);
}

function planOf({ text }: Call): EdgePlan {
  const url = addressOf('URL', text('URL'));
  const httpUrl =
    text('http-url') === '' ? new URL(`http://${url.hostname}/`) : addressOf('--http-url', text('http-url'));
  const paths = list(text('paths'), ['/']);
  const apiPaths = list(text('api-paths'));
  const corsOrigins = list(text('cors-origins'));
  const beacons = list(text('telemetry')).map((word) => BEACON_NAMES.find((one) => one === word) ?? word);
  const wrong = [
    ...[...paths, ...apiPaths]
      .filter((path) => !isPath(path))
      .map((path) => `"${path}": expected a path that starts with one /`),
    ...corsOrigins
      .filter((one) => !URL.canParse(one) || new URL(one).origin !== one)
      .map((one) => `--cors-origins "${one}": expected an origin like https://app.example.com`),
    ...beacons
      .filter((one) => !BEACON_NAMES.some((name) => name === one))
      .map((one) => `--telemetry "${one}": expected one of ${BEACON_NAMES.join(', ')}`),
  ];
  if (wrong.length > 0) throw new InputError(wrong);
  const csp = text('csp');
  return {
    url,
    httpUrl,
    environment: 'production',
    paths,
    apiPaths,
    corsOrigins,
    otherClient: [],
    hosts: list(text('hosts')),
    skipPaths: [],
    checks: list(text('checks')),
    minTls: 'TLSv1.2',
    minDaysLeft: 21,
    minGrade: 'B+',
    csp: csp === 'strict' || csp === 'report' ? csp : 'balanced',
    csrfPaths: [],
    bursts: [],
    probeProduction: false,
    beacons: BEACON_NAMES.filter((name) => beacons.includes(name)),
    dns: { resolvers: list(text('resolvers'), ['1.1.1.1', '8.8.8.8']), maxTtlSeconds: 3600, expect: [], authority: [] },
  };
}

function addressOf(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new InputError(`${name} "${text}": expected an address like https://shop.example.com`);
  return new URL(url.origin);
}
